import type { ClassKind } from './family.ts';

/**
 * What `test/corpus/genuine/pickle/survey.py` and `survey_source.py` found in the classes of 440 packages, by their source,
 * and `list_computing.py` in functions that compute and in exceptions:
 * a line a module, `module kind=Name,Name kind=Name`. It is a megabyte and a half, and most files need nothing of it, so
 * that it is read when a file names what no other list has.
 */
let table: ReadonlyMap<string, string> | null = null;

export async function learnSurveyed(): Promise<void> {
  table ??= linesOf((await import('./surveyed.names')).default);
}

function linesOf(text: string): ReadonlyMap<string, string> {
  return new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf(' ')), line]));
}

const read = new Map<string, ReadonlyMap<string, ClassKind>>();

/** The kind of an exact module and name; undefined before `learnSurveyed`. */
export function surveyedKind(module: string, name: string): ClassKind | undefined {
  const line = table?.get(module);
  if (line === undefined) return undefined;
  const known = read.get(module) ?? kindsOf(line);
  read.set(module, known);
  return known.get(name);
}

function kindsOf(line: string): ReadonlyMap<string, ClassKind> {
  return new Map(
    line
      .split(' ')
      .slice(1)
      .flatMap((part) => {
        const [kind = '', names = ''] = part.split('=');
        return isKind(kind) ? names.split(',').map((name): [string, ClassKind] => [name, kind]) : [];
      }),
  );
}

const KINDS: ReadonlySet<string> = new Set<ClassKind>([
  'objects',
  'restored',
  'mappings',
  'lists',
  'empty',
  'enums',
  'slotted',
  'tuples',
  'cython',
  'functions',
  'exceptions',
  'metrics',
]);

function isKind(kind: string): kind is ClassKind {
  return KINDS.has(kind);
}
