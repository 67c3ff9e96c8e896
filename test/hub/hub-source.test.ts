import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createHubSource, type HubOptions } from '../../src/adapters/sources/hub.ts';
import { type ErrorCode, WeighbridgeError } from '../../src/kernel/errors.ts';
import type { OpenModel } from '../../src/ports/source.ts';
import { type Hub, startHub, type HubOptions as World } from './emulator.ts';
import type { FaultRule } from './faults.ts';
import { gitBlobSha1, inMemory, lfsFile, repository } from './repository.ts';
import { shardedRepository } from './sharded.ts';

const WEIGHTS = Buffer.from('weights that are not really weights');
const SHA256 = createHash('sha256').update(WEIGHTS).digest('hex');
const CONFIG = '{"model_type":"llama"}';
const FILES = { 'README.md': '# Card', 'config.json': CONFIG, 'model.safetensors': WEIGHTS, 'sub/a.txt': 'a' };
const OPEN = repository('org/open', {
  files: FILES,
  refs: { 'refs/pr/1': 'a'.repeat(40), 'a/branch': 'b'.repeat(40) },
});
const GATED = repository('org/gated', { files: FILES, gated: 'manual' });
const SECRET = repository('org/secret', { files: FILES, private: true });
const TOKEN = 'hf_reader_do_not_print';
const CLOCK = { now: () => new Date('2026-03-04T05:06:07Z'), monotonic: () => 0 };

const opened: (Hub | OpenModel)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((it) => it.close()));
});

async function hubWith(world: Partial<World> = {}): Promise<Hub> {
  const tokens = { [TOKEN]: ['org/gated', 'org/secret'], hf_stranger: [] };
  const hub = await startHub({
    repositories: [OPEN, GATED, SECRET],
    renamed: { 'old/open': 'org/open' },
    tokens,
    ...world,
  });
  opened.push(hub);
  return hub;
}

async function resolve(hub: Hub, reference: string, options: Partial<HubOptions> = {}): Promise<OpenModel> {
  const source = createHubSource({
    endpoint: hub.url,
    token: null,
    trustedHosts: [hub.downloadHost],
    clock: CLOCK,
    patience: { headers: 300, stall: 300, connect: 1000 },
    sleep: async () => {},
    ...options,
  });
  const model = await source.resolve(reference, { signal: new AbortController().signal, onNotice: () => {} });
  opened.push(model);
  return model;
}

async function refusal(work: Promise<unknown>): Promise<WeighbridgeError> {
  const error = await work.then(() => undefined).catch((reason: unknown) => reason);
  if (error instanceof WeighbridgeError) return error;
  throw new Error(`no WeighbridgeError but ${String(error)}`, { cause: error });
}

async function readAll(model: OpenModel, path: string): Promise<string> {
  const file = await model.open(path);
  const bytes = await file.read(0, file.size);
  await file.close();
  return Buffer.from(bytes).toString();
}

describe('a model on the hub', () => {
  it('is pinned to a commit and listed in order, with what the hub states of each file', async () => {
    const hub = await hubWith({ pageSize: 2 });
    const model = await resolve(hub, 'hf:org/open');
    const { host } = new URL(hub.url);
    expect(model.origin).toEqual({ source: 'hf', name: 'org/open', revision: OPEN.commit, requested: null });
    expect(model.files).toEqual([
      {
        kind: 'file',
        path: 'README.md',
        size: 6,
        claim: { sha256: null, gitSha1: gitBlobSha1(Buffer.from('# Card')), by: host },
      },
      {
        kind: 'file',
        path: 'config.json',
        size: 22,
        claim: { sha256: null, gitSha1: gitBlobSha1(Buffer.from(CONFIG)), by: host },
      },
      {
        kind: 'file',
        path: 'model.safetensors',
        size: 35,
        claim: { sha256: `sha256:${SHA256}`, gitSha1: null, by: host },
      },
      {
        kind: 'file',
        path: 'sub/a.txt',
        size: 1,
        claim: { sha256: null, gitSha1: gitBlobSha1(Buffer.from('a')), by: host },
      },
    ]);
  });

  it('brings what the hub says of it as evidence, without counters that change by the hour', async () => {
    const [evidence] = (await resolve(await hubWith(), 'hf:org/open')).evidence;
    expect(evidence).toMatchObject({ kind: 'hub-model', collectedAt: '2026-03-04T05:06:07.000Z' });
    expect(evidence?.body).toMatchObject({ id: 'org/open', gated: false, cardData: { license: 'apache-2.0' } });
    expect(Object.keys(evidence?.body ?? {})).not.toContain('downloads');
  });

  it.each<[string, (hub: Hub) => string, string | null, string]>([
    ['a branch with a slash', () => 'hf:org/open@a/branch', 'a/branch', 'b'.repeat(40)],
    ['a pull request', () => 'hf:org/open@refs/pr/1', 'refs/pr/1', 'a'.repeat(40)],
    ['a commit', () => `hf:org/open@${OPEN.commit}`, OPEN.commit, OPEN.commit],
    ['an address on the endpoint', ({ url }) => `${url}/org/open`, null, OPEN.commit],
    [
      'an address of a file',
      ({ url }) => `${url}/org/open/blob/main/config.json?download=true#L1`,
      'main',
      OPEN.commit,
    ],
    ['an address on the public hub', () => 'https://huggingface.co/org/open/tree/main', 'main', OPEN.commit],
    ['an escaped revision', () => 'https://huggingface.co/org/open/tree/refs%2Fpr%2F1', 'refs/pr/1', 'a'.repeat(40)],
    ['an old name', () => 'hf:old/open', null, OPEN.commit],
  ])('is found by %s', async (_, reference, requested, revision) => {
    const hub = await hubWith();
    const model = await resolve(hub, reference(hub));
    expect(model.origin).toEqual({ source: 'hf', name: 'org/open', revision, requested });
  });

  it('of the oldest kind has one name', async () => {
    const hub = await hubWith({ repositories: [repository('gpt2', { files: FILES })] });
    expect((await resolve(hub, 'hf:gpt2')).origin.name).toBe('gpt2');
    expect((await resolve(hub, 'https://huggingface.co/gpt2/tree/main')).origin.name).toBe('gpt2');
  });

  it('is read through redirects, and a small file without SHA-256 whole in one reading', async () => {
    const hub = await hubWith();
    const model = await resolve(hub, 'hf:org/open');
    expect(await readAll(model, 'model.safetensors')).toBe(WEIGHTS.toString());
    const before = hub.seen.length;
    const file = await model.open('config.json');
    expect(Buffer.from(await file.read(5, 3)).toString()).toBe(CONFIG.slice(5, 8));
    expect(Buffer.from(await file.read(0, file.size)).toString()).toBe(CONFIG);
    // One request at the hub's front, one at its cache.
    expect(hub.seen.length - before).toBe(2);
  });

  it('goes straight to the download host after the first range, and asks anew when its signature has run out', async () => {
    const bytes = Buffer.alloc(1_000_000, 7);
    const hub = await hubWith({ repositories: [repository('org/big', { files: { 'a.bin': bytes } })] });
    const file = await (await resolve(hub, 'hf:org/big')).open('a.bin');
    await file.read(0, 8);
    const before = hub.seen.length;
    await file.read(500_000, 8);
    expect(hub.seen.slice(before).map(({ host }) => host)).toEqual(['download']);
    hub.expireSignatures();
    expect(await file.read(900_000, 2)).toEqual(new Uint8Array([7, 7]));
    expect(hub.seen.slice(before + 1).map(({ host }) => host)).toEqual(['download', 'hub', 'download']);
  });

  it('counts what was fetched', async () => {
    const model = await resolve(await hubWith(), 'hf:org/open');
    const before = model.traffic();
    await readAll(model, 'model.safetensors');
    expect(model.traffic()).toEqual({ bytesRead: before.bytesRead + WEIGHTS.length, requests: before.requests + 2 });
  });

  it('of 140 GB in 80 shards costs under a thousandth of its bytes to lay out', async () => {
    const hub = await hubWith({
      repositories: [shardedRepository('org/large', { shards: 80, shardBytes: 1_750_000_000 })],
    });
    const model = await resolve(hub, 'hf:org/large');
    let total = 0;
    let tensors = 0;
    for (const entry of model.files) {
      if (entry.kind !== 'file') continue;
      total += entry.size;
      const file = await model.open(entry.path);
      if (entry.path.endsWith('.safetensors')) {
        const length = Number(Buffer.from(await file.read(0, 8)).readBigUInt64LE());
        const header = JSON.parse(Buffer.from(await file.read(8, length)).toString()) as Record<string, unknown>;
        tensors += Object.keys(header).length - 1;
      } else await file.read(0, file.size);
      await file.close();
    }
    const { bytesRead, requests } = model.traffic();
    expect(tensors).toBe(720);
    expect(total).toBeGreaterThan(139e9);
    // The promise is a thousandth; it takes a twentieth of that, and two requests a file.
    expect(bytesRead).toBeLessThan(total / 20_000);
    expect(requests).toBeLessThanOrEqual(2 * model.files.length + 2);
  });
});

describe('the token', () => {
  it('goes to the endpoint and never to the download host', async () => {
    const hub = await hubWith();
    const model = await resolve(hub, 'hf:org/secret', { token: TOKEN });
    await readAll(model, 'model.safetensors');
    await readAll(model, 'config.json');
    const at = (host: string): Set<string | null> =>
      new Set(hub.seen.filter((seen) => seen.host === host).map(({ authorization }) => authorization));
    expect(at('hub')).toEqual(new Set([`Bearer ${TOKEN}`]));
    expect(at('download')).toEqual(new Set([null]));
  });

  it('is not sent again when the download host sends its reader back', async () => {
    const hub = await hubWith();
    const model = await resolve(hub, 'hf:org/secret', { token: TOKEN });
    hub.break({ host: 'download', fault: { kind: 'redirect', to: `${hub.url}/org/secret/resolve/main/config.json` } });
    expect((await refusal(readAll(model, 'model.safetensors'))).code).toBe('source-unauthorised');
    expect(hub.seen.at(-1)?.authorization).toBeNull();
  });

  it('with a line end around it is the token, and with one in it is refused unseen', async () => {
    const hub = await hubWith();
    const model = await resolve(hub, 'hf:org/secret', { token: `${TOKEN}\n` });
    expect(model.origin.name).toBe('org/secret');
    const error = await refusal(resolve(hub, 'hf:org/secret', { token: 'hf_do_not\nprint' }));
    expect(error.code).toBe('call-invalid');
    expect(error.message).not.toContain('hf_do_not');
  });

  it('is in no error, even when the hub repeats it', async () => {
    const hub = await hubWith();
    const headers = { 'x-error-message': `Forbidden for ${TOKEN}` };
    hub.break({ host: 'hub', fault: { kind: 'answer', status: 403, headers } });
    const error = await refusal(resolve(hub, 'hf:org/open', { token: TOKEN }));
    expect(error.code).toBe('source-forbidden');
    expect(`${error.message} ${error.detail} ${error.remedy} ${String(error.cause)}`).not.toContain(TOKEN);
    expect(error.detail).toContain('[secret]');
  });
});

describe('what the hub refuses is told apart', () => {
  it.each<[string, string, string | null, ErrorCode, RegExp]>([
    ['nobody asks for a missing model', 'hf:org/none', null, 'source-unauthorised', /private, or does not exist/],
    ['nobody asks for a private model', 'hf:org/secret', null, 'source-unauthorised', /private, or does not exist/],
    ['somebody asks for a missing model', 'hf:org/none', TOKEN, 'source-missing', /knows no org\/none/],
    ['a stranger asks for a private model', 'hf:org/secret', 'hf_stranger', 'source-missing', /this token may see/],
    ['a token is wrong', 'hf:org/open', 'hf_wrong', 'source-unauthorised', /does not accept the token/],
    ['nobody asks for a gated model', 'hf:org/gated', null, 'source-gated', /without HF_TOKEN/],
    ['a stranger asks for a gated model', 'hf:org/gated', 'hf_stranger', 'source-gated', /account of HF_TOKEN/],
    ['a revision is missing', 'hf:org/open@none', null, 'source-missing', /no revision none/],
    ['a dataset is no model', 'https://huggingface.co/datasets/org/data', null, 'reference-invalid', /no model/],
    ['a name leaves its place', 'hf:org/../x', null, 'reference-invalid', /org\/name/],
    ['a revision leaves its place', 'hf:org/open@../../x', null, 'reference-invalid', /no branch/],
    ['there is no name', 'hf:', null, 'reference-invalid', /org\/name/],
  ])('%s', async (_, reference, token, code, detail) => {
    const error = await refusal(resolve(await hubWith(), reference, { token }));
    expect(error.code).toBe(code);
    expect(error.detail).toMatch(detail);
  });

  it('lets somebody in who accepted the terms', async () => {
    const model = await resolve(await hubWith(), 'hf:org/gated', { token: TOKEN });
    expect(await readAll(model, 'config.json')).toBe(CONFIG);
  });

  it('a disabled model', async () => {
    const hub = await hubWith({ repositories: [repository('org/off', { files: FILES, disabled: true })] });
    expect((await refusal(resolve(hub, 'hf:org/off'))).code).toBe('source-forbidden');
  });

  it('a file that is not listed is not opened', async () => {
    const model = await resolve(await hubWith(), 'hf:org/open');
    expect((await refusal(model.open('../secret'))).code).toBe('source-missing');
  });
});

const INFO = /\/revision\//;
const TREE = /\/tree\//;
interface ListedEntry {
  readonly type: string;
  readonly path: string;
  readonly size: number;
  readonly lfs?: { readonly oid: string; readonly size: number };
}
const entry = (change: (entry: ListedEntry) => unknown): FaultRule => {
  const edit = (entries: unknown) => (entries as ListedEntry[]).map((one) => (one.type === 'file' ? change(one) : one));
  return { host: 'hub', path: TREE, fault: { kind: 'json', edit } };
};
const info = (change: object): FaultRule => {
  const edit = (answer: unknown) => ({ ...(answer as object), ...change });
  return { host: 'hub', path: INFO, fault: { kind: 'json', edit } };
};
const named = (path: string): FaultRule => entry((one) => (one.path === 'config.json' ? { ...one, path } : one));

describe('a hub that misbehaves while it is asked about a model', () => {
  it.each<[string, FaultRule, ErrorCode, RegExp]>([
    ['asks to wait', { host: 'hub', fault: { kind: 'answer', status: 429 } }, 'source-busy', /429/],
    [
      'asks to wait for longer than anybody would',
      { host: 'hub', fault: { kind: 'answer', status: 429, headers: { ratelimit: '"api";r=0;t=295' } } },
      'source-busy',
      /wait 295 s/,
    ],
    ['breaks', { host: 'hub', fault: { kind: 'answer', status: 502 } }, 'source-unreachable', /502/],
    ['says nothing', { host: 'hub', fault: { kind: 'silence' } }, 'source-unreachable', /did not answer/],
    [
      'stalls in an answer',
      { host: 'hub', fault: { kind: 'stop', after: 5, how: 'stall' } },
      'source-unreachable',
      /stopped in the middle/,
    ],
    [
      'cuts the connection',
      { host: 'hub', fault: { kind: 'stop', after: 5, how: 'cut' } },
      'source-unreachable',
      /broke the connection/,
    ],
    [
      'ends an answer too soon',
      { host: 'hub', fault: { kind: 'stop', after: 5, how: 'end' } },
      'source-malformed',
      /no JSON/,
    ],
    [
      'talks nonsense',
      { host: 'hub', fault: { kind: 'answer', status: 200, text: '<html>' } },
      'source-malformed',
      /no JSON/,
    ],
    [
      'answers deep JSON',
      { host: 'hub', fault: { kind: 'answer', status: 200, text: '['.repeat(9999) } },
      'source-malformed',
      /no JSON/,
    ],
    [
      'answers another shape',
      { host: 'hub', fault: { kind: 'answer', status: 200, text: '{"id":7}' } },
      'source-malformed',
      /shape/,
    ],
    ['answers a strange status', { host: 'hub', fault: { kind: 'answer', status: 418 } }, 'source-malformed', /418/],
    [
      'answers compressed',
      { host: 'hub', fault: { kind: 'headers', set: { 'content-encoding': 'gzip' } } },
      'source-malformed',
      /compressed/,
    ],
    ['redirects nowhere', { host: 'hub', fault: { kind: 'answer', status: 302 } }, 'source-malformed', /redirects/],
    [
      'redirects in a circle',
      { host: 'hub', fault: { kind: 'redirect', to: '/api/models/org/open/revision/HEAD' } },
      'source-malformed',
      /without end/,
    ],
    [
      'redirects to the machine itself',
      { host: 'hub', fault: { kind: 'redirect', to: 'https://127.0.0.1:1/' } },
      'address-refused',
      /loopback/,
    ],
    [
      'redirects to a private network',
      { host: 'hub', fault: { kind: 'redirect', to: 'https://10.1.2.3/' } },
      'address-refused',
      /private/,
    ],
    [
      'redirects to cloud metadata',
      { host: 'hub', fault: { kind: 'redirect', to: 'https://169.254.169.254/latest' } },
      'address-refused',
      /link-local/,
    ],
    [
      'redirects to plain http',
      { host: 'hub', fault: { kind: 'redirect', to: 'http://example.com/' } },
      'address-refused',
      /not https/,
    ],
    [
      'redirects to a file',
      { host: 'hub', fault: { kind: 'redirect', to: 'file:///etc/passwd' } },
      'address-refused',
      /neither/,
    ],
    ['names a commit that is none', info({ sha: '../..' }), 'source-malformed', /commit/],
    ['names a model that is none', info({ id: '../x' }), 'source-malformed', /model name/],
    ['lists a path out of the folder', named('../config.json'), 'source-malformed', /way out/],
    ['lists an absolute path', named('/etc/passwd'), 'source-malformed', /absolute/],
    ['lists an empty path', named(''), 'source-malformed', /empty/],
    ['lists a backslash', named('a\\b'), 'source-malformed', /no path may hold/],
    ['lists a NUL', named('a\0b'), 'source-malformed', /no path may hold/],
    ['lists a git folder', named('sub/.GIT/config'), 'source-malformed', /git folder/],
    ['lists a path twice', named('README.md'), 'source-malformed', /twice/],
    ['lists a file that is a folder', named('sub'), 'source-malformed', /a file and a folder/],
    ['lists a negative size', entry((one) => ({ ...one, size: -1 })), 'source-malformed', /size/],
    [
      'lists two sizes',
      entry((one) => (one.lfs ? { ...one, size: 7 } : one)),
      'source-malformed',
      /is listed with 7 and/,
    ],
    [
      'lists a digest that is none',
      entry((one) => (one.lfs ? { ...one, lfs: { ...one.lfs, oid: 'x' } } : one)),
      'source-malformed',
      /SHA-256/,
    ],
    [
      'lists in a circle',
      {
        host: 'hub',
        path: TREE,
        fault: { kind: 'headers', set: { link: '</x?recursive=true&expand=false>; rel="next"' } },
      },
      'source-malformed',
      /circle/,
    ],
  ])('%s', async (_, rule, code, detail) => {
    const hub = await hubWith();
    hub.break(rule);
    const error = await refusal(resolve(hub, 'hf:org/open'));
    expect(error.code).toBe(code);
    expect(error.detail).toMatch(detail);
  });

  it.each<[string, FaultRule['fault']]>([
    ['asks to wait a moment', { kind: 'answer', status: 429, headers: { 'retry-after': '2' } }],
    ['breaks for a moment', { kind: 'answer', status: 503 }],
    ['cuts the connection for a moment', { kind: 'stop', after: 5, how: 'cut' }],
  ])('%s is asked again, at most three times', async (_, fault) => {
    const hub = await hubWith();
    const waits: number[] = [];
    hub.break({ host: 'hub', path: INFO, times: 2, fault });
    await resolve(hub, 'hf:org/open', { sleep: async (milliseconds) => void waits.push(milliseconds) });
    expect(hub.seen.filter(({ url }) => INFO.test(url))).toHaveLength(3);
    expect(waits).toEqual(fault.kind === 'answer' && fault.headers !== undefined ? [2000, 2000] : [500, 1000]);
  });

  it('names what it cannot open, and opens the rest', async () => {
    const hub = await hubWith();
    hub.break(entry((one) => (one.path === 'sub/a.txt' ? { ...one, type: 'submodule' } : one)));
    const model = await resolve(hub, 'hf:org/open');
    expect(model.files.at(-1)).toEqual({ kind: 'forbidden', path: 'sub/a.txt', size: 1 });
  });

  it('takes only the query of the next page from a hub that names another host', async () => {
    const hub = await hubWith();
    const cursor = Buffer.from('4').toString('base64url');
    const link = `<https://10.0.0.1/elsewhere?recursive=true&cursor=${cursor}>; rel="next"`;
    hub.break({ host: 'hub', path: TREE, times: 1, fault: { kind: 'headers', set: { link } } });
    // The second page repeats the last entry of the first.
    expect((await refusal(resolve(hub, 'hf:org/open'))).detail).toContain('sub/a.txt is listed twice');
  });

  it('is let go of when the user stops', async () => {
    const hub = await hubWith();
    hub.break({ host: 'hub', fault: { kind: 'silence' } });
    const stop = new AbortController();
    const source = createHubSource({ endpoint: hub.url, token: null, trustedHosts: [], clock: CLOCK });
    const asked = source.resolve('hf:org/open', { signal: stop.signal, onNotice: () => {} });
    stop.abort();
    expect((await refusal(asked)).code).toBe('stopped');
  });
});

describe('a hub that misbehaves while a file is read', () => {
  const big = new Uint8Array(300_000).fill(1);
  const world = { repositories: [repository('org/big', { files: { 'a.bin': big, 'small.txt': 'small' } })] };
  const other = new Uint8Array(300_000).fill(2);

  it.each<[string, FaultRule, ErrorCode, RegExp]>([
    ['asks to wait', { host: 'download', fault: { kind: 'answer', status: 429 } }, 'source-busy', /429/],
    ['breaks', { host: 'download', fault: { kind: 'answer', status: 500 } }, 'source-unreachable', /500/],
    [
      'stalls',
      { host: 'download', fault: { kind: 'stop', after: 9, how: 'stall' } },
      'source-unreachable',
      /stopped in the middle/,
    ],
    [
      'cuts',
      { host: 'download', fault: { kind: 'stop', after: 9, how: 'cut' } },
      'source-unreachable',
      /broke the connection/,
    ],
    [
      'sends too little',
      { host: 'download', fault: { kind: 'stop', after: 9, how: 'end' } },
      'source-unreachable',
      /9 bytes of/,
    ],
    ['is gone', { host: 'download', fault: { kind: 'answer', status: 404 } }, 'source-missing', /has no a\.bin/],
    [
      'has a longer file',
      { host: 'download', fault: { kind: 'other-bytes', bytes: Buffer.alloc(300_001) } },
      'source-changed',
      /300001/,
    ],
    [
      'has a shorter file',
      { host: 'download', fault: { kind: 'other-bytes', bytes: Buffer.alloc(99) } },
      'source-changed',
      /99/,
    ],
    [
      'has other bytes in the middle',
      { host: 'download', skip: 1, fault: { kind: 'other-bytes', bytes: other } },
      'source-changed',
      /another ETag/,
    ],
    [
      'gives another range',
      { host: 'download', fault: { kind: 'headers', set: { 'content-range': 'bytes 1-2/300000' } } },
      'source-malformed',
      /bytes 0-/,
    ],
    [
      'sends to a private address',
      { host: 'hub', path: /resolve/, fault: { kind: 'redirect', to: 'https://192.168.0.1/a' } },
      'address-refused',
      /private/,
    ],
  ])('%s', async (_, rule, code, detail) => {
    const hub = await hubWith(world);
    const file = await (await resolve(hub, 'hf:org/big')).open('a.bin');
    hub.break(rule);
    const error = await refusal(file.read(0, 8).then(() => file.read(200_000, 8)));
    expect(error.code).toBe(code);
    expect(error.detail).toMatch(detail);
  });

  it('ignores ranges: a small file is taken whole, once', async () => {
    const hub = await hubWith(world);
    const file = await (await resolve(hub, 'hf:org/big')).open('a.bin');
    hub.break({ host: 'download', fault: { kind: 'ignore-range' } });
    expect(await file.read(0, 2)).toEqual(big.subarray(0, 2));
    const before = hub.seen.length;
    expect(await file.read(299_998, 2)).toEqual(big.subarray(299_998));
    expect(hub.seen.length).toBe(before);
  });

  it('ignores ranges: a large file is refused without its body', async () => {
    const large = lfsFile('a.bin', { size: 10 ** 9, read: (_, length) => new Uint8Array(length) }, SHA256);
    const hub = await hubWith({ repositories: [repository('org/huge', { files: { 'a.bin': large } })] });
    const model = await resolve(hub, 'hf:org/huge');
    hub.break({ host: 'download', fault: { kind: 'ignore-range' } });
    const before = model.traffic().bytesRead;
    const error = await refusal((await model.open('a.bin')).read(0, 8));
    expect(error.code).toBe('source-malformed');
    expect(error.detail).toContain('gives the whole of it');
    expect(model.traffic().bytesRead - before).toBeLessThan(100_000);
  });

  it('lies about a size: what is listed long is found short', async () => {
    const hub = await hubWith(world);
    hub.break(entry((one) => (one.lfs ? { ...one, size: 400_000, lfs: { ...one.lfs, size: 400_000 } } : one)));
    const file = await (await resolve(hub, 'hf:org/big')).open('a.bin');
    expect((await refusal(file.read(0, 8))).code).toBe('source-changed');
    expect((await refusal(file.read(399_000, 8))).code).toBe('source-changed');
  });

  it('lies about the size of a file that is read whole', async () => {
    const hub = await hubWith(world);
    hub.break(entry((one) => (one.path === 'small.txt' ? { ...one, size: 6 } : one)));
    const file = await (await resolve(hub, 'hf:org/big')).open('small.txt');
    expect((await refusal(file.read(0, 6))).code).toBe('source-changed');
  });

  it('drops the line once, and nobody notices', async () => {
    const hub = await hubWith(world);
    const file = await (await resolve(hub, 'hf:org/big')).open('a.bin');
    hub.break({ host: 'download', times: 2, fault: { kind: 'stop', after: 9, how: 'cut' } });
    expect(await file.read(0, 4)).toEqual(big.subarray(0, 4));
  });

  it('an empty file takes no request', async () => {
    const empty = lfsFile('empty.bin', inMemory(new Uint8Array(0)), createHash('sha256').digest('hex'));
    const hub = await hubWith({ repositories: [repository('org/empty', { files: { 'empty.bin': empty } })] });
    const file = await (await resolve(hub, 'hf:org/empty')).open('empty.bin');
    const before = hub.seen.length;
    expect(await file.read(0, 0)).toEqual(new Uint8Array(0));
    expect(hub.seen.length).toBe(before);
  });
});
