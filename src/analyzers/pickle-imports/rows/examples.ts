import type { PickleValue } from '../../../formats/pickle/facts.ts';

/** Arguments for the examples in the rows. */
export const text = (value: string): PickleValue => ({ kind: 'constant', value });
export const number = (value: number): PickleValue => ({ kind: 'constant', value });
export const global = (name: string): PickleValue => ({ kind: 'global', name });
export const result = (of: string): PickleValue => ({ kind: 'result', of });
export const pair = (...items: readonly PickleValue[]): PickleValue => ({
  kind: 'collection',
  type: 'tuple',
  items,
  length: items.length,
});
export const dict = (...items: readonly PickleValue[]): PickleValue => ({
  kind: 'collection',
  type: 'dict',
  items,
  length: items.length / 2,
});
export const BYTES: PickleValue = { kind: 'bytes', length: 1, preview: "b'b'" };
export const NONE: PickleValue = { kind: 'constant', value: null };
export const TRUE: PickleValue = { kind: 'constant', value: true };
export const TUPLE: PickleValue = { kind: 'collection', type: 'tuple', items: [], length: 0 };
export const DICT: PickleValue = { kind: 'collection', type: 'dict', items: [], length: 0 };
export const STORAGE: PickleValue = { kind: 'persistent', id: "('storage', torch.FloatStorage, '0', 'cpu', 4)" };
