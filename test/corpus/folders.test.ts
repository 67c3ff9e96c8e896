import { describe, expect, it } from 'vitest';
import { judgedAlone } from '../../src/app/scan-together.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import type { Json } from '../../src/kernel/json.ts';
import { itemAlone, judgeFolder } from './judge-folder.ts';
import { external, field, graph, node, onnx } from './make/graphs.ts';

const text = new TextEncoder();

/** Weights of one tensor of four numbers. */
function weights(name: string): Uint8Array {
  const head = text.encode(JSON.stringify({ [name]: { dtype: 'F32', shape: [4], data_offsets: [0, 16] } }));
  const whole = new Uint8Array(8 + head.length + 16);
  new DataView(whole.buffer).setBigUint64(0, BigInt(head.length), true);
  whole.set(head, 8);
  return whole;
}

const ONE = 'model-00001-of-00002.safetensors';
const TWO = 'model-00002-of-00002.safetensors';
const INDEX = 'model.safetensors.index.json';
const index = (map: Json): string => JSON.stringify({ metadata: { total_size: 32 }, weight_map: map });
const MAP = index({ a: ONE, b: TWO });

describe('an index, in a folder that is scanned,', () => {
  it.each<[string, Record<string, Uint8Array | string>, Record<string, readonly string[]>]>([
    ['has all its parts', { [INDEX]: MAP, [ONE]: weights('a'), [TWO]: weights('b') }, {}],
    ['lies without any, beside settings', { [INDEX]: MAP, 'config.json': '{}' }, {}],
    ['lacks a part', { [INDEX]: MAP, [ONE]: weights('a') }, { [INDEX]: ['shards/missing'] }],
    [
      'seeks a tensor where it is not',
      { [INDEX]: MAP, [ONE]: weights('b'), [TWO]: weights('a') },
      { [INDEX]: ['shards/tensor-missing', 'shards/tensor-missing'] },
    ],
    [
      'names parts of other numbers',
      { [INDEX]: index({ a: 'model-00001-of-00003.safetensors' }), [ONE]: weights('a') },
      { [INDEX]: ['shards/missing'] },
    ],
    ['names no parts at all', { [INDEX]: '{"metadata":{}}' }, { [INDEX]: ['shards/invalid-index'] }],
    ['names less than there is', { [INDEX]: index({ a: ONE }), [ONE]: weights('a'), [TWO]: weights('b') }, {}],
  ])('%s', async (_, files, told) => {
    expect(await judgeFolder(files)).toEqual(told);
  });
});

describe('a network that takes its tensors from a file', () => {
  const model = onnx(graph([node('Relu')], [field(5, external('weights.bin'))]));

  it('asks for it where it is asked alone, too', async () => {
    const item = await itemAlone('a/model.onnx', model);
    const rules = async (there: boolean): Promise<readonly string[]> => {
      const [, { findings }] = await judgedAlone([item, { findings: [], broken: [], asked: [] }], async (path) => {
        expect(path).toBe('a/weights.bin');
        return there;
      });
      return findings.map(({ rule }) => rule);
    };
    expect(await rules(true)).toEqual([]);
    expect(await rules(false)).toEqual(['shards/missing']);
  });

  it('has it beside itself', async () => {
    expect(await judgeFolder({ 'a/model.onnx': model, 'a/weights.bin': new Uint8Array(64) })).toEqual({});
  });

  it('lacks it', async () => {
    expect(await judgeFolder({ 'a/model.onnx': model, 'weights.bin': 'x' })).toMatchObject({
      'a/model.onnx': ['shards/missing'],
    });
  });
});

describe('a package of MLflow', () => {
  const flavors = 'flavors:\n  python_function:\n    data: model.xgb\n    loader_module: mlflow.xgboost\n';

  it.each<[string, Record<string, string>, Record<string, readonly string[]>]>([
    ['has the file of its model', { 'm/MLmodel': flavors, 'm/model.xgb': '' }, {}],
    ['has the folder of its model', { 'm/MLmodel': flavors, 'm/model.xgb/a.txt': 'a' }, {}],
    ['is only described', { 'm/MLmodel': flavors, 'n/other.txt': 'a' }, {}],
    [
      'was logged with a copy of its description',
      { 'm/MLmodel': flavors, 'm/model.xgb': '', 'm/metadata/MLmodel': flavors, 'm/metadata/conda.yaml': 'name: a' },
      {},
    ],
    [
      'lies in a folder of that name, and lacks its model',
      { 'metadata/MLmodel': flavors, 'metadata/conda.yaml': 'name: a' },
      { 'metadata/MLmodel': ['shards/missing'] },
    ],
    ['lacks its model', { 'm/MLmodel': flavors, 'm/conda.yaml': 'name: a' }, { 'm/MLmodel': ['shards/missing'] }],
  ])('%s', async (_, files, told) => {
    expect(await judgeFolder(files)).toEqual(told);
  });
});

/** A layout of one image of one layer; `change` takes its files away or exchanges them. */
function layout(
  change: (files: Record<string, string>, names: Record<string, string>) => void,
): Record<string, string> {
  const files: Record<string, string> = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}' };
  const add = (content: string, mediaType: string): Json => {
    const digest = digestOf(text.encode(content));
    files[`blobs/${digest.replace(':', '/')}`] = content;
    return { mediaType, digest, size: content.length };
  };
  const type = 'application/vnd.oci.image';
  const config = add('{"architecture":"amd64","os":"linux"}', `${type}.config.v1+json`);
  const layer = add('a layer', 'text/plain');
  const manifest = add(
    JSON.stringify({ schemaVersion: 2, mediaType: `${type}.manifest.v1+json`, config, layers: [layer] }),
    `${type}.manifest.v1+json`,
  );
  files['index.json'] = JSON.stringify({ schemaVersion: 2, manifests: [manifest] });
  const [settings = '', stuff = '', image = ''] = Object.keys(files).filter((path) => path.startsWith('blobs/'));
  change(files, { settings, stuff, image });
  return files;
}

describe('a layout of images', () => {
  it.each<[string, Parameters<typeof layout>[0], readonly string[]]>([
    ['is whole', () => {}, []],
    ['lacks a layer', (files, { stuff = '' }) => delete files[stuff], ['digests/blob-missing']],
    ['lacks the settings of an image', (files, { settings = '' }) => delete files[settings], ['digests/blob-missing']],
    ['lacks its only image', (files, { image = '' }) => delete files[image], ['digests/blob-missing']],
    [
      'has another layer than its manifest names',
      (files, { stuff = '' }) => Object.assign(files, { [stuff]: 'A LAYER' }),
      ['digests/blob-name'],
    ],
    [
      'is of another version',
      (files) => Object.assign(files, { 'oci-layout': '{"imageLayoutVersion":"9.0"}' }),
      ['digests/broken-layout'],
    ],
    ['has no index', (files) => delete files['index.json'], ['digests/broken-layout']],
    [
      'has an index without a list',
      (files) => Object.assign(files, { 'index.json': '{"schemaVersion":2,"manifests":{}}' }),
      ['digests/broken-layout'],
    ],
    [
      'describes what has no digest',
      (files) =>
        Object.assign(files, { 'index.json': '{"schemaVersion":2,"manifests":[{"digest":"sha256:zz","size":1}]}' }),
      ['digests/broken-layout'],
    ],
  ])('%s', async (_, change, told) => {
    expect(Object.values(await judgeFolder(layout(change))).flat()).toEqual(told);
  });

  it('may leave out the images of other platforms', async () => {
    const files = layout(() => {});
    const { manifests } = JSON.parse(files['index.json'] ?? '') as { manifests: Json[] };
    const other = {
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      digest: `sha256:${'1'.repeat(64)}`,
      size: 3,
    };
    const both = JSON.stringify({ schemaVersion: 2, manifests: [...manifests, other] });
    expect(await judgeFolder({ ...files, 'index.json': both })).toEqual({});
  });
});
