import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsIn } from '../../src/domain/dossier.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { type Hub, startHub } from '../hub/emulator.ts';
import { inMemory, lfsFile, repository } from '../hub/repository.ts';
import { shardedRepository } from '../hub/sharded.ts';
import { sampled } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Printed, wb } from '../support/world.ts';

const home = scratchFolder();
const PLOVER = 'examples/models/plover-1m';
let hub: Hub;

/** Bytes like the published ones, and the digest of the published ones. */
const FALSE_SAFETENSORS = Buffer.from(readFileSync(join(PLOVER, 'model.safetensors')));
FALSE_SAFETENSORS[FALSE_SAFETENSORS.length - 1] = 1;

beforeAll(async () => {
  const names = [
    'config.json',
    'generation_config.json',
    'tokenizer.json',
    'tokenizer_config.json',
    'README.md',
    'LICENSE',
  ];
  const bytes = (name: string) => readFileSync(join(PLOVER, name));
  const files = Object.fromEntries([...names, 'model.safetensors'].map((name) => [name, bytes(name)]));
  const promised = createHash('sha256').update(bytes('model.safetensors')).digest('hex');
  const lying = { ...files, 'model.safetensors': lfsFile('model.safetensors', inMemory(FALSE_SAFETENSORS), promised) };
  hub = await startHub({
    repositories: [
      repository('birds/plover', { files }),
      repository('birds/lying', { files: lying }),
      repository('birds/gated', { files, gated: 'manual' }),
      repository('birds/private', { files, private: true }),
      shardedRepository('birds/ostrich', { shards: 80, shardBytes: 1_750_000_000 }),
    ],
  });
});
afterAll(() => hub.close());

const use = ['--commercial', 'no', '--exposure', 'internal', '--purpose', 'a test'];

function vet(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Printed> {
  return wb(['vet', ...args, ...use], {
    home,
    env: { HF_ENDPOINT: hub.url, WEIGHBRIDGE_TRUSTED_HOSTS: hub.downloadHost, ...env },
  });
}

async function vetted(args: readonly string[]): Promise<{ code: number; vetting: Vetting }> {
  const printed = await vet([...args, '--format', 'json', '--quiet']);
  if (printed.stdout === '') throw new Error(printed.stderr);
  return { code: printed.code, vetting: JSON.parse(printed.stdout) as Vetting };
}

describe('a model on the hub, without downloading it', () => {
  it('is pinned, read by range, and admitted on claims with the duty to prove them', async () => {
    const { code, vetting } = await vetted(['hf:birds/plover']);
    expect(code).toBe(0);
    expect(vetting.dossier.artifact.origin).toMatchObject({ source: 'hf', name: 'birds/plover' });
    expect(vetting.dossier.artifact.origin.revision).toMatch(/^[0-9a-f]{40}$/);
    const digests = Object.fromEntries(vetting.dossier.artifact.files.map(({ path, digest }) => [path, digest.kind]));
    expect(digests).toMatchObject({ 'model.safetensors': 'claimed', 'config.json': 'proven' });
    expect(vetting.verdict.duties).toEqual([
      expect.objectContaining({ id: 'verify-bytes', files: ['model.safetensors'] }),
    ]);
    expect(vetting.reading.bytesRead).toBeLessThan(vetting.reading.bytesTotal);
    expect(vetting.openQuestions).toContainEqual(expect.objectContaining({ state: 'claimed' }));
  });

  it('has the manifest that the same folder has on disk', async () => {
    const folder = join(home, 'copy');
    await vet(['hf:birds/plover', '--download', folder, '--quiet']);
    const remote = await vetted(['hf:birds/plover']);
    const local = await vetted([folder]);
    expect(remote.vetting.dossier.artifact.manifest).toBe(local.vetting.dossier.artifact.manifest);
  });

  it('costs under a thousandth of a sharded repository of 140 GB', async () => {
    const { vetting } = await vetted(['hf:birds/ostrich']);
    expect(vetting.reading.bytesTotal).toBeGreaterThan(130e9);
    expect(vetting.reading.bytesRead / vetting.reading.bytesTotal).toBeLessThan(0.001);
    expect(vetting.reading.bytesRead).toBeGreaterThan(0);
    const shards = vetting.dossier.artifact.files.filter(({ kind }) => kind === 'safetensors');
    expect(shards).toHaveLength(80);
    expect(findingsIn(vetting.dossier).filter(({ rule }) => rule.startsWith('weight-layout/'))).toEqual([]);
  });

  it('gives the same dossier twice', async () => {
    const [first, second] = [await vetted(['hf:birds/plover']), await vetted([`${hub.url}/birds/plover`])];
    expect(second.vetting.dossier.digest).toBe(first.vetting.dossier.digest);
  });
});

describe('one file behind an address that is signed', () => {
  it('is called by the address without what signs it', async () => {
    const bytes = readFileSync(join(PLOVER, 'config.json'));
    const server = createServer((_, response) => response.end(bytes));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const at = `http://127.0.0.1:${port}/config.json`;
    const args = ['scan', `${at}?X-Signature=a/b`, '--format', 'jsonl', '--quiet'];
    const { stdout } = await wb(args, { home, env: { WEIGHBRIDGE_TRUSTED_HOSTS: `127.0.0.1:${port}` } });
    server.close();
    expect(JSON.parse(stdout)).toMatchObject({ path: `${at}?…`, verdict: 'clean' });
  });
});

describe('a download', () => {
  it('proves every claim, and the decision then carries no duty', async () => {
    const folder = join(home, 'proved');
    const { vetting } = await vetted(['hf:birds/plover', '--download', folder]);
    expect(vetting.dossier.artifact.files.map(({ digest }) => digest.kind)).not.toContain('claimed');
    expect(vetting.verdict).toMatchObject({ outcome: 'admit', duties: [] });
    expect(existsSync(join(folder, 'model.safetensors'))).toBe(true);
  });

  it('disproves a lying digest with a critical finding, and denies', async () => {
    const { code, vetting } = await vetted(['hf:birds/lying', '--download', join(home, 'lying')]);
    expect(code).toBe(1);
    const findings = findingsIn(vetting.dossier).filter(({ rule }) => rule.startsWith('digests/'));
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'critical', location: { path: 'model.safetensors' } }),
    );
    expect(existsSync(join(home, 'lying', 'model.safetensors'))).toBe(false);
  });
});

describe('a hub with two faces', () => {
  it('shows harmless bytes and states the digest of others: verify judges what was only claimed', async () => {
    const [harmless, harmful] = [Buffer.from(`V${'a'.repeat(20)}\n.`), Buffer.from("cos\nsystem\n(S'true'\ntR.")];
    expect(harmless.length).toBe(harmful.length);
    const promised = createHash('sha256').update(harmful).digest('hex');
    const config = readFileSync(join(PLOVER, 'config.json'));
    const card = readFileSync(join(PLOVER, 'README.md'));
    const files = {
      'config.json': config,
      'README.md': card,
      'extra.pkl': lfsFile('extra.pkl', inMemory(harmless), promised),
    };
    const twoFaced = await startHub({ repositories: [repository('evil/twoface', { files })] });
    const env = { HF_ENDPOINT: twoFaced.url, WEIGHBRIDGE_TRUSTED_HOSTS: twoFaced.downloadHost };
    const key = join(home, 'two.key');
    const decision = join(home, 'two.decision.json');
    await wb(['key', 'new', key], { home });
    const vetting = await wb(['vet', 'hf:evil/twoface', ...use, '--sign', key, '--decision', decision, '--quiet'], {
      home,
      env,
    });
    await twoFaced.close();
    expect(vetting.code, vetting.stdout + vetting.stderr).toBe(0);
    const folder = join(home, 'twoface');
    mkdirSync(folder);
    writeFileSync(join(folder, 'config.json'), config);
    writeFileSync(join(folder, 'README.md'), card);
    writeFileSync(join(folder, 'extra.pkl'), harmful);
    const { code, stdout } = await wb(['verify', folder, '--decision', decision, '--quiet'], { home });
    expect(code).toBe(1);
    expect(stdout).toContain('malicious');
  });
});

describe('what keeps us from looking has its own error', () => {
  it.each([
    ['a gated model', 'hf:birds/gated', 'source-gated'],
    ['a private model', 'hf:birds/private', 'source-unauthorised'],
    ['a missing model', 'hf:birds/dodo', 'source-unauthorised'],
    ['a missing revision', 'hf:birds/plover@v9', 'source-missing'],
    ['no name of a model', 'hf:birds/../plover', 'reference-invalid'],
  ])('%s', async (_, reference, code) => {
    const printed = await vet([reference, '--quiet']);
    expect(printed).toMatchObject({ code: code === 'reference-invalid' ? 2 : 4, stdout: '' });
    expect(printed.stderr).toContain(`[${code}]`);
  });

  it('a redirect to an address inside', async () => {
    const printed = await vet(['hf:birds/plover', '--quiet'], { WEIGHBRIDGE_TRUSTED_HOSTS: '' });
    expect(printed).toMatchObject({ code: 4, stdout: '' });
    expect(printed.stderr).toContain('[address-refused]');
  });

  it('the token is in no output', async () => {
    const token = `hf_${'secretsecret'.repeat(3)}`;
    const printed = await vet(['hf:birds/private'], { HF_TOKEN: token });
    expect(printed.stdout + printed.stderr).not.toContain(token);
    expect(printed.code).toBe(4);
  });
});

describe('what is vetted configures nothing', () => {
  const vetted: readonly (readonly [string, readonly string[]])[] = [
    ['the folder one stands in', ['vet', '.']],
    ['one file of it', ['vet', 'pytorch_model.bin']],
    ['a hub’s model, from inside a clone of it', ['vet', 'hf:birds/lying', '--download', '.']],
    ['the folder above', ['vet', '../bribing']],
  ];
  it.each(sampled(vetted, 2))('a policy beside the model is read by nobody who vets %s', async (_, args) => {
    const folder = join(home, 'bribing');
    mkdirSync(folder, { recursive: true });
    for (const name of ['pytorch_model.bin', 'config.json']) {
      writeFileSync(join(folder, name), readFileSync(join('examples/models/plover-1m-tainted', name)));
    }
    const bribe =
      'apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: bribe, version: 1}\nspec: {rules: []}\n';
    for (const name of ['weighbridge.policy.yaml', 'policy.yaml', '.weighbridge.yaml'])
      writeFileSync(join(folder, name), bribe);
    const env = {
      ...process.env,
      WEIGHBRIDGE_HOME: home,
      HF_ENDPOINT: hub.url,
      WEIGHBRIDGE_TRUSTED_HOSTS: hub.downloadHost,
    };
    const child = spawn(process.execPath, [resolve('dist/bin.js'), ...args, '--quiet', '--format', 'json'], {
      cwd: folder,
      env,
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    const [code] = (await once(child, 'close')) as [number];
    expect(code).toBe(1);
    expect((JSON.parse(text) as Vetting).policy.id).toBe('default');
  });

  it('those in the folder one stands in are read, when it is not the model', async () => {
    const cwd = join(home, 'desk');
    mkdirSync(cwd, { recursive: true });
    writeFileSync(join(cwd, 'weighbridge.use.yaml'), 'purpose: from my desk\n');
    const { stdout } = await wb(['vet', join(process.cwd(), PLOVER), '--quiet', '--format', 'json'], { home, cwd });
    expect((JSON.parse(stdout) as Vetting).dossier.use.purpose).toBe('from my desk');
  });
});
