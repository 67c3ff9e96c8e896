/** Names that words of a text are compared with: by the hash of their letters first, so that hardly any is cut out for nothing. */
export interface NameSet {
  readonly names: ReadonlySet<string>;
  /** Of each name sixteen bits, where its hash leads to or at the next free place; the rest is 0. */
  readonly prints: Uint16Array;
}

const BITS = 15;

/** At most some ten thousand names. */
export function nameSetOf(names: readonly string[]): NameSet {
  const prints = new Uint16Array(1 << BITS);
  for (const name of names) {
    let hash = 0;
    for (let at = 0; at < name.length; at++) hash = withLetter(hash, name.charCodeAt(at));
    let slot = hash >>> (32 - BITS);
    while (prints[slot] !== 0) slot = (slot + 1) & (prints.length - 1);
    prints[slot] = printOf(hash);
  }
  return { names: new Set(names), prints };
}

/** The hash of a word that this letter follows; that of no letter is 0. */
export function withLetter(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1);
}

/** Whether a word of this hash may be one of the names; of those that are none, one in thousands. */
export function mayHold({ prints }: NameSet, hash: number): boolean {
  const print = printOf(hash);
  for (let slot = hash >>> (32 - BITS); ; slot = (slot + 1) & (prints.length - 1)) {
    const there = prints[slot] ?? 0;
    if (there === 0 || there === print) return there !== 0;
  }
}

function printOf(hash: number): number {
  return hash & 0xffff || 1;
}
