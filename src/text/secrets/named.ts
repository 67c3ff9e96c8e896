import { shapesOf } from './grammar.ts';

/** An issuer whose keys only a name near by tells from any other random text. */
export interface NamedRow {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  /** The whole of the value. */
  readonly pattern: RegExp;
  readonly fires: () => readonly string[];
}

export function named(title: string, names: string, written: string): NamedRow {
  const shapes = shapesOf(written);
  const all = names.split(',');
  return {
    id: `named-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title,
    names: all,
    pattern: new RegExp(`^(?:${shapes.map(({ pattern }) => pattern).join('|')})$`),
    fires: () => shapes.map(({ example }, at) => `${all[0] ?? ''}_api_key = "${example(at * 7 + 3)}"`),
  };
}

/** Where an issuer is named in a text. */
export interface Mention {
  readonly row: NamedRow;
  readonly start: number;
  readonly end: number;
}

/** Rows by the first two letters of their names: a window of a hundred characters is looked through in a hundred steps. */
export function indexOfNames(rows: readonly NamedRow[]): (window: string) => readonly Mention[] {
  const index = new Map<number, { readonly name: string; readonly row: NamedRow }[]>();
  for (const row of rows) {
    for (const name of row.names) {
      const key = name.charCodeAt(0) * 128 + name.charCodeAt(1);
      index.set(key, [...(index.get(key) ?? []), { name, row }]);
    }
  }
  return (window) => mentionsIn(window, index);
}

function mentionsIn(
  window: string,
  index: ReadonlyMap<number, readonly { readonly name: string; readonly row: NamedRow }[]>,
): readonly Mention[] {
  const { letters, places } = withoutJoints(window);
  const found: Mention[] = [];
  for (let at = 0; at + 1 < letters.length; at++) {
    const rows = index.get(letters.charCodeAt(at) * 128 + letters.charCodeAt(at + 1));
    if (rows === undefined) continue;
    const start = places[at] ?? 0;
    if (!beginsWord(window, start)) continue;
    for (const { name, row } of rows) {
      if (letters.startsWith(name, at)) found.push({ row, start, end: (places[at + name.length - 1] ?? 0) + 1 });
    }
  }
  return found;
}

/** Small letters without what stands between the words of a name (`new-relic`, `newRelic`), and where each stood. */
function withoutJoints(window: string): { readonly letters: string; readonly places: readonly number[] } {
  let letters = '';
  const places: number[] = [];
  for (let at = 0; at < window.length; at++) {
    const character = window[at] ?? '';
    if (character === '_' || character === '-') continue;
    letters += character.toLowerCase();
    places.push(at);
  }
  return { letters: letters.length === places.length ? letters : window.toLowerCase(), places };
}

function beginsWord(window: string, at: number): boolean {
  const before = window[at - 1] ?? ' ';
  const here = window[at] ?? ' ';
  if (!/[A-Za-z]/.test(before)) return true;
  return /[a-z]/.test(before) && /[A-Z]/.test(here);
}
