/** Where a value of a Python program comes from; a value may come from several places. */
export const FROM = {
  /** Over the network. */
  fetched: 1,
  /** Made readable by the program itself: nobody who reads the source sees what it is. */
  decoded: 2,
  /** A file of keys or passwords. */
  secret: 4,
  /** All variables of the environment. */
  environment: 8,
  /** A connection. */
  socket: 16,
  /** A name that the program puts together, so that a search does not find it. */
  spelt: 32,
  /** Pictures, sounds, weights: what nobody reads as code. */
  data: 64,
  /** The folder of whoever runs it, or the whole disk. */
  home: 128,
  /** The name of whoever runs it. */
  person: 256,
  /** Bytes of a file. */
  bytes: 512,
} as const;

export interface Value {
  /** The text or bytes (a letter for each) that it is, where that is known. */
  readonly text: string | null;
  /** The dotted name that it stands for, imports resolved; empty where it stands for none. */
  readonly name: string;
  /** Of `FROM`, added up. */
  readonly from: number;
  /** Of a list or tuple. */
  readonly items: readonly Value[] | null;
}

export const UNKNOWN: Value = { text: null, name: '', from: 0, items: null };

/** Texts are kept no longer than anybody reads. */
export const LONGEST = 16_384;

/** Of a longer one, which is put together to be long, the end is kept as well. */
const LONGEST_END = 4096;

export function textValue(text: string, from = 0): Value {
  return { text: keptOf(text), name: '', from, items: null };
}

/** As much of a text as is kept. */
export function keptOf(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - LONGEST_END - 1)}\n${text.slice(-LONGEST_END)}`;
}

export function nameValue(name: string, from = 0): Value {
  return { text: null, name: name.slice(0, 200), from, items: null };
}

export function fromValue(from: number): Value {
  return from === 0 ? UNKNOWN : { text: null, name: '', from, items: null };
}

/** Where any of them comes from, and what they hold. */
export function originOf(values: readonly Value[], depth = 0): number {
  return values.reduce(
    (all, { from, items }) => all | from | (items === null || depth > 3 ? 0 : originOf(items, depth + 1)),
    0,
  );
}
