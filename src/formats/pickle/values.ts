/** What an opcode asked for; one for each place in a program that looks a global up. */
export interface GlobalValue {
  readonly kind: 'global';
  /** Null when it is computed and could not be followed. */
  readonly module: string | null;
  readonly name: string | null;
  readonly opcode: string;
  readonly offset: number;
  /** `module.name`, with a question mark for what is not known. */
  readonly path: string;
  /** What tells it from every other lookup, whatever their names hold. */
  readonly key: string;
}

/** Its names are put together once: each call asks for them many times. */
export function globalValue(module: string | null, name: string | null, opcode: string, offset: number): GlobalValue {
  const key = lookUpKey(module, name, opcode);
  return { kind: 'global', module, name, opcode, offset, path: `${module ?? '?'}.${name ?? '?'}`, key };
}

export function lookUpKey(module: string | null, name: string | null, opcode: string): string {
  return `${opcode}|${module === null ? '?' : `${module.length}:${module}`}|${name === null ? '?' : `=${name}`}`;
}

export interface CollectionValue {
  readonly kind: 'collection';
  readonly type: 'tuple' | 'list' | 'dict' | 'set' | 'frozenset';
  /** The first KEPT_ITEMS; a dict's keys and values take turns. */
  readonly items: Value[];
  length: number;
  /** How many items are kept. */
  kept: number;
  /** Of a dict: what is noted of its keys. */
  keys?: Keys;
  holding?: Holding;
}

/** What walks, prints, compares and copies item by item. */
export type Holder = CollectionValue | ResultValue;

/** What is noted of holders, so that the size of what a program spells can be told from the size of the program. */
export interface Holding {
  /** Holders among the items, as often as they stand there. */
  readonly holders: Holder[];
  /** Whether it was put into the memo or doubled on the stack: it may be held again later, and be filled later. */
  named: boolean;
}

export interface BytesValue {
  readonly kind: 'bytes';
  readonly start: number;
  readonly length: number;
  readonly head: Uint8Array;
}

export interface ResultValue {
  readonly kind: 'result';
  /** The global at the root of the chain of calls, if it is one. */
  readonly root: GlobalValue | null;
  /** How many calls deep: 1 for the result of calling a global. */
  readonly depth: number;
  /** The callee, and the call in one line. */
  readonly of: string;
  readonly text: string;
  /** What it is of elements, when it is a `numpy.dtype`. */
  readonly dtype?: Dtype;
  /** A text that was encoded as Latin-1: how protocols up to 2 write bytes. */
  readonly encoded?: string | TextValue;
  /** Of a `functools.partial` of a class's own `__new__`: what calling it makes. */
  makes?: { readonly callee: GlobalValue; readonly values: readonly Value[] } | undefined;
  /** In a session that keeps everything: its arguments, the keys and values that were set on it, and its last state. */
  readonly given?: readonly Value[];
  readonly entries?: Value[];
  state?: Value;
  holding?: Holding;
}

/** A text of which only the beginning is kept. */
export interface TextValue {
  readonly kind: 'text';
  readonly head: string;
  readonly length: number;
  /** Where it stands in the file, in UTF-8; undefined when it is written in another way. */
  readonly start?: number;
}

/** What one element of an array is, as NumPy will believe. */
export interface ElementType {
  /** The kind as it was named: `f`, `V`, `O`. */
  readonly code: string;
  /** Null for types that are named without a size. */
  readonly bytes: number | null;
  /** Whether NumPy takes its bytes for pointers to objects. */
  readonly objects: boolean;
}

/** A `numpy.dtype` that a program has made. */
export interface Dtype {
  /** Null when its name, or its state, is none that NumPy writes. */
  element: ElementType | null;
  /** Its state was set, or something has it already: NumPy writes no state after that. */
  settled: boolean;
}

/** What is noted of a dict while it is filled, since only its beginning is kept. */
export interface Keys {
  /** An attribute of Python's own that a state should not set: `__class__`. */
  readonly reaches?: string;
  /** It holds what a class of SciPy would run, and that is not what SciPy writes. */
  readonly runs?: string;
  /** A formula of statsmodels: whether it does no more than name columns. */
  readonly formula?: 'plain' | 'computes';
  /** The same of a part of a formula of formulaic. */
  readonly factor?: 'plain' | 'computes';
  /** Code of a module that FX traced, where it stands once; null where nobody knows which one counts. */
  readonly code?: string | TextValue | null;
}

/** A value on the symbolic stack. Texts, numbers, booleans and None are JavaScript's own, since there are millions. */
export type Value =
  | string
  | number
  | bigint
  | boolean
  | null
  | TextValue
  | BytesValue
  | CollectionValue
  | GlobalValue
  | ResultValue
  | { readonly kind: 'persistent'; readonly id: Value }
  | { readonly kind: 'opaque'; readonly why: string };

/** Items of a collection that are kept: argument lists and shapes are shorter, tensors' names need not be known. */
export const KEPT_ITEMS = 24;

export function collection(
  type: CollectionValue['type'],
  values: readonly Value[],
  kept: number = KEPT_ITEMS,
): CollectionValue {
  return { kind: 'collection', type, items: values.slice(0, kept), length: values.length, kept };
}

/** Puts values into a list, dict or set, as far as they are kept. */
export function extend(target: CollectionValue, values: readonly Value[]): void {
  const room = Math.min(values.length, target.kept - target.items.length);
  for (let at = 0; at < room; at++) target.items.push(values[at] ?? null);
  target.length += values.length;
}

/**
 * Whether any is more than JavaScript's own: lists of numbers and texts, most of what pickles hold, need no further look. By
 * an index, since what goes through a list by itself makes an object of each item until V8 has compiled it.
 */
export function holdsObjects(values: readonly Value[]): boolean {
  for (let at = 0; at < values.length; at++) if (typeof values[at] === 'object' && values[at] !== null) return true;
  return false;
}

export function isCollection(value: Value): value is CollectionValue {
  return typeof value === 'object' && value !== null && value.kind === 'collection';
}
