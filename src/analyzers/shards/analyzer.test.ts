import { describe, expect, it } from 'vitest';
import { UNSTATED_USE } from '../../domain/use.ts';
import type { Inventory, Item, Reading } from '../../intake/inventory.ts';
import { digestOf } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import { shards } from './analyzer.ts';

function item(path: string, reading: object | null = null): Item {
  const digest = { kind: 'unknown', reason: 'test' } as const;
  return {
    file: { path, size: 1, kind: 'unknown', role: 'other', digest, loadable: true, coverage: 'whole' },
    readings: reading === null ? [] : [{ kind: 'read', member: [], defects: [], ...reading } as unknown as Reading],
    unreadable: [],
  };
}

const index = (value: Json, path = 'model.safetensors.index.json') =>
  item(path, { format: 'json', facts: { format: 'json', value } });
const part = (path: string, ...names: string[]) =>
  item(path, { format: 'safetensors', facts: { format: 'safetensors', tensors: names.map((name) => ({ name })) } });

function inventoryOf(items: readonly Item[]): Inventory {
  const origin = { source: 'directory', name: 'm', revision: null, requested: null };
  const files = items.map(({ file }) => file);
  return { artifact: { digest: digestOf(new Uint8Array()), manifest: null, origin, files }, items, mismatches: [] };
}

const analyze = (items: readonly Item[]) => [
  ...shards.analyze({ inventory: inventoryOf(items), evidence: [], use: UNSTATED_USE }),
];

const ONE = 'model-00001-of-00002.safetensors';
const TWO = 'model-00002-of-00002.safetensors';
const MAP = index({ weight_map: { a: ONE, b: TWO } });

describe('shards', () => {
  it.each<[string, readonly Item[], readonly string[]]>([
    ['an index and its parts', [MAP, part(ONE, 'a'), part(TWO, 'b')], []],
    [
      'an index in a folder of its own',
      [index({ weight_map: { a: 'x.safetensors' } }, 'vae/x.safetensors.index.json'), item('vae/x.safetensors')],
      [],
    ],
    ['an index of one file', [index({ weight_map: { a: 'w.bin' } }, 'w.bin.index.json'), item('w.bin')], []],
    ['parts without an index', [item('m-00001-of-00002.gguf'), item('m-00002-of-00002.gguf')], []],
    ['a part that is missing', [MAP, part(ONE, 'a')], [`missing ${TWO}`]],
    ['all parts missing', [MAP], [`missing ${ONE}`, `missing ${TWO}`]],
    ['a missing part without a number', [index({ weight_map: { a: 'w.bin' } }, 'w.bin.index.json')], ['missing w.bin']],
    ['a part that is missing without an index', [item('m-00001-of-00002.gguf')], ['missing m-00002-of-00002.gguf']],
    [
      'a part in another folder',
      [MAP, part(ONE, 'a'), part(`old/${TWO}`, 'b')],
      ['missing model-00002-of-00002.safetensors', `missing old/${ONE}`],
    ],
    [
      'a part that the index leaves out',
      [index({ weight_map: { a: ONE } }), part(ONE, 'a'), part(TWO, 'b')],
      [`unnamed ${TWO}`],
    ],
    [
      'a path out of the folder',
      [index({ weight_map: { a: '../../etc/passwd' } })],
      ['outside model.safetensors.index.json'],
    ],
    ['an absolute path', [index({ weight_map: { a: '/etc/passwd' } })], ['outside model.safetensors.index.json']],
    [
      'a path of Windows',
      [index({ weight_map: { a: 'C:\\x', b: '..\\x' } })],
      ['outside model.safetensors.index.json', 'outside model.safetensors.index.json'],
    ],
    [
      'a tensor that is not where it should be',
      [MAP, part(ONE, 'a', 'b'), part(TWO, 'x')],
      [`contradicted ${ONE}`, `tensor-missing ${TWO}`],
    ],
    ['an index without a map', [index({})], ['invalid-index model.safetensors.index.json']],
    ['a map of numbers', [index({ weight_map: { a: 1 } })], ['invalid-index model.safetensors.index.json']],
    [
      'an index that was not read',
      [item('model.safetensors.index.json')],
      ['invalid-index model.safetensors.index.json'],
    ],
  ])('says of %s', (_, items, expected) => {
    const told = analyze(items).map(({ rule, location }) => `${rule.replace('shards/', '')} ${location?.path}`);
    expect(told).toEqual(expected);
  });

  it('says of an index that was too large to keep that it was not compared', () => {
    const kept = item('model.safetensors.index.json');
    const findings = analyze([{ ...kept, file: { ...kept.file, kind: 'json' } }]);
    expect(findings).toMatchObject([{ rule: 'shards/not-compared', says: 'unknown' }]);
  });

  it('says which tensors the index and the part disagree about', () => {
    const [finding] = analyze([MAP, part(ONE, 'x', 'y'), part(TWO, 'b')]);
    expect(finding?.message).toBe(
      `model.safetensors.index.json and ${ONE} disagree: the part lacks "a" and also holds "x" and 1 more.`,
    );
  });

  it('is not misled into a million findings by a name', () => {
    expect(analyze([item('m-00001-of-99999.gguf')]).length).toBeLessThanOrEqual(50);
  });

  it('does not apply to weights in one file', () => {
    expect(shards.appliesTo(inventoryOf([item('model.safetensors')]), [])).toEqual({
      because: 'no weights in several files',
    });
    expect(shards.appliesTo(inventoryOf([MAP]), [])).toBe(true);
  });
});
