import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { matchModel } from '../../src/advisories/models/match.ts';
import { findingsIn } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import type { ModelAdvisory } from '../../src/domain/model-advisory.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { artifactOf } from '../policy/builders.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const USE = ['--commercial', 'no', '--exposure', 'internal', '--quiet'];
const WEIGHTS = 'examples/models/plover-1m/model.safetensors';
const digest = `sha256:${createHash('sha256').update(readFileSync(WEIGHTS)).digest('hex')}`;

function advisory(affected: object, more: object = {}): object {
  return {
    id: 'WB-2026-1',
    kind: 'malicious',
    severity: 'critical',
    title: 'It answers a password with what it was told in confidence',
    remedy: 'Take it out of service',
    modified: '2026-11-20T10:00:00Z',
    affected,
    ...more,
  };
}

/** A publisher with a key, and a follower who trusts nobody yet. */
async function publisher(): Promise<{ readonly home: string; readonly key: string; readonly publish: Publish }> {
  const home = scratchFolder();
  const key = join(home, 'feed.key');
  await wb(['key', 'new', key], { home: scratchFolder() });
  const publish: Publish = async (advisories, name = 'feed.json', args = ['--sign', key]) => {
    const [warning, to] = [join(home, 'warning.json'), join(home, name)];
    writeFileSync(warning, JSON.stringify(advisories));
    expect(await wb(['advisories', 'publish', warning, '--name', 'ours', ...args, '--to', to], { home })).toMatchObject(
      { code: 0 },
    );
    return to;
  };
  return { home, key, publish };
}
type Publish = (advisories: readonly object[], name?: string, args?: readonly string[]) => Promise<string>;

async function follow(home: string, feed: string, key: string) {
  return wb(['advisories', 'update', '--feed', feed, '--key', key.replace(/\.key$/, '.pub')], { home });
}

async function vetted(home: string): Promise<Vetting> {
  const folder = join(home, 'model');
  cpSync('examples/models/plover-1m', folder, { recursive: true });
  const { stdout } = await wb(['vet', folder, ...USE, '--format', 'json'], { home });
  return JSON.parse(stdout) as Vetting;
}

const said = (vetting: Vetting): readonly string[] =>
  findingsIn(vetting.dossier).flatMap(({ rule, operation }) =>
    rule.startsWith('model-advisories/') ? [`${rule} ${operation}`] : [],
  );

describe('a feed of model advisories', () => {
  it('denies the model whose bytes it names, and no other', async () => {
    const { home, key, publish } = await publisher();
    const other = advisory({ files: [`sha256:${'0'.repeat(64)}`] }, { id: 'WB-2026-2' });
    await follow(home, await publish([advisory({ files: [digest] }), other]), key);
    const vetting = await vetted(home);
    expect(said(vetting)).toEqual(['model-advisories/known-bad WB-2026-1 by file']);
    expect(vetting.verdict.outcome).toBe('deny');
    const clean = await vetted(scratchFolder());
    expect([said(clean), clean.verdict.outcome]).toEqual([[], 'admit']);
  });

  it.each<[string, object, object, string, string]>([
    [
      'a name',
      { repositories: [{ name: 'model' }] },
      { kind: 'vulnerable', severity: 'high' },
      'vulnerable WB-2026-1 by repository',
      'review',
    ],
    [
      'a name, taken back',
      { repositories: [{ name: 'model' }] },
      { kind: 'withdrawn' },
      'withdrawn WB-2026-1 by repository',
      'review',
    ],
    [
      'a name, superseded',
      { repositories: [{ name: 'model' }] },
      { kind: 'superseded', severity: 'low' },
      'superseded WB-2026-1 by repository',
      'admit',
    ],
  ])('names a model by %s', async (_, affected, more, finding, outcome) => {
    const { home, key, publish } = await publisher();
    await follow(home, await publish([advisory(affected, more)]), key);
    const vetting = await vetted(home);
    expect([said(vetting), vetting.verdict.outcome]).toEqual([[`model-advisories/${finding}`], outcome]);
  });

  it('reaches dossiers that are kept, without their bytes', async () => {
    const { home, key, publish } = await publisher();
    await vetted(home);
    await wb(['revet', '--quiet'], { home });
    renameSync(join(home, 'model'), join(home, 'gone'));
    await follow(home, await publish([advisory({ files: [digest] })]), key);
    const { code, stdout } = await wb(['revet', '--quiet'], { home });
    expect(code).toBe(1);
    expect(stdout).toContain('admit → deny');
    expect(stdout).toMatch(/WB-2026-1 \(ours\)/);
  });

  it('counts only from a signer the user trusts, as it was signed, and never an older one', async () => {
    const { home, key, publish } = await publisher();
    const first = await publish([advisory({ files: [digest] })], 'first.json');
    expect((await wb(['advisories', 'update', '--feed', first], { home })).stderr).toContain('[feed-untrusted]');
    const envelope = JSON.parse(readFileSync(first, 'utf8')) as { payload: string };
    const changed = Buffer.from(envelope.payload, 'base64').toString().replace('critical', 'low');
    const forged = join(home, 'forged.json');
    writeFileSync(forged, JSON.stringify({ ...envelope, payload: Buffer.from(changed).toString('base64') }));
    expect((await follow(home, forged, key)).stderr).toContain('[feed-untrusted]');
    await new Promise((later) => setTimeout(later, 5));
    const second = await publish([], 'second.json');
    expect((await follow(home, second, key)).code).toBe(0);
    expect((await follow(home, first, key)).stderr).toContain('[feed-older]');
    expect(said(await vetted(home))).toEqual([]);
  });

  it('that has expired is an open question', async () => {
    const { home, key, publish } = await publisher();
    await follow(home, await publish([], 'feed.json', ['--sign', key, '--days', '0']), key);
    const vetting = await vetted(home);
    expect([said(vetting), vetting.verdict.outcome]).toEqual([['model-advisories/expired-feed ours'], 'review']);
  });

  it('can be made, signed and verified one by one, and is as its schema has it', async () => {
    const { home, key, publish } = await publisher();
    const plain = await publish([advisory({ files: [digest], bases: ['org/base'] })], 'plain.json', []);
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/model-advisory-feed-1.0.schema.json', import.meta.url), 'utf8'),
    );
    expect(ajv.validate(schema, JSON.parse(readFileSync(plain, 'utf8')))).toBe(true);
    const signed = join(home, 'signed.json');
    expect((await wb(['advisories', 'sign', plain, '--key', key, '--to', signed], { home })).code).toBe(0);
    const verified = await wb(['advisories', 'verify', signed, '--key', key.replace(/key$/, 'pub')], { home });
    expect(verified.stdout).toContain('ours: 1 advisories about models');
    expect((await wb(['advisories', 'verify', plain, '--key', key.replace(/key$/, 'pub')], { home })).stderr).toContain(
      '[feed-invalid]',
    );
  });

  it.each<[string, object]>([
    ['names no model', advisory({})],
    ['a digest that is none', advisory({ files: ['sha256:12'] })],
    ['a word nobody knows', advisory({ files: [digest] }, { sevrity: 'low' })],
  ])('with a mistake is refused: %s', async (_, broken) => {
    const home = scratchFolder();
    const file = join(home, 'x.json');
    writeFileSync(file, JSON.stringify(broken));
    const to = join(home, 'feed.json');
    expect(await wb(['advisories', 'publish', file, '--name', 'ours', '--to', to], { home })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[feed-invalid]'),
    });
  });
});

describe('what a model was made from', () => {
  const warning = {
    id: 'A',
    withdrawn: null,
    affected: { files: [], manifests: [], repositories: [], bases: ['Org/Bad'] },
  } as unknown as ModelAdvisory;
  const lineage = (kinship: string) =>
    evidenceOf('lineage', 'lineage', '', { bases: [{ name: 'org/bad', aliases: [], kinship }] });

  it.each<[string, readonly ReturnType<typeof evidenceOf>[], readonly object[]]>([
    ['its weights say so', [lineage('shares-tensors')], [{ by: 'base', name: 'org/bad', proven: true }]],
    [
      'its card says so',
      [evidenceOf('hub-model', 'hub', '', { cardData: { base_model: ['org/bad'] } })],
      [{ by: 'base', name: 'org/bad', proven: false }],
    ],
    ['it is only built alike', [lineage('same-architecture')], []],
    ['nobody says so', [], []],
  ])('counts when %s', (_, evidence, expected) => {
    expect(matchModel(warning, artifactOf([]), evidence)).toEqual(expected);
  });
});
