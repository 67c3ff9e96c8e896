import { describe, expect, it } from 'vitest';
import type { FormatId } from '../formats/facts.ts';
import type { Format } from '../formats/format.ts';
import type { ExternalBytes } from '../formats/location.ts';
import { createBudget } from '../kernel/budget.ts';
import { MalformedError, sourceOf } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import { descriptions } from './described.ts';
import type { Item, Reading } from './inventory.ts';
import { bytesOfManifest } from './manifests.ts';
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

  it.each(['lib.so', 'x.pyd', 'X.class', 'x.jar', 'w.zip', 'm.keras', 'w.npz', 'm.h5', 'm.pt', 'M.PKL', 'w.7z'])(
    'have no name that promises something else: %s',
    (name) => {
      for (const value of [[{ paths: [name], weights }], { weightsManifest: [{ paths: [name], weights }] }])
        expect(saidByJson('m/model-manifest.json', value, `m/${name}`)).toBeNull();
    },
  );

  it.each(['group1-shard1of2.bin', 'group1-shard1of2', 'face_model.v2-shard1', 'w.weights', 'f0'])(
    'may be called %s',
    (name) => {
      expect(saidByJson('m/model-manifest.json', [{ paths: [name], weights }], `m/${name}`)).toMatchObject({ end: 29 });
    },
  );

  it('are no more than a model has, over all groups, and listed once', () => {
    const paths = Array.from({ length: 60_000 }, (_, at) => `f${at}`);
    const groups = [paths, paths].map((those) => ({ paths: those, weights }));
    const list = bytesOfManifest(groups);
    expect(list.length).toBe(100_000);
    expect(bytesOfManifest(groups)).toBe(list);
  });

  it.each<[string, FormatId, number]>([
    ['m/w.bin', 'pickle', 0],
    ['m/w.pick', 'pickle', 1],
    ['m/w.bin', 'sevenzip', 1],
  ])('in %s excuse no more than that they begin like something: %s', async (path, id, kept) => {
    const format = {
      id,
      claims: (name: string, head: Uint8Array) => head.length > 0 || name.endsWith('.pick'),
      read: () => {
        throw new MalformedError('x', 0);
      },
    } as unknown as Format;
    const said = { namedBy: ['m/model.json'], end: 3 };
    const budget = createBudget(() => 0);
    const { unreadable, readings } = await readFileAs([format], path, sourceOf(new Uint8Array(3)), budget, said);
    expect(readings).toMatchObject([{ format: 'tensor-data' }]);
    expect(unreadable.map((one) => one.reason)).toEqual(kept === 0 ? [] : ['malformed']);
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
