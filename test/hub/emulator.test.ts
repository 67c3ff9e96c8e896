import { createHash } from 'node:crypto';
import { downloadFile, fileDownloadInfo, fileExists, listFiles, modelInfo, pathsInfo } from '@huggingface/hub';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hub, startHub } from './emulator.ts';
import { gitBlobSha1, pointerText, repository } from './repository.ts';

const WEIGHTS = Buffer.from('weights that are not really weights');
const SHA256 = createHash('sha256').update(WEIGHTS).digest('hex');
const FILES = {
  'README.md': '---\nlicense: mit\n---\n',
  'config.json': '{"model_type":"llama"}',
  'model.safetensors': WEIGHTS,
  'onnx/deep/model.onnx': Buffer.from('onnx'),
};
const TOKEN = 'hf_reader';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('the official client finds the hub it expects', () => {
  let hub: Hub;
  const open = repository('org/open', { files: FILES, refs: { 'refs/pr/1': 'a'.repeat(40) } });
  const gated = repository('org/gated', { files: FILES, gated: 'manual' });
  const secret = repository('org/secret', { files: FILES, private: true });

  beforeAll(async () => {
    hub = await startHub({
      repositories: [open, gated, secret],
      renamed: { 'old/open': 'org/open' },
      tokens: { [TOKEN]: ['org/gated', 'org/secret'], hf_stranger: [] },
      pageSize: 2,
    });
  });
  afterAll(() => hub.close());

  it('modelInfo reads name, commit, gate and files', async () => {
    const info = await modelInfo({
      name: 'org/open',
      hubUrl: hub.url,
      additionalFields: ['sha', 'tags', 'cardData', 'filePaths'],
    });
    expect(info).toMatchObject({ name: 'org/open', gated: false, private: false, sha: open.commit });
    expect(info.filePaths).toEqual(Object.keys(FILES));
    expect(info.cardData).toEqual({ license: 'apache-2.0' });
  });

  it('modelInfo finds a renamed model, and a pull request as a revision', async () => {
    expect((await modelInfo({ name: 'old/open', hubUrl: hub.url })).name).toBe('org/open');
    const info = await modelInfo({
      name: 'org/open',
      revision: 'refs/pr/1',
      hubUrl: hub.url,
      additionalFields: ['sha'],
    });
    expect(info.sha).toBe('a'.repeat(40));
  });

  it('listFiles follows every page and gets sizes, object ids and LFS digests', async () => {
    const entries = await all(listFiles({ repo: 'org/open', recursive: true, hubUrl: hub.url }));
    expect(entries.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'directory onnx',
      'directory onnx/deep',
      'file README.md',
      'file config.json',
      'file model.safetensors',
      'file onnx/deep/model.onnx',
    ]);
    const weights = entries.find(({ path }) => path === 'model.safetensors');
    const pointer = pointerText(SHA256, WEIGHTS.length);
    expect(weights).toMatchObject({ size: WEIGHTS.length, oid: gitBlobSha1(Buffer.from(pointer)) });
    expect(weights?.lfs).toEqual({ oid: SHA256, size: WEIGHTS.length, pointerSize: pointer.length });
    expect(entries.find(({ path }) => path === 'config.json')?.oid).toBe(
      gitBlobSha1(Buffer.from(FILES['config.json'])),
    );
  });

  it('listFiles without recursion stops at folders, and goes into one', async () => {
    const top = await all(listFiles({ repo: 'org/open', hubUrl: hub.url, expand: true }));
    expect(top.map(({ path }) => path)).toEqual(['onnx', 'README.md', 'config.json', 'model.safetensors']);
    expect(top[1]?.lastCommit?.id).toBe(open.commit);
    const deep = await all(listFiles({ repo: 'org/open', path: 'onnx', hubUrl: hub.url }));
    expect(deep.map(({ path }) => path)).toEqual(['onnx/deep']);
  });

  it('pathsInfo knows files and folders and leaves out the rest', async () => {
    const infos = await pathsInfo({
      repo: 'org/open',
      paths: ['model.safetensors', 'onnx', 'nothing'],
      hubUrl: hub.url,
    });
    expect(infos.map(({ type, path }) => `${type} ${path}`)).toEqual(['file model.safetensors', 'directory onnx']);
    expect(infos[0]?.lfs?.oid).toBe(SHA256);
  });

  it.each([
    ['a file in git', 'config.json', Buffer.from(FILES['config.json'])],
    ['a file in LFS', 'model.safetensors', WEIGHTS],
    ['a file in a folder', 'onnx/deep/model.onnx', FILES['onnx/deep/model.onnx']],
  ])('downloadFile and fileDownloadInfo get %s', async (_, path, bytes) => {
    const info = await fileDownloadInfo({ repo: 'org/open', path, hubUrl: hub.url });
    expect(info).toMatchObject({ size: bytes.length });
    const blob = await downloadFile({ repo: 'org/open', path, hubUrl: hub.url });
    expect(Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
    const slice = await blob?.slice(1, 4).text();
    expect(slice).toBe(bytes.subarray(1, 4).toString());
  });

  it('downloadFile raw gets the LFS pointer', async () => {
    const blob = await downloadFile({ repo: 'org/open', path: 'model.safetensors', raw: true, hubUrl: hub.url });
    expect(await blob?.text()).toBe(pointerText(SHA256, WEIGHTS.length));
  });

  it('a file that is not there is null, or does not exist', async () => {
    expect(await downloadFile({ repo: 'org/open', path: 'nothing', hubUrl: hub.url })).toBeNull();
    expect(await fileExists({ repo: 'org/open', path: 'nothing', hubUrl: hub.url })).toBe(false);
    expect(await fileExists({ repo: 'org/open', path: 'config.json', hubUrl: hub.url })).toBe(true);
  });

  it.each<[string, () => Promise<unknown>, number]>([
    ['a missing model is 401 to nobody', () => modelInfo({ name: 'org/none', hubUrl: hub.url }), 401],
    [
      'a missing model is 404 to somebody',
      () => modelInfo({ name: 'org/none', hubUrl: hub.url, accessToken: TOKEN }),
      404,
    ],
    ['a private model is 401 to nobody', () => modelInfo({ name: 'org/secret', hubUrl: hub.url }), 401],
    [
      'a private model is 404 to a stranger',
      () => modelInfo({ name: 'org/secret', hubUrl: hub.url, accessToken: 'hf_stranger' }),
      404,
    ],
    ['a wrong token is 401', () => modelInfo({ name: 'org/open', hubUrl: hub.url, accessToken: 'hf_wrong' }), 401],
    ['a missing revision is 404', () => modelInfo({ name: 'org/open', revision: 'none', hubUrl: hub.url }), 404],
    [
      'a gated file is 401 to nobody',
      () => downloadFile({ repo: 'org/gated', path: 'config.json', hubUrl: hub.url }),
      401,
    ],
    [
      'a gated file is 403 to a stranger',
      () => downloadFile({ repo: 'org/gated', path: 'config.json', hubUrl: hub.url, accessToken: 'hf_stranger' }),
      403,
    ],
  ])('%s', async (_, ask, statusCode) => {
    await expect(ask()).rejects.toMatchObject({ statusCode });
  });

  it('a reader of private and gated models gets both', async () => {
    const access = { hubUrl: hub.url, accessToken: TOKEN };
    expect((await modelInfo({ name: 'org/secret', ...access })).private).toBe(true);
    const blob = await downloadFile({ repo: 'org/gated', path: 'config.json', ...access });
    expect(await blob?.text()).toBe(FILES['config.json']);
  });
});
