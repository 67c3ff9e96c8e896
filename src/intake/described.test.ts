import { describe, expect, it } from 'vitest';
import type { ExternalBytes } from '../formats/location.ts';
import { createBudget } from '../kernel/budget.ts';
import { sourceOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import { descriptions } from './described.ts';
import type { Item, Reading } from './inventory.ts';
import { readFileAs } from './read-file.ts';

const constant = (length: number): ExternalBytes => ({ location: 'a.bin', offset: 0, length, owner: 'a constant' });

/** What a network of OpenVINO's says of the file beside it. */
function saidBy(external: readonly ExternalBytes[]) {
  const described = descriptions();
  const openvino = { version: 11, operators: [], external };
  const facts = { format: 'xml', root: 'net', doctype: null, includes: [], text: '', openvino, pmml: null } as const;
  const reading = { kind: 'read', format: 'xml', member: [], facts, defects: [] } as Reading;
  described.add({ file: { path: 'm/a.xml' } as Item['file'], readings: [reading], unreadable: [] });
  return described.of('m/a.bin');
}

describe('the file of weights beside a network of OpenVINO', () => {
  it.each<[string, readonly ExternalBytes[]]>([
    ['no constant', []],
    ['an empty one', [constant(0)]],
  ])('may be empty with %s', async (_, external) => {
    const said = saidBy(external);
    expect(said).toEqual({ namedBy: ['m/a.xml'], end: 0, whole: true, none: true });
    const { readings, unreadable } = await readFileAs(
      [],
      'm/a.bin',
      sourceOf(new Uint8Array()),
      createBudget(() => 0),
      said,
    );
    expect([readings, unreadable]).toMatchObject([[{ format: 'tensor-data', defects: [] }], []]);
  });

  it('may hold nothing then that no reader knows', async () => {
    const { readings } = await readFileAs(
      [],
      'm/a.bin',
      sourceOf(new Uint8Array(3)),
      createBudget(() => 0),
      saidBy([]),
    );
    expect(readings).toMatchObject([{ defects: [{ code: 'trailing-bytes' }] }]);
  });

  it('has to have the bytes of its constants', () => {
    expect(saidBy([constant(0), constant(8)])).toEqual({ namedBy: ['m/a.xml'], end: 8 });
  });
});

/** What a document in JSON says of a file near it. */
function saidByJson(path: string, value: Json, of: string) {
  const described = descriptions();
  const facts = { format: 'json', value, duplicateKeys: [] };
  const reading = { kind: 'read', format: 'json', member: [], facts, defects: [] } as unknown as Reading;
  described.add({ file: { path } as Item['file'], readings: [reading], unreadable: [] });
  return described.of(of);
}

describe('raw numbers', () => {
  const weights = [
    { name: 'a', shape: [2, 3], dtype: 'float32' },
    { name: 'b', shape: [5], dtype: 'float32', quantization: { dtype: 'uint8', min: 0, scale: 1 } },
  ];

  it('of TensorFlow.js are those that its manifest names', () => {
    const model = { weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights }] };
    const said = saidByJson('m/model.json', model, 'm/group1-shard1of1.bin');
    expect(said).toEqual({ namedBy: ['m/model.json'], end: 29, whole: true });
    const groups = [{ paths: ['a-shard1', 'a-shard2'], weights }];
    expect(saidByJson('m/a-weights_manifest.json', groups, 'm/a-shard2')).toMatchObject({ end: 0 });
    expect(saidByJson('m/model.json', { weightsManifest: [{ paths: ['x.bin'] }] }, 'm/x.bin')).toBeNull();
    expect(saidByJson('m/notes.json', model, 'm/group1-shard1of1.bin')).toBeNull();
  });

  it('of a tensordict are as long as its description says', () => {
    const meta = {
      a: { shape: [3, 2], dtype: 'torch.float32', is_nested: false },
      _type: "<class 'tensordict._td.TensorDict'>",
    };
    expect(saidByJson('t/meta.json', meta, 't/a.memmap')).toEqual({ namedBy: ['t/meta.json'], end: 24, whole: true });
    expect(saidByJson('t/meta.json', { ...meta, _type: 'x' }, 't/a.memmap')).toBeNull();
  });

  it('of Zarr may lie in a folder whose name is like that of a chunk', () => {
    const array = { shape: [2], zarr_format: 2 };
    for (const folder of ['b.c', 'w', 'layers.0', '0'])
      expect(saidByJson(`m/${folder}/.zarray`, array, `m/${folder}/0`)).toMatchObject({ chunk: true });
    expect(saidByJson('m/w/.zarray', array, 'm/w/0.x')).toBeNull();
  });
});
