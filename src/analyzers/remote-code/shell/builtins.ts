import type { Call, Machine } from './machine.ts';
import { isDecoded, isFetched, MARKS, marksOf } from './marks.ts';
import { resolved } from './paths.ts';

/** What the shell does itself, to its own names and folder; null for others. */
export function builtinOf(name: string): ((call: Call) => string) | null {
  return BUILTINS.get(name) ?? null;
}

const BUILTINS: ReadonlyMap<string, (call: Call) => string> = new Map(
  Object.entries({
    set: setNames,
    shift: ({ machine }: Call) => {
      setPositions((machine.values.get('@')?.[0] ?? '').split(MARKS.split).slice(1), machine);
      return '';
    },
    cd: enterFolder,
    pushd: (call: Call) => {
      if (call.machine.folders.length < MOST_FOLDERS) call.machine.folders.push(call.machine.folder);
      return enterFolder(call);
    },
    popd: ({ machine }: Call) => {
      goTo(machine.folders.pop() ?? machine.folder, machine);
      return '';
    },
    alias: ({ args, machine }: Call) => {
      if (machine.fish && args.length > 1) machine.alias(args[0] ?? '', args.slice(1).join(' '));
      return '';
    },
    read: readLine,
    mktemp: ({ machine }: Call) => `/tmp/made.${machine.made++}`,
  }),
);

/** `$1` to `$9`, and all of them. */
export function setPositions(args: readonly string[], { values }: Machine): void {
  for (let at = 1; at <= 9; at++) values.set(String(at), [args[at - 1] ?? '']);
  for (const name of ['@', '*']) values.set(name, [args.join(MARKS.split)]);
}

function setNames({ args, machine }: Call): string {
  const bare = bareOf(args);
  // Of fish: `set x a b`.
  if (machine.fish) machine.assign(bare[0] ?? '', [bare.slice(1).join(MARKS.split)]);
  else if (args[0] === '--' || (args[0] !== undefined && !/^[-+]/.test(args[0])))
    setPositions(args[0] === '--' ? args.slice(1) : args, machine);
  else if (args.length === 0) return MARKS.environment;
  return '';
}

function enterFolder({ args, machine }: Call): string {
  const target = args.includes('-') ? machine.before : resolved(bareOf(args)[0] ?? '~', machine.folder);
  goTo(marksOf(args[0] ?? '') === '' ? target : '', machine);
  return '';
}

function goTo(folder: string, machine: Machine): void {
  [machine.before, machine.folder] = [machine.folder, folder];
}

const MOST_FOLDERS = 1_000;

function readLine({ args, stdin, machine }: Call): string {
  const names = args.filter((arg, at) => /^[A-Za-z_]\w*$/.test(arg) && !/^-[pdtnNu]$/.test(args[at - 1] ?? ''));
  const line = stdin.split('\n')[0] ?? '';
  const words = line.split(/\s+/);
  names.forEach((one, at) => {
    const mark = line.length > 100 ? marksOf(stdin) : isFetched(line) || isDecoded(line) ? marksOf(line) : '';
    machine.assign(one, [mark !== '' ? mark : at === names.length - 1 ? words.slice(at).join(' ') : (words[at] ?? '')]);
  });
  return '';
}

function bareOf(args: readonly string[]): readonly string[] {
  return args.filter((arg) => !arg.startsWith('-'));
}
