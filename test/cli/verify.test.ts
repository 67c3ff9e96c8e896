import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { keyIdOf } from '../../src/attest/dsse.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const model = join(home, 'plover');
const decision = join(home, 'plover.decision.json');
const key = join(home, 'release.key');
const quiet = {
  signal: new AbortController().signal,
  progress: { start: () => {}, update: () => {}, notice: () => {}, end: () => {} },
};
const use = ['--commercial', 'no', '--exposure', 'internal', '--purpose', 'a test'];

beforeAll(async () => {
  cpSync('examples/models/plover-1m', model, { recursive: true });
  expect((await wb(['key', 'new', key], { home })).code).toBe(0);
  const signed = await wb(['vet', model, ...use, '--sign', key, '--decision', decision, '--quiet'], { home });
  expect(signed.code, signed.stdout + signed.stderr).toBe(0);
});

const verify = (folder: string, file = decision) =>
  appIn(home).verify({ folder, decisionFile: file, keyFiles: [] }, quiet);

/** A copy of the admitted folder that a test may spoil. */
function copy(name: string): string {
  const folder = join(home, 'copies', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(model, folder, { recursive: true });
  return folder;
}

describe('a signed decision', () => {
  it('lets the folder it was made for pass, by its bytes and not by its place', async () => {
    expect(await verify(model)).toMatchObject({ ok: true, refusals: [] });
    expect(await verify(copy('elsewhere'))).toMatchObject({ ok: true });
  });

  it('binds every file, the dossier, the policy, the use and an expiry', async () => {
    const { decision: read } = await verify(model);
    expect(read?.files.map(({ path }) => path).toSorted()).toEqual(readdirSync(model).toSorted());
    expect(read).toMatchObject({
      verdict: 'admit',
      policy: { id: 'default' },
      use: { purpose: 'a test', commercial: false },
    });
    expect(Date.parse(read?.expiresAt ?? '')).toBeGreaterThan(Date.now());
  });

  it('is a statement of the published schema', () => {
    const envelope = JSON.parse(readFileSync(decision, 'utf8')) as { payloadType: string; payload: string };
    const statement: unknown = JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
    const schema = JSON.parse(readFileSync('schemas/admission-v1.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    expect(envelope.payloadType).toBe('application/vnd.in-toto+json');
    expect(validate(statement), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...(statement as object), predicateType: 'urn:other' })).toBe(false);
  });

  it('is refused when any bit of any file is flipped', async () => {
    const folder = copy('flipped');
    const names = readdirSync(folder);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.nat(7), async (name, at, bit) => {
        const path = join(folder, name);
        const bytes = readFileSync(path);
        const spoilt = Buffer.from(bytes);
        spoilt[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
        writeFileSync(path, spoilt);
        const answer = await verify(folder);
        writeFileSync(path, bytes);
        expect(answer.ok).toBe(false);
        expect(answer.refusals).toContainEqual(expect.objectContaining({ kind: 'changed', path: name }));
      }),
      { numRuns: cases(60) },
    );
    expect(await verify(folder)).toMatchObject({ ok: true });
  });

  it('is refused for a missing, a renamed and a swapped file', async () => {
    const missing = copy('missing');
    rmSync(join(missing, 'tokenizer.json'));
    expect((await verify(missing)).refusals).toEqual([
      expect.objectContaining({ kind: 'missing', path: 'tokenizer.json' }),
    ]);
    const swapped = copy('swapped');
    renameSync(join(swapped, 'config.json'), join(swapped, 'x'));
    renameSync(join(swapped, 'generation_config.json'), join(swapped, 'config.json'));
    renameSync(join(swapped, 'x'), join(swapped, 'generation_config.json'));
    expect((await verify(swapped)).refusals.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  });

  it.each([
    'extra.py',
    'pytorch_model.bin',
    'adapter_config.json',
    'chat_template.jinja',
    'vocab.txt',
    'sub/model.safetensors',
    'license.safetensors',
    'NOTICE.bin',
    'notice.py',
    'sub/.git/hook',
    'noname',
  ])('is refused when %s was added', async (name) => {
    const folder = copy('extra');
    mkdirSync(join(folder, 'sub', '.git'), { recursive: true });
    writeFileSync(join(folder, name), 'x');
    expect((await verify(folder)).refusals).toContainEqual(expect.objectContaining({ kind: 'extra', path: name }));
  });

  it('minds neither an added document nor itself in the folder', async () => {
    const folder = copy('documents');
    writeFileSync(join(folder, 'NOTES.md'), 'ours');
    cpSync(decision, join(folder, 'decision.json'));
    expect(await verify(folder, join(folder, 'decision.json'))).toMatchObject({
      ok: true,
      extraDocuments: ['NOTES.md'],
    });
  });

  it('is refused when a file became a link out of the folder', async () => {
    const folder = copy('linked');
    rmSync(join(folder, 'config.json'));
    symlinkSync(join(model, 'config.json'), join(folder, 'config.json'));
    expect(await verify(folder)).toMatchObject({ ok: false });
  });
});

describe('a decision that is not to be trusted', () => {
  const envelope = () =>
    JSON.parse(readFileSync(decision, 'utf8')) as { payload: string; signatures: { sig: string }[] };
  const written = (name: string, value: unknown): string => {
    const path = join(home, name);
    writeFileSync(path, JSON.stringify(value));
    return path;
  };

  it('says so when its payload was changed', async () => {
    const statement = Buffer.from(envelope().payload, 'base64')
      .toString()
      .replace('"verdict":"admit"', '"verdict":"admit" ');
    const file = written('changed.json', { ...envelope(), payload: Buffer.from(statement).toString('base64') });
    expect(await verify(model, file)).toMatchObject({ ok: false, decision: null, refusals: [{ kind: 'signature' }] });
  });

  it('says so when somebody else signed it again', async () => {
    const other = scratchFolder();
    await wb(['key', 'new', join(other, 'mallory.key')], { home: other });
    const file = join(other, 'theirs.json');
    await wb(['vet', model, ...use, '--sign', join(other, 'mallory.key'), '--decision', file, '--quiet'], {
      home: other,
    });
    expect(await verify(model, file)).toMatchObject({ ok: false, decision: null, refusals: [{ kind: 'signature' }] });
    expect((await wb(['key', 'trust', join(other, 'mallory.pub')], { home })).code).toBe(0);
    expect(await verify(model, file)).toMatchObject({ ok: true });
  });

  it('says so when it is for another model', async () => {
    expect(await verify('examples/models/plover-1m-harbour')).toMatchObject({ ok: false });
  });

  it('says so when it does not admit', async () => {
    const tainted = 'examples/models/plover-1m-tainted';
    const file = join(home, 'tainted.json');
    expect((await wb(['vet', tainted, ...use, '--sign', key, '--decision', file, '--quiet'], { home })).code).toBe(1);
    const answer = await verify(tainted, file);
    expect(answer.refusals).toEqual([expect.objectContaining({ kind: 'not-admitted' })]);
  });

  it('says so when it has expired', async () => {
    const policy = join(home, 'short.yaml');
    const profile = appIn(home).profileText({ id: 'default' });
    writeFileSync(policy, profile.replace(/validDays: *\d+/, 'validDays: 1'));
    const file = join(home, 'expired.json');
    await wb(['vet', model, ...use, '--policy', policy, '--sign', key, '--decision', file, '--quiet'], { home });
    const later = Date.now() + 25 * 60 * 60 * 1000;
    const answer = await appIn(home, {}, later).verify({ folder: model, decisionFile: file, keyFiles: [] }, quiet);
    expect(answer.refusals).toEqual([expect.objectContaining({ kind: 'expired' })]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['JSON of another kind', '{"a":1}'],
    ['an envelope without signatures', '{"payloadType":"x","payload":"","signatures":"none"}'],
  ])('is an error of its own when it is %s', async (_, text) => {
    const file = join(home, 'broken.json');
    writeFileSync(file, text);
    const { code, stderr } = await wb(['verify', model, '--decision', file], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[decision-invalid]');
  });

  it('passes nobody while no key is trusted', async () => {
    const stranger = scratchFolder();
    const { code, stdout } = await wb(['verify', model, '--decision', decision, '--quiet'], { home: stranger });
    expect(code).toBe(1);
    expect(stdout).toContain('weighbridge key trust');
  });
});

describe('keys', () => {
  it('are for their owner’s eyes alone, and never overwritten', async () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const again = await wb(['key', 'new', key], { home });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('[file-exists]');
  });

  it('that others may read are refused', async () => {
    const exposed = join(home, 'exposed.key');
    writeFileSync(exposed, readFileSync(key), { mode: 0o644 });
    const { code, stderr } = await wb(['vet', model, '--sign', exposed], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[key-exposed]');
    const pub = await wb(['vet', model, '--sign', `${key.replace(/\.key$/, '')}.pub`], { home });
    expect([pub.code, pub.stderr]).toEqual([2, expect.stringContaining('is a public key')]);
    expect(pub.stderr).not.toContain('chmod');
  });

  it('have an id that is the SHA-256 of the public half', async () => {
    const { keyId } = await verify(model);
    const { createPublicKey } = await import('node:crypto');
    expect(keyId).toBe(keyIdOf(createPublicKey(readFileSync(key.replace('.key', '.pub')))));
  });
});
