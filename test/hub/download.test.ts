import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { downloadModel } from '../../src/adapters/sources/download.ts';
import { createHttpsFileSource } from '../../src/adapters/sources/https-file.ts';
import { createHubSource } from '../../src/adapters/sources/hub.ts';
import type { ErrorCode } from '../../src/kernel/errors.ts';
import type { OpenModel } from '../../src/ports/source.ts';
import { type Hub, startHub } from './emulator.ts';
import { gitBlobSha1, type HubRepository, repository } from './repository.ts';

const BYTES = new Uint8Array(3_000_000).map((_, at) => (at * 31) % 251);
const OTHER = new Uint8Array(3_000_000).fill(9);
const SHA256 = createHash('sha256').update(BYTES).digest('hex');
const FILES = { 'config.json': '{}', 'sub/model.safetensors': BYTES, 'empty.txt': '' };
const ASIDE = '.weighbridge-download';

let folder: string;
const opened: (Hub | OpenModel)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weighbridge-download-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((it) => it.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function hubWith(it: HubRepository = repository('org/model', { files: FILES })): Promise<Hub> {
  const hub = await startHub({ repositories: [it] });
  opened.push(hub);
  return hub;
}

const resolving = { signal: new AbortController().signal, onNotice: () => {} };
const tuning = { patience: { headers: 300, stall: 300 }, sleep: async () => {} };

async function model(hub: Hub): Promise<OpenModel> {
  const clock = { now: () => new Date(0), monotonic: () => 0 };
  const source = createHubSource({
    endpoint: hub.url,
    token: null,
    trustedHosts: [hub.downloadHost],
    clock,
    ...tuning,
  });
  const resolved = await source.resolve('hf:org/model', resolving);
  opened.push(resolved);
  return resolved;
}

const download = (from: OpenModel, onBytes?: (bytes: number) => void) =>
  downloadModel(from, { folder, signal: resolving.signal, ...(onBytes === undefined ? {} : { onBytes }) });

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => 'nothing').catch((reason: unknown) => reason);
  return (error as { code?: string }).code ?? String(error);
}

describe('a download', () => {
  it('brings every file, computes both digests and proves every claim', async () => {
    let bytes = 0;
    const files = await download(await model(await hubWith()), (more) => {
      bytes += more;
    });
    expect(files.map(({ path, proof }) => `${path} ${proof}`)).toEqual([
      'config.json matches',
      'empty.txt matches',
      'sub/model.safetensors matches',
    ]);
    const weights = files.at(-1);
    expect(weights).toMatchObject({ size: BYTES.length, sha256: `sha256:${SHA256}`, gitSha1: gitBlobSha1(BYTES) });
    expect(readFileSync(join(folder, 'sub/model.safetensors')).equals(BYTES)).toBe(true);
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{}');
    expect(readdirSync(folder).sort()).toEqual(['config.json', 'empty.txt', 'sub']);
    expect(bytes).toBe(BYTES.length + 2);
  });

  it('goes on in the same run when the connection is cut', async () => {
    const hub = await hubWith();
    hub.break({ host: 'download', times: 2, fault: { kind: 'stop', after: 1_200_000, how: 'cut' } });
    const files = await download(await model(hub));
    expect(files.at(-1)?.proof).toBe('matches');
    const ranges = hub.seen.filter(({ host }) => host === 'download').map(({ range }) => range);
    expect(ranges[0]).toBeNull();
    expect(ranges.slice(1).every((range) => /^bytes=\d{4,}-$/.test(range ?? ''))).toBe(true);
  });

  it('goes on in the next run where the last one ended, and does not fetch what is done', async () => {
    const hub = await hubWith();
    hub.break({ host: 'download', fault: { kind: 'stop', after: 700_000, how: 'cut' } });
    expect(await codeOf(download(await model(hub)))).toBe('source-unreachable');
    expect(existsSync(join(folder, 'sub/model.safetensors'))).toBe(false);
    hub.mend();
    const before = hub.seen.length;
    const again = await model(hub);
    const files = await download(again);
    expect(files.map(({ proof }) => proof)).toEqual(['matches', 'matches', 'matches']);
    const [range] = hub.seen.slice(before).flatMap((seen) => (seen.host === 'download' ? [seen.range] : []));
    expect(Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1])).toBeGreaterThan(100_000);
    expect(hub.seen.slice(before).some(({ url }) => url.includes('config.json'))).toBe(false);
    expect(again.traffic().bytesRead).toBeLessThan(BYTES.length);
    expect(readdirSync(folder)).not.toContain(ASIDE);
  });

  it('starts over when the file is another one by then', async () => {
    const hub = await hubWith();
    hub.break({ host: 'download', fault: { kind: 'stop', after: 700_000, how: 'cut' } });
    await codeOf(download(await model(hub)));
    const later = await hubWith(repository('org/model', { files: { ...FILES, 'sub/model.safetensors': OTHER } }));
    const files = await download(await model(later));
    expect(files.at(-1)?.proof).toBe('matches');
    expect(readFileSync(join(folder, 'sub/model.safetensors')).equals(OTHER)).toBe(true);
  });

  it('keeps bytes that are not what was claimed aside, never under their name', async () => {
    const hub = await hubWith();
    hub.break({ host: 'download', fault: { kind: 'other-bytes', bytes: OTHER } });
    const files = await download(await model(hub));
    const weights = files.at(-1);
    expect(weights).toMatchObject({ proof: 'differs', gitSha1: gitBlobSha1(OTHER) });
    expect(weights?.localPath).toMatch(/\.weighbridge-download.+\.differs$/);
    expect(readFileSync(weights?.localPath ?? '').equals(OTHER)).toBe(true);
    expect(existsSync(join(folder, 'sub/model.safetensors'))).toBe(false);
  });

  it('finds a lie about a small file by its git SHA-1', async () => {
    const hub = await hubWith();
    hub.break({ host: 'hub', path: /config\.json/, fault: { kind: 'other-bytes', bytes: Buffer.from('[]') } });
    const files = await download(await model(hub));
    expect(files[0]).toMatchObject({ path: 'config.json', proof: 'differs' });
  });

  it('replaces what lies there and is something else', async () => {
    writeFileSync(join(folder, 'config.json'), '[]');
    await download(await model(await hubWith()));
    expect(readFileSync(join(folder, 'config.json'), 'utf8')).toBe('{}');
  });

  it.each<[string, (hub: Hub) => void, ErrorCode]>([
    [
      'a file that grew',
      (hub) => hub.break({ host: 'download', fault: { kind: 'other-bytes', bytes: new Uint8Array(3_000_001) } }),
      'source-changed',
    ],
    [
      'a file that shrank',
      (hub) => hub.break({ host: 'download', fault: { kind: 'other-bytes', bytes: new Uint8Array(9) } }),
      'source-changed',
    ],
    [
      'a host that stalls',
      (hub) => hub.break({ host: 'download', fault: { kind: 'stop', after: 9, how: 'stall' } }),
      'source-unreachable',
    ],
    [
      'a host that asks to wait',
      (hub) => hub.break({ host: 'download', fault: { kind: 'answer', status: 429 } }),
      'source-busy',
    ],
  ])('is ended by %s', async (_, spoil, code) => {
    const hub = await hubWith();
    spoil(hub);
    expect(await codeOf(download(await model(hub)))).toBe(code);
    expect(existsSync(join(folder, 'sub/model.safetensors'))).toBe(false);
  });

  it.each([
    '../out',
    'a/../../out',
    '/etc/out',
    'a\\..\\out',
    'C:out',
    'a/nul\0',
    'trailing.',
    `${ASIDE}/x`,
    '.git/hooks/x',
  ])('refuses the name %j', async (path) => {
    const hostile: OpenModel = {
      ...(await model(await hubWith())),
      files: [{ kind: 'file', path, size: 1, claim: null }],
    };
    expect(await codeOf(download(hostile))).toBe('source-malformed');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not follow a link that lies in its way', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'weighbridge-outside-'));
    symlinkSync(outside, join(folder, 'sub'));
    expect(await codeOf(download(await model(await hubWith())))).toBe('write-failed');
    expect(readdirSync(outside)).toEqual([]);
    rmSync(outside, { recursive: true });
  });

  it('says so when it cannot write', async () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, '');
    const from = await model(await hubWith());
    expect(await codeOf(downloadModel(from, { folder: taken, signal: resolving.signal }))).toBe('write-failed');
  });

  it('stops when the user does, and keeps what it has for the next time', async () => {
    const stop = new AbortController();
    const from = await model(await hubWith());
    const stopped = downloadModel(from, {
      folder,
      signal: stop.signal,
      parallel: 1,
      onBytes: (more) => more > 1000 && stop.abort(),
    });
    expect(await codeOf(stopped)).toBe('stopped');
    mkdirSync(join(folder, 'sub'), { recursive: true });
    expect(readdirSync(join(folder, ASIDE)).some((name) => name.endsWith('.part'))).toBe(true);
  });
});

describe('one file at an address', () => {
  const source = (hub: Hub) =>
    createHttpsFileSource({ trustedHosts: [new URL(hub.url).host, hub.downloadHost], ...tuning });
  const address = (hub: Hub, path = 'sub/model.safetensors') =>
    `${hub.url}/org/model/resolve/main/${path}?download=true#here`;

  async function resolve(hub: Hub, reference: string): Promise<OpenModel> {
    const resolved = await source(hub).resolve(reference, resolving);
    opened.push(resolved);
    return resolved;
  }

  it('is a model of one file, without a claim', async () => {
    const hub = await hubWith();
    const one = await resolve(hub, address(hub));
    expect(one.files).toEqual([{ kind: 'file', path: 'model.safetensors', size: BYTES.length, claim: null }]);
    expect(one.origin).toEqual({
      source: 'https',
      name: `${hub.url}/org/model/resolve/main/sub/model.safetensors`,
      revision: null,
      requested: null,
    });
    const file = await one.open('model.safetensors');
    expect(await file.read(BYTES.length - 3, 3)).toEqual(BYTES.subarray(-3));
    expect((await download(one))[0]).toMatchObject({ proof: 'no-claim', sha256: `sha256:${SHA256}` });
  });

  it('starts over when its ETag changed since the last download', async () => {
    const hub = await hubWith();
    hub.break({ host: 'download', skip: 1, fault: { kind: 'stop', after: 700_000, how: 'cut' } });
    expect(await codeOf(download(await resolve(hub, address(hub))))).toBe('source-unreachable');
    hub.mend();
    hub.break({ host: 'download', fault: { kind: 'other-bytes', bytes: OTHER } });
    await download(await resolve(hub, address(hub)));
    expect(readFileSync(join(folder, 'model.safetensors')).equals(OTHER)).toBe(true);
  });

  it('may be empty', async () => {
    const hub = await hubWith();
    expect((await resolve(hub, address(hub, 'empty.txt'))).files[0]).toMatchObject({ path: 'empty.txt', size: 0 });
  });

  it.each([
    ['/a/b%2Fc.bin', 'b_c.bin'],
    ['/a/..%2F..%2Fetc', '.._.._etc'],
    ['/%2e%2e', 'model'],
    ['/', 'model'],
    ['/%ff', '%ff'],
    ['/evil%E2%80%AEnib.exe', 'evil_U+202E_nib.exe'],
  ])('%s is called %s', async (path, name) => {
    const hub = await hubWith();
    hub.break({ host: 'hub', fault: { kind: 'answer', status: 200, text: 'x' } });
    expect((await resolve(hub, `${hub.url}${path}`)).files[0]?.path).toBe(name);
  });

  it.each<[number, ErrorCode]>([
    [401, 'source-unauthorised'],
    [403, 'source-forbidden'],
    [404, 'source-missing'],
    [429, 'source-busy'],
    [400, 'source-malformed'],
    [500, 'source-unreachable'],
  ])('answered with %i is %s', async (status, code) => {
    const hub = await hubWith();
    hub.break({ host: 'hub', fault: { kind: 'answer', status } });
    expect(await codeOf(resolve(hub, address(hub)))).toBe(code);
  });

  it('over plain http is refused unless the host is trusted', async () => {
    const hub = await hubWith();
    const stranger = createHttpsFileSource({ trustedHosts: [], ...tuning });
    expect(await codeOf(stranger.resolve(address(hub), resolving))).toBe('address-refused');
    expect(hub.seen).toEqual([]);
  });
});
