import { type Shape, shapesOf } from './grammar.ts';

/** An issuer whose keys only a name near by tells from any other random text. */
export interface NamedRow {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  /** The whole of the value. */
  readonly pattern: RegExp;
  readonly shapes: readonly Pick<Shape, 'least' | 'most' | 'letters'>[];
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
    shapes,
    fires: () => shapes.map(({ example }, at) => `${all[0] ?? ''}_api_key = "${example(at * 7 + 3)}"`),
  };
}

/**
 * Whether a value has the length of some row's, and no other characters than rows have at this length: what no row's pattern
 * matches in any case is told so by a look at each character. Made with the first value.
 */
export function fitsAny(rows: readonly NamedRow[]): (value: string) => boolean {
  let tables: readonly (Uint8Array | undefined)[] | undefined;
  return (value) => {
    tables ??= tablesOf(rows);
    const letters = tables[value.length];
    if (letters === undefined) return false;
    for (let at = 0; at < value.length; at++) {
      const unit = value.charCodeAt(at);
      if (unit > 127 || letters[unit] !== 1) return false;
    }
    return true;
  };
}

/** By length, the characters of ASCII that values so long may have. */
function tablesOf(rows: readonly NamedRow[]): readonly (Uint8Array | undefined)[] {
  const tables: (Uint8Array | undefined)[] = [];
  const classes = new Map<string, readonly number[]>();
  for (const { least, most, letters } of rows.flatMap(({ shapes }) => shapes)) {
    const units = classes.get(letters) ?? unitsOf(letters);
    classes.set(letters, units);
    for (let length = least; length <= most; length++) {
      tables[length] ??= new Uint8Array(128);
      for (const unit of units) tables[length]?.fill(1, unit, unit + 1);
    }
  }
  // What no row has as its length is no hole.
  return Array.from(tables);
}

function unitsOf(letters: string): readonly number[] {
  const pattern = new RegExp(`^(?:${letters})$`);
  return Array.from({ length: 128 }, (_, unit) => unit).filter((unit) => pattern.test(String.fromCharCode(unit)));
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

function mentionsIn(window: string, names: Names): readonly Mention[] {
  const { begins, three, rows } = names;
  const read = lettersOf(window);
  if (read === NOT_ASCII) return mentionsBeyondAscii(window, names);
  let found: Mention[] | null = null;
  for (let at = 0; at + 1 < read; at++) {
    const key = (LETTERS[at] ?? 0) * 128 + (LETTERS[at + 1] ?? 0);
    if (begins[key] !== 1 || three[slotOf(key, at + 2 < read ? (LETTERS[at + 2] ?? 0) : 0)] !== 1) continue;
    const start = PLACES[at] ?? 0;
    if (!beginsWord(window, start)) continue;
    for (const { name, row } of rows.get(key) ?? []) {
      if (!standsAt(name, at, read)) continue;
      const last = PLACES[at + name.length - 1] ?? 0;
      if (beginsNextWord(window, last)) continue;
      found ??= [];
      found.push({ row, start, end: last + 1 });
    }
  }
  return found ?? NONE;
}

const NONE: readonly Mention[] = [];

/** The letters of the window that is looked through, and where each of them stands. */
const LETTERS = new Uint8Array(128);
const PLACES = new Uint8Array(128);
const NOT_ASCII = -1;

/** Small letters without what stands between the words of a name, as `withoutJoints` gives them; how many they are. */
function lettersOf(window: string): number {
  if (window.length > LETTERS.length) return NOT_ASCII;
  let count = 0;
  for (let at = 0; at < window.length; at++) {
    const unit = window.charCodeAt(at);
    if (unit > 127) return NOT_ASCII;
    if (unit === UNDERSCORE || unit === HYPHEN) continue;
    LETTERS[count] = unit >= 65 && unit <= 90 ? unit | 32 : unit;
    PLACES[count] = at;
    count += 1;
  }
  return count;
}

const UNDERSCORE = 95;
const HYPHEN = 45;

function standsAt(name: string, at: number, count: number): boolean {
  if (at + name.length > count) return false;
  for (let index = 2; index < name.length; index++) {
    if (LETTERS[at + index] !== name.charCodeAt(index)) return false;
  }
  return true;
}

function mentionsBeyondAscii(window: string, { begins, three, rows }: Names): readonly Mention[] {
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
