import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vetting } from '../../src/domain/vetting.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const use = ['--commercial', 'no', '--exposure', 'internal'];
const digests: string[] = [];

beforeAll(async () => {
  for (const model of ['plover-1m', 'plover-1m-harbour', 'plover-1m-tainted']) {
    const { stdout } = await wb(['vet', `examples/models/${model}`, ...use, '--quiet', '--format', 'json'], { home });
    digests.push((JSON.parse(stdout) as Vetting).dossier.digest.slice('sha256:'.length));
  }
});

describe('dossiers', () => {
  it('are listed, each once, however often a model was vetted', async () => {
    await wb(['vet', 'examples/models/plover-1m', ...use, '--quiet'], { home });
    const { code, stdout } = await wb(['dossier', 'list'], { home });
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3);
    for (const digest of digests) expect(stdout).toContain(digest.slice(0, 12));
  });

  it('say that there are none yet, and how to make one', async () => {
    expect((await wb(['dossier', 'list'], { home: scratchFolder() })).stdout).toContain('weighbridge vet');
  });

  it('are shown by their first digits, in every format', async () => {
    const [digest = ''] = digests;
    const shown = await wb(['dossier', 'show', digest.slice(0, 8)], { home });
    expect(shown.stdout).toContain('admit');
    const file = join(home, 'report.html');
    expect(await wb(['dossier', 'show', digest, '--format', `html=${file}`], { home })).toMatchObject({
      code: 0,
      stdout: '',
    });
    expect(readFileSync(file, 'utf8')).toContain('<!doctype html>');
  });

  it('differ by verdict, findings and files', async () => {
    const [first = '', , third = ''] = digests;
    const { stdout } = await wb(['dossier', 'diff', first.slice(0, 10), third.slice(0, 10)], { home });
    expect(stdout).toContain('admit → deny');
    expect(stdout).toMatch(/\+ malicious +Loading the file calls posix\.system/);
    expect(stdout).toMatch(/added +pytorch_model\.bin/);
    expect(stdout).toMatch(/gone +model\.safetensors/);
    const same = await wb(['dossier', 'diff', first, first, '--format', 'json'], { home });
    expect(JSON.parse(same.stdout)).toMatchObject({ files: [], findingsAdded: [], findingsGone: [] });
  });

  it('that are unknown, ambiguous or damaged have errors of their own', async () => {
    expect((await wb(['dossier', 'show', 'ffffffffffff'], { home })).stderr).toContain('[dossier-not-found]');
    expect((await wb(['dossier', 'show', '../../etc'], { home })).stderr).toContain('[dossier-not-found]');
    const damaged = scratchFolder();
    await wb(['vet', 'examples/models/plover-1m', ...use, '--quiet'], { home: damaged });
    const folder = join(damaged, 'dossiers', digests[0] ?? '');
    const [name = ''] = readdirSync(folder);
    writeFileSync(
      join(folder, name),
      readFileSync(join(folder, name), 'utf8').replace('"commercial":false', '"commercial":true'),
    );
    const shown = await wb(['dossier', 'show', digests[0] ?? ''], { home: damaged });
    expect(shown.code).toBe(4);
    expect(shown.stderr).toContain('[dossier-damaged]');
  });

  it('are kept by nobody who says --no-keep', async () => {
    const fresh = scratchFolder();
    await wb(['vet', 'examples/models/plover-1m', ...use, '--quiet', '--no-keep'], { home: fresh });
    expect(readdirSync(fresh)).toEqual([]);
  });
});

/** A profile's text with waivers of its own. */
function waiving(profile: string, waivers: readonly string[]): string {
  return profile.replace(/ {2}waivers: \[\]\n/, `  waivers:\n${waivers.join('')}`);
}

describe('policies', () => {
  it('built in can be printed, checked and used as one’s own', async () => {
    for (const profile of ['default', 'strict', 'research']) {
      const { stdout } = await wb(['policy', 'show', profile], { home });
      const file = join(home, `${profile}.yaml`);
      writeFileSync(file, stdout);
      expect(await wb(['policy', 'check', file], { home })).toMatchObject({ code: 0 });
      const tainted = await wb(['vet', 'examples/models/plover-1m-tainted', '--policy', file, '--quiet'], { home });
      expect(tainted.code, profile).toBe(1);
    }
  });

  it('are remarked upon where a waiver names no bytes, and would lift nothing', async () => {
    const { stdout } = await wb(['policy', 'show', 'default'], { home });
    const file = join(home, 'waiving.yaml');
    const targets = ['a'.repeat(32), 'check:licence'];
    const waivers = targets.map((one) => `    - {target: "${one}", owner: Ada, reason: a test, until: 2099-01-01}\n`);
    writeFileSync(file, waiving(stdout, waivers));
    const { code, stderr } = await wb(['policy', 'check', file], { home });
    expect([code, stderr]).toEqual([
      0,
      `note: the waiver of ${targets[0]} names no bytes: of what stands in a file it lifts nothing\n`,
    ]);
  });

  it('with mistakes are refused with line and column before a byte is read', async () => {
    const file = join(home, 'wrong.yaml');
    writeFileSync(
      file,
      'apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: x, version: 1}\nspec:\n  ruels: []\n',
    );
    const { code, stderr } = await wb(['vet', '/nowhere', '--policy', file], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[policy-invalid]');
    expect(stderr.replace(/\s+/g, '')).toContain(`${file}:5:3:`.replace(/\s+/g, ''));
  });

  it('waive a finding by its identity, and the verdict is kinder by it alone', async () => {
    const json = await wb(['vet', 'examples/models/plover-1m-tainted', ...use, '--quiet', '--format', 'json'], {
      home,
    });
    const { dossier } = JSON.parse(json.stdout) as {
      dossier: {
        artifact: { digest: string; files: { path: string; digest: { sha256: string } }[] };
        checks: { outcome: { findings?: { identity: string; says: string; location?: { path: string } }[] } }[];
      };
    };
    const findings = dossier.checks.flatMap(({ outcome }) => outcome.findings ?? []);
    const digests = new Map(dossier.artifact.files.map(({ path, digest }) => [path, digest.sha256]));
    const waiver = ({ identity, location }: (typeof findings)[number]) => {
      const bytes = digests.get(location?.path ?? '') ?? dossier.artifact.digest;
      return `    - {target: ${identity}, bytes: "${bytes}", owner: Ada, reason: a test, until: 2099-01-01}\n`;
    };
    const { stdout: profile } = await wb(['policy', 'show', 'default'], { home });
    const file = join(home, 'waiving.yaml');
    const all = findings.filter(({ says }) => says !== 'note');
    writeFileSync(file, waiving(profile, all.map(waiver)));
    expect(
      (await wb(['vet', 'examples/models/plover-1m-tainted', ...use, '--policy', file, '--quiet'], { home })).code,
    ).toBe(0);
    const fewer = all.filter(({ says }) => says !== 'malicious');
    writeFileSync(file, waiving(profile, fewer.map(waiver)));
    expect(
      (await wb(['vet', 'examples/models/plover-1m-tainted', ...use, '--policy', file, '--quiet'], { home })).code,
    ).toBe(1);
  });
});
