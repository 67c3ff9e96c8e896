import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { brokenSkops } from './skops-schema.ts';

const node = (loader: string, rest: Record<string, Json>): Record<string, Json> => ({
  __loader__: loader,
  __module__: 'builtins',
  __class__: 'x',
  ...rest,
});
const number = node('JsonNode', { content: '5', is_json: true, __id__: 1 });
const array = node('NdArrayNode', { type: 'numpy', file: 'a.npy' });
const keys = node('ListNode', { content: [] });
const map = (content: Json, keyTypes: Json = keys): Json => node('DictNode', { content, key_types: keyTypes });
const schema = (content: Json, protocol: Json = 1): Json => node('ObjectNode', { content, protocol });
const MEMBERS = new Set(['schema.json', 'a.npy']);

describe('the schema of a skops file', () => {
  it.each<[string, Json]>([
    ['values and arrays', schema(map({ n: number, a: array }))],
    ['no state', node('ObjectNode', { protocol: 2 })],
    ['a value of Python alone', schema(node('JsonNode', { content: 'NaN' }))],
    ['a node that was before', schema(node('ListNode', { content: [number, node('CachedNode', { __id__: 1 })] }))],
  ])('with %s is sound', (_, value) => {
    expect(brokenSkops(value, MEMBERS)).toBeNull();
  });

  it.each<[string, Json]>([
    ['no protocol', node('ObjectNode', { content: number })],
    ['a protocol below nought', schema(number, -3)],
    ['an array that is not there', schema(map({ a: { ...array, file: 'b.npy' } }))],
    ['an array without its file', schema(map({ a: node('NdArrayNode', { type: 'numpy' }) }))],
    ['an array of another type', schema(map({ a: { ...array, type: 'other' } }))],
    ['a value that is none', schema(map({ n: node('JsonNode', { content: '"' }) }))],
    ['a number among nodes', schema(node('ListNode', { content: [0] }))],
    ['a list that is none', schema(node('TupleNode', { content: {} }))],
    ['a map without the types of its keys', schema(map({ n: number }, null))],
    ['a node without its loader', schema(map({ n: { content: '5' } }))],
    ['a node that refers to none', schema(node('CachedNode', { __id__: 9 }))],
  ])('with %s is broken', (_, value) => {
    expect(brokenSkops(value, MEMBERS)).not.toBeNull();
  });

  it('names arrays that nobody looks for where it stands alone', () => {
    expect(brokenSkops(schema(map({ a: { ...array, file: 'b.npy' } })), null)).toBeNull();
  });
});
