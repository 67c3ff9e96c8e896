/** What is wanted of one field. Repeated and single fields are read alike: a writer may repeat any of them. */
export type FieldShape =
  /** int32, int64, uint64, enum and bool, packed or not; one that is `scalar` is never packed. `keep`: as of texts. */
  | { readonly kind: 'integer'; readonly keep?: number; readonly scalar?: true }
  /** `keep`: values after so many are let go, where the first few tell enough; without it, too many are over budget. `raw`: declared as bytes, so that it need not be UTF-8. */
  | { readonly kind: 'text'; readonly most: number; readonly keep?: number; readonly raw?: true }
  /** Known and not wanted: tensors, numbers, documentation. Only its size is told. Of packed `varints` the last has to end. Up to `kept` bytes stay. */
  | { readonly kind: 'opaque'; readonly wires: readonly number[]; readonly varints?: true; readonly kept?: number }
  | { readonly kind: 'message'; readonly shape: () => MessageShape };

/** A message type: what is wanted of its fields. Fields it does not have are counted as unknown. */
export interface MessageShape {
  readonly name: string;
  readonly fields: ReadonlyMap<number, FieldShape>;
  /** The type has many more fields, none of which is wanted. */
  readonly others?: 'opaque';
}

/** Names, types, paths. Longer ones are cut, which is told. */
const TEXT = 4096;

export const INTEGER: FieldShape = { kind: 'integer' };
export const SCALAR: FieldShape = { kind: 'integer', scalar: true };
export const STRING: FieldShape = { kind: 'text', most: TEXT };
/** Bytes that mostly are a text. */
export const RAW_TEXT: FieldShape = { kind: 'text', most: TEXT, raw: true };
/** Strings that are not wanted, and have to be UTF-8 all the same. */
export const WORDS: FieldShape = { kind: 'text', most: TEXT, keep: 0 };
/** Length-delimited and not wanted: bytes, strings, packed numbers, messages. */
export const BYTES: FieldShape = { kind: 'opaque', wires: [2] };
/** Bytes of which short ones are wanted. */
export function shortBytes(kept: number): FieldShape {
  return { kind: 'opaque', wires: [2], kept };
}

/** Numbers that are not wanted, single or packed. */
export const NUMBERS: FieldShape = { kind: 'opaque', wires: [0, 1, 2, 5] };

/** Whole numbers that are not wanted, single or packed. */
export const VARINTS: FieldShape = { kind: 'opaque', wires: [0, 2], varints: true };

/** A text of which more than a name's length is wanted. */
export function longText(most: number): FieldShape {
  return { kind: 'text', most, raw: true };
}

/** Texts of which the first few tell enough. */
export function firstTexts(keep: number): FieldShape {
  return { kind: 'text', most: TEXT, keep, raw: true };
}

/** The same of fields declared as strings. */
export function firstStrings(keep: number): FieldShape {
  return { kind: 'text', most: TEXT, keep };
}

export function nested(shape: () => MessageShape): FieldShape {
  return { kind: 'message', shape };
}

export function shapeOf(name: string, fields: Readonly<Record<number, FieldShape>>): MessageShape {
  return { name, fields: new Map(Object.entries(fields).map(([number, field]) => [Number(number), field])) };
}

/** A type of which only these fields are wanted, and which has others. */
export function partOf(name: string, fields: Readonly<Record<number, FieldShape>>): MessageShape {
  return { ...shapeOf(name, fields), others: 'opaque' };
}

/** The entry of a map from texts to messages or texts. */
export function entryOf(name: string, value: FieldShape): MessageShape {
  return shapeOf(name, { 1: RAW_TEXT, 2: value });
}
