import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdvisoryListing } from '../../src/contract/advisories.ts';
import { findingsIn } from '../../src/domain/dossier.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { type OsvServer, osvRecord, startOsv } from './osv-server.ts';

let osv: OsvServer;
beforeAll(async () => {
  osv = await startOsv([
    osvRecord('GHSA-aaaa-1111-aaaa', 'torch', { aliases: ['CVE-2026-0001'] }),
    osvRecord('PYSEC-2026-1', 'torch', { aliases: ['CVE-2026-0001'], severity: [], fixed: '2.1' }),
    osvRecord('GHSA-bbbb-2222-bbbb', 'flask', { modified: '2026-11-21T10:00:00Z' }),
    osvRecord('MAL-2026-7', 'torch-helper', {
      severity: [],
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'torch-helper' },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
        },
      ],
    }),
  ]);
});
afterAll(() => osv.close());

interface Place {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}
const place = (): Place => ({ home: scratchFolder(), env: { OSV_ENDPOINT: osv.url } });

async function listed(at: Place, ...args: readonly string[]): Promise<AdvisoryListing> {
  const { stdout } = await wb(['advisories', 'list', ...args, '--format', 'json'], at);
  return JSON.parse(stdout) as AdvisoryListing;
}

describe('the index of advisories', () => {
  it('is fetched whole at first, then only what changed, each record once', async () => {
    const at = place();
    expect(await wb(['advisories', 'update', '--quiet'], at)).toMatchObject({ code: 0 });
    expect((await listed(at)).ecosystems).toMatchObject([{ ecosystem: 'PyPI', advisories: 4 }]);
    osv.seen.length = 0;
    osv.publish(
      osvRecord('GHSA-aaaa-1111-aaaa', 'torch', {
        modified: '2026-11-25T00:00:00Z',
        fixed: '3.0',
        aliases: ['CVE-2026-0001'],
      }),
    );
    const again = await wb(['advisories', 'update', '--quiet'], at);
    expect(again.stdout).toContain('PyPI');
    expect(osv.seen.map(({ path }) => path).sort()).toEqual([
      '/PyPI/GHSA-aaaa-1111-aaaa.json',
      '/PyPI/GHSA-bbbb-2222-bbbb.json',
      '/PyPI/modified_id.csv',
    ]);
    const { ecosystems, advisories } = await listed(at, 'torch');
    expect(ecosystems).toMatchObject([{ advisories: 4, newest: '2026-11-25T00:00:00Z' }]);
    expect(advisories.find(({ id }) => id === 'GHSA-aaaa-1111-aaaa')?.affected[0]?.ranges[0]?.[1]?.version).toBe('3.0');
  });

  it('forgets the packages that a changed advisory no longer speaks of', async () => {
    const at = place();
    const moving = osvRecord('GHSA-cccc-3333-cccc', 'before');
    const server = await startOsv([moving]);
    const there = { ...at, env: { OSV_ENDPOINT: server.url } };
    await wb(['advisories', 'update', '--quiet'], there);
    server.publish(osvRecord('GHSA-cccc-3333-cccc', 'after', { modified: '2026-11-26T00:00:00Z' }));
    await wb(['advisories', 'update', '--quiet'], there);
    expect((await listed(there, 'before')).advisories).toEqual([]);
    expect((await listed(there, 'after')).advisories).toHaveLength(1);
    await server.close();
  });

  it('goes on where a fetch was cut off, and nobody sees half of it', async () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      osvRecord(`GHSA-${at}`, `package-${at}`, { details: `${at} `.repeat(3000) }),
    );
    const server = await startOsv(many);
    const at = { home: scratchFolder(), env: { OSV_ENDPOINT: server.url } };
    server.cutAfter(2000);
    const cut = await wb(['advisories', 'update', '--quiet'], at);
    expect([cut.code, (await listed(at)).ecosystems]).toEqual([4, []]);
    server.seen.length = 0;
    server.cutAfter(null);
    expect(await wb(['advisories', 'update', '--quiet'], at)).toMatchObject({ code: 0 });
    expect(server.seen.map(({ range }) => range).filter((range) => /^bytes=[1-9]/.test(range ?? ''))).not.toEqual([]);
    expect((await listed(at)).ecosystems).toMatchObject([{ advisories: 60 }]);
    await server.close();
  });

  it('takes a folder or an archive instead of the network, and is no newer than what they tell', async () => {
    const at = { home: scratchFolder() };
    const folder = join(at.home, 'records');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'a.json'),
      JSON.stringify(osvRecord('GHSA-d', 'ray', { modified: '2020-01-01T00:00:00Z' })),
    );
    writeFileSync(join(folder, 'b.json'), '{"id": 7}');
    writeFileSync(
      join(folder, 'all.zip'),
      zip([{ name: 'c.json', bytes: JSON.stringify(osvRecord('GHSA-e', 'ray')), deflate: true }]),
    );
    const { code, stdout } = await wb(['advisories', 'update', '--from', folder, '--quiet'], at);
    expect(code).toBe(3);
    expect(stdout).toMatch(/left out +b\.json: id/);
    const { ecosystems, advisories } = await listed({ ...at, env: {} }, 'ray');
    expect(ecosystems).toMatchObject([{ advisories: 2, updatedAt: '2026-11-20T10:00:00Z' }]);
    expect(advisories.map(({ id }) => id).sort()).toEqual(['GHSA-d', 'GHSA-e']);
  });

  it.each<[string, Uint8Array, string]>([
    [
      'a zip bomb',
      zip([{ name: 'a.json', bytes: new Uint8Array(64 * 1024 * 1024), deflate: true }]),
      'advisories-invalid',
    ],
    ['no archive', new TextEncoder().encode('nothing of the sort'), 'advisories-invalid'],
    ['an archive of other things', zip([{ name: 'a.txt', bytes: 'x' }]), 'advisories-invalid'],
  ])('refuses %s, and keeps what it had', async (_, bytes, code) => {
    const at = place();
    await wb(['advisories', 'update', '--quiet'], at);
    const file = join(at.home, 'x.zip');
    writeFileSync(file, bytes);
    expect((await wb(['advisories', 'update', '--from', file, '--quiet'], at)).stderr).toContain(`[${code}]`);
    expect((await listed(at)).ecosystems).toMatchObject([{ advisories: 4 }]);
  });

  it('shows an advisory by any of its ids', async () => {
    const at = place();
    await wb(['advisories', 'update', '--quiet'], at);
    const { stdout } = await wb(['advisories', 'show', 'CVE-2026-0001'], at);
    expect(stdout).toContain('GHSA-aaaa-1111-aaaa');
    expect(stdout).toContain('PYSEC-2026-1');
    expect((await wb(['advisories', 'show', 'CVE-1999-0001'], at)).stderr).toContain('[advisory-not-found]');
    expect((await wb(['advisories', 'show', 'CVE-1999-0001'], { home: scratchFolder() })).stderr).toContain(
      '[advisories-missing]',
    );
  });

  it('that somebody changed on the disk is refused', async () => {
    const at = place();
    await wb(['advisories', 'update', '--quiet'], at);
    const folder = join(at.home, 'advisories', 'shards');
    for (const name of readdirSync(folder))
      writeFileSync(join(folder, name), `${readFileSync(join(folder, name), 'utf8')} `);
    expect(await wb(['advisories', 'list', 'torch'], at)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('[advisories-damaged]'),
    });
  });

  it('asks for an ecosystem by its name', async () => {
    expect((await wb(['advisories', 'update', '--ecosystem', 'Debian'], place())).code).toBe(2);
  });
});

const USE = ['--commercial', 'no', '--exposure', 'internal', '--quiet'];

/** A harmless model with these files beside it, vetted. */
async function vetted(at: Place, files: Readonly<Record<string, string>>): Promise<Vetting> {
  const folder = join(at.home, 'model');
  cpSync('examples/models/plover-1m', folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { stdout } = await wb(['vet', folder, ...USE, '--format', 'json'], at);
  return JSON.parse(stdout) as Vetting;
}

async function indexed(): Promise<Place> {
  const at = place();
  await wb(['advisories', 'update', '--quiet'], at);
  return { ...at, env: { ...at.env, WEIGHBRIDGE_ADVISORY_DAYS: '9000' } };
}

const said = (vetting: Vetting): readonly string[] =>
  findingsIn(vetting.dossier)
    .filter(({ rule }) => rule.startsWith('vulnerabilities/'))
    .map(({ rule, operation }) => `${rule.split('/')[1]} ${operation ?? ''}`);

describe('a model’s packages', () => {
  it('are matched against the index: one finding a vulnerability, whatever its names', async () => {
    const vetting = await vetted(await indexed(), { 'requirements.txt': 'torch==1.5\nflask\n' });
    expect(said(vetting)).toEqual([
      'critical torch 1.5: CVE-2026-0001',
      'possible manifest flask, any version: GHSA-bbbb-2222-bbbb',
    ]);
    expect(vetting.verdict.outcome).toBe('review');
    const known = findingsIn(vetting.dossier).find(({ rule }) => rule === 'vulnerabilities/critical');
    expect(known).toMatchObject({
      confidence: 'certain',
      location: { path: 'requirements.txt', line: 1 },
      vulnerability: {
        ids: ['CVE-2026-0001', 'GHSA-aaaa-1111-aaaa', 'PYSEC-2026-1'],
        package: 'torch',
        version: '1.5',
        score: 9.8,
      },
    });
    expect(known?.message).toMatch(/Fixed in [23]\./);
  });

  it('that are attacks deny', async () => {
    const vetting = await vetted(await indexed(), { 'requirements.txt': 'torch-helper\n' });
    expect(said(vetting)).toEqual(['malicious-package torch-helper, any version: MAL-2026-7']);
    expect(vetting.verdict.outcome).toBe('deny');
  });

  it('that are fixed say nothing, and the model is admitted', async () => {
    const vetting = await vetted(await indexed(), { 'requirements.txt': 'torch==9.0\n' });
    expect([said(vetting), vetting.verdict.outcome]).toEqual([[], 'admit']);
  });

  it('are judged by what the lock says, where there is one', async () => {
    const lock = '[[package]]\nname = "flask"\nversion = "9"\n';
    expect(said(await vetted(await indexed(), { 'requirements.txt': 'flask\n', 'poetry.lock': lock }))).toEqual([]);
  });

  it.each<[string, (at: Place) => Place]>([
    ['no index', ({ env }) => ({ home: scratchFolder(), env })],
    ['an old index', (at) => ({ ...at, env: { WEIGHBRIDGE_ADVISORY_DAYS: '0' } })],
  ])('stay an open question with %s, and are never called clean', async (_, change) => {
    const vetting = await vetted(change(await indexed()), { 'requirements.txt': 'torch==9.0\n' });
    const check = vetting.dossier.checks.find(({ analyzer }) => analyzer === 'vulnerabilities');
    expect(check?.outcome).toEqual({ kind: 'unanswered', missing: ['advisories'] });
    expect(vetting.verdict).toMatchObject({
      outcome: 'review',
      reasons: [{ remedy: expect.stringContaining('advisories update') }],
    });
  });

  it('that the model only implies are a note about its loader, with an index or without', async () => {
    const code = { 'handler_notes.py': 'import torch\n' };
    expect(said(await vetted(await indexed(), code))).toEqual(['loader import torch, any version: CVE-2026-0001']);
    const without = await vetted({ home: scratchFolder(), env: {} }, {});
    expect([said(without), without.verdict.outcome]).toEqual([['loaders-not-looked-up '], 'admit']);
  });

  it('are listed with their advisories, by dossier and by reference', async () => {
    const at = await indexed();
    const vetting = await vetted(at, { 'requirements.txt': 'torch==1.5\nflask==9\n' });
    for (const name of [vetting.dossier.digest.slice(7, 19), vetting.reference]) {
      const { advisories } = await listed(at, name);
      expect(advisories.map(({ id }) => id).sort()).toEqual(['GHSA-aaaa-1111-aaaa', 'PYSEC-2026-1']);
    }
  });

  it('of an ecosystem that is not indexed, and files that cannot be read, are questions', async () => {
    const vetting = await vetted(await indexed(), {
      'package.json': '{"dependencies": {"lodash": "4.17.20"}}',
      'pyproject.toml': '[project',
      'requirements.txt': '-r elsewhere.txt\n',
    });
    expect(said(vetting).map((one) => one.split(' ')[0])).toEqual([
      'not-indexed',
      'unread-manifest',
      'unread-manifest',
    ]);
    expect(vetting.verdict.outcome).toBe('review');
  });

  it('in UTF-16 without its mark are no text, and nobody calls that clean', async () => {
    const at = await indexed();
    const folder = join(at.home, 'model');
    mkdirSync(folder);
    writeFileSync(join(folder, 'requirements.txt'), Buffer.from('torch==1.5\n', 'utf16le'));
    const vetting = await vetted(at, {});
    expect(findingsIn(vetting.dossier).map(({ rule }) => rule)).toContain('unread-files/unclaimed');
    expect(vetting.verdict.outcome).toBe('deny');
  });

  it('can be asked about in a policy', async () => {
    const at = await indexed();
    const policy = join(at.home, 'p.yaml');
    writeFileSync(
      policy,
      `apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: x, version: 1, description: d}\nspec:\n  extends: default\n  rules:\n    - {id: torch, when: 'findings.exists(f, f.cvss >= 9.0 && "CVE-2026-0001" in f.advisories && f.packageName == "torch")', outcome: deny, why: w, remedy: r}\n`,
    );
    const folder = join(at.home, 'model');
    cpSync('examples/models/plover-1m', folder, { recursive: true });
    writeFileSync(join(folder, 'requirements.txt'), 'torch==1.5\n');
    expect((await wb(['vet', folder, ...USE, '--policy', policy], at)).code).toBe(1);
  });

  it('are the same dossier when the index was brought up to date and says the same', async () => {
    const at = await indexed();
    const first = await vetted(at, { 'requirements.txt': 'torch==1.5\n' });
    await wb(['advisories', 'update', '--quiet'], at);
    expect((await vetted(at, {})).dossier.digest).toBe(first.dossier.digest);
  });
});
