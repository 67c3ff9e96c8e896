/** Later versions of V8 count calls instead, and complain of a flag that they do not know. */
const IS_KNOWN = process.versions.node.startsWith('20.');
const [LATER, AS_BUILT] = ['--interrupt-budget=1000000', '--interrupt-budget=67584'];

let later = false;

/**
 * A scan is over before most of what V8 compiles for speed has paid for itself: it starts compiling later, and large files
 * still get there. Of 500 small pickles this saves a fifth of all work.
 */
export function compileLater(): void {
  set(true);
}

/** As Node was built to: for what takes longer. */
export function compileAsBuilt(): void {
  set(false);
}

/**
 * Runs `load` as Node was built to: under another flag V8 takes nothing as it was compiled before, neither Node's own parts
 * nor ours.
 */
export function loadAsBuilt<T>(load: () => T): T {
  if (!later) return load();
  set(false);
  try {
    return load();
  } finally {
    set(true);
  }
}

function set(value: boolean): void {
  if (!IS_KNOWN || value === later) return;
  later = value;
  process.getBuiltinModule('node:v8').setFlagsFromString(value ? LATER : AS_BUILT);
}
