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

interface Names {
  /** Whether any name begins with these two letters, and perhaps with these three. */
  readonly begins: Uint8Array;
  readonly three: Uint8Array;
  readonly rows: ReadonlyMap<number, readonly { readonly name: string; readonly row: NamedRow }[]>;
}

/** Rows by the first two letters of their names: a window of a hundred characters is looked through in a hundred steps. */
export function indexOfNames(rows: readonly NamedRow[]): (window: string) => readonly Mention[] {
  const index = new Map<number, { readonly name: string; readonly row: NamedRow }[]>();
  const begins = new Uint8Array(128 * 128);
  const three = new Uint8Array(SLOTS);
  for (const row of rows) {
    for (const name of row.names) {
      const key = name.charCodeAt(0) * 128 + name.charCodeAt(1);
      index.set(key, [...(index.get(key) ?? []), { name, row }]);
      begins[key] = 1;
      three[slotOf(key, name.charCodeAt(2))] = 1;
      // A name of two letters has whatever stands behind it as its third.
      if (name.length === 2) for (let unit = 0; unit < 128; unit += 1) three[slotOf(key, unit)] = 1;
    }
  }
  return (window) => mentionsIn(window, { begins, three, rows: index });
}

const SLOTS = 1 << 16;

function slotOf(two: number, third: number): number {
  return (Math.imul(two, 0x9e5) ^ third) & (SLOTS - 1);
}

function mentionsIn(window: string, { begins, three, rows }: Names): readonly Mention[] {
  const letters = withoutJoints(window);
  const found: Mention[] = [];
  let places: readonly number[] | undefined;
  for (let at = 0; at + 1 < letters.length; at++) {
    const key = letters.charCodeAt(at) * 128 + letters.charCodeAt(at + 1);
    if (begins[key] !== 1) continue;
    const third = at + 2 < letters.length ? letters.charCodeAt(at + 2) : 0;
    if (third < 128 && three[slotOf(key, third)] !== 1) continue;
    places ??= placesIn(window);
    const start = places[at] ?? 0;
    if (!beginsWord(window, start)) continue;
    for (const { name, row } of rows.get(key) ?? []) {
      const last = places[at + name.length - 1] ?? 0;
      if (letters.startsWith(name, at) && !beginsNextWord(window, last)) found.push({ row, start, end: last + 1 });
    }
  }
  return found;
}

/** Small letters without what stands between the words of a name: `new-relic`, `newRelic`. */
function withoutJoints(window: string): string {
  const lower = window.toLowerCase();
  // What gets longer in small letters stays in step with its places.
  return lower.length === window.length ? lower.replace(JOINTS, '') : lower;
}

const JOINTS = /[_-]/g;

/** Where each of the letters stands. */
function placesIn(window: string): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < window.length; at++) if (window[at] !== '_' && window[at] !== '-') places.push(at);
  return places;
}

/** Whether a name would end with the first letter of another word: `sumO` in `sumObj`. */
function beginsNextWord(window: string, at: number): boolean {
  return /[a-z]/.test(window[at - 1] ?? ' ') && /[A-Z]/.test(window[at] ?? ' ') && /[a-z]/.test(window[at + 1] ?? ' ');
}

function beginsWord(window: string, at: number): boolean {
  const before = window[at - 1] ?? ' ';
  const here = window[at] ?? ' ';
  const isSmall = before >= 'a' && before <= 'z';
  return isSmall ? here >= 'A' && here <= 'Z' : !(before >= 'A' && before <= 'Z');
}
