import type { Format } from './format.ts';

/**
 * The formats that claim these bytes, in the order in which they stand. Those whose signs a file has none of are not asked:
 * of many small files asking takes as long as reading them.
 */
export function claiming(formats: readonly Format[], path: string, head: Uint8Array, size: number): Format[] {
  return askedOf(formats, path, head).filter((format) => format.claims(path, head, size));
}

/** Who is asked about a file that begins and ends so. */
export function askedOf(formats: readonly Format[], path: string, head: Uint8Array): readonly Format[] {
  const [first] = head;
  if (first === undefined) return formats;
  const table = tableOf(formats);
  const named = endingOf(path);
  const key = (table.endings.get(named) ?? 0) * 256 + first;
  const known = table.asked.get(key);
  if (known !== undefined) return known;
  const letter = String.fromCharCode(first);
  const asked = formats.filter(
    ({ signs }) => signs === undefined || signs.first.includes(letter) || endingsOf(signs.endings).includes(named),
  );
  table.asked.set(key, asked);
  return asked;
}

interface Table {
  /** Endings that mean something to a format, numbered from 1. */
  readonly endings: ReadonlyMap<string, number>;
  readonly asked: Map<number, readonly Format[]>;
}

const tables = new WeakMap<readonly Format[], Table>();

function tableOf(formats: readonly Format[]): Table {
  const known = tables.get(formats);
  if (known !== undefined) return known;
  const all = new Set(formats.flatMap(({ signs }) => endingsOf(signs?.endings)));
  const table = { endings: new Map([...all].map((ending, at) => [ending, at + 1])), asked: new Map() };
  tables.set(formats, table);
  return table;
}

function endingsOf(endings = ''): readonly string[] {
  return endings === '' ? [] : endings.split(' ');
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
