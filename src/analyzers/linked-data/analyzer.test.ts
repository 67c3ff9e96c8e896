import { describe, expect, it } from 'vitest';
import type { Item } from '../../intake/inventory.ts';
import type { Json } from '../../kernel/json.ts';
import { linkedData } from './analyzer.ts';

const told = (path: string, value: Json): readonly string[] => {
  const reading = { kind: 'read', format: 'json', member: [], facts: { format: 'json', value }, defects: [] };
  const item = { file: { path }, readings: [reading], unreadable: [] } as unknown as Item;
  return [...linkedData.inspect(item)].map(({ rule }) => rule);
};
const weights = [{ name: 'w', shape: [1], dtype: 'uint8' }];

describe('a list of groups of weights', () => {
  it.each([
    ['../x.bin', ['linked-data/outside']],
    ['lib.so', ['linked-data/other-kind']],
    ['group1-shard1of1.bin', []],
  ])('without a model sends its reader to %s', (file, rules) =>
    expect(told('weights_manifest.json', [{ paths: [file], weights }])).toEqual(rules),
  );

  it('is no list of something else', () => expect(told('routes.json', [{ paths: ['/x', 'a.py'] }])).toEqual([]));
});

describe('an index', () => {
  it.each([
    ['.git/x.safetensors', ['linked-data/outside']],
    ['a/.GIT/x.safetensors', ['linked-data/outside']],
    ['.github/x.safetensors', []],
    ['model-00001-of-00002.safetensors', []],
  ])('that seeks its parts in %s', (file, rules) =>
    expect(told('model.safetensors.index.json', { weight_map: { a: file } })).toEqual(rules),
  );
});
