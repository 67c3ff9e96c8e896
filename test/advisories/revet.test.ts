import { cpSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RevetSummary } from '../../src/contract/dossiers.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';
import { type OsvServer, osvRecord, startOsv } from './osv-server.ts';

const USE = ['--commercial', 'no', '--exposure', 'internal', '--quiet'];

interface Yard {
  readonly osv: OsvServer;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Two vetted models whose bytes are gone: one asks for torch 1.5, one for flask 1.5; nothing is known of either. */
async function yard(): Promise<Yard> {
  const osv = await startOsv([osvRecord('GHSA-other', 'something-else')]);
  const at = { osv, home: scratchFolder(), env: { OSV_ENDPOINT: osv.url, WEIGHBRIDGE_ADVISORY_DAYS: '9000' } };
  await wb(['advisories', 'update', '--quiet'], at);
  for (const name of ['torch', 'flask']) {
    const folder = join(at.home, `with-${name}`);
    cpSync('examples/models/plover-1m', folder, { recursive: true });
    writeFileSync(join(folder, 'requirements.txt'), `${name}==1.5\n`);
    expect((await wb(['vet', folder, ...USE], at)).code).toBe(0);
    renameSync(folder, join(at.home, `gone-${name}`));
  }
  await wb(['revet', '--quiet'], at);
  return at;
}

async function revet(at: Yard, ...args: readonly string[]) {
  const { code, stdout } = await wb(['revet', ...args, '--format', 'json', '--quiet'], at);
  const answer = JSON.parse(stdout) as RevetSummary & {
    readonly changed: number;
    readonly models: readonly {
      readonly reference: string;
      readonly changed: boolean;
      readonly after: { readonly outcome: string };
    }[];
  };
  return { code, ...answer };
}

describe('revet', () => {
  it('finds whom a new advisory touches, and tells what changed', async () => {
    const at = await yard();
    at.osv.publish(osvRecord('GHSA-new', 'torch', { modified: '2026-11-26T00:00:00Z' }));
    await wb(['advisories', 'update', '--quiet'], at);
    const { code, stdout } = await wb(['revet', '--quiet'], at);
    expect(code).toBe(3);
    expect(stdout).toMatch(/admit → review +\S*with-torch/);
    expect(stdout).toMatch(/\+ review +torch 1\.5 has GHSA-new, 9\.8 of 10/);
    expect(stdout).toContain('1 model of 2 looked at, 1 changed.');
    expect(await revet(at)).toMatchObject({ code: 0, looked: 0, changed: 0 });
    await at.osv.close();
  });

  it('keeps what came out otherwise, and is asked about the newest of a model only', async () => {
    const at = await yard();
    at.osv.publish(osvRecord('GHSA-new', 'torch', { modified: '2026-11-26T00:00:00Z' }));
    await wb(['advisories', 'update', '--quiet'], at);
    await revet(at);
    expect((await wb(['dossier', 'list'], at)).stdout.trim().split('\n')).toHaveLength(3);
    at.osv.publish(
      osvRecord('GHSA-new', 'torch', { modified: '2026-11-27T00:00:00Z', withdrawn: '2026-11-27T00:00:00Z' }),
    );
    await wb(['advisories', 'update', '--quiet'], at);
    const back = await revet(at);
    expect(back).toMatchObject({ code: 0, looked: 1, changed: 1, kept: 2, models: [{ after: { outcome: 'admit' } }] });
    await at.osv.close();
  });

  it('changes nothing where nothing moved', async () => {
    const at = await yard();
    expect(await revet(at, '--all')).toMatchObject({ code: 0, looked: 2, kept: 2, changed: 0 });
    expect((await wb(['dossier', 'list'], at)).stdout.trim().split('\n')).toHaveLength(2);
    await at.osv.close();
  });

  it('judges by another policy when one is named', async () => {
    const at = await yard();
    const policy = join(at.home, 'mine.yaml');
    writeFileSync(
      policy,
      'apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: mine, version: 1, description: d}\nspec:\n  extends: default\n  rules:\n    - {id: none, when: "files.size() > 0", outcome: deny, why: w, remedy: r}\n',
    );
    expect(await revet(at, '--all', '--policy', policy)).toMatchObject({ code: 1, looked: 2, changed: 2 });
    const again = await wb(['revet', '--all', '--quiet'], at);
    expect(again.stderr).toContain('[policy-invalid]');
    expect(again.stderr).toContain('--policy');
    await at.osv.close();
  });

  it('says that a question is open again when the index has grown old', async () => {
    const at = await yard();
    const old = { ...at, env: { ...at.env, WEIGHBRIDGE_ADVISORY_DAYS: '0' } };
    expect(await revet(old, '--all')).toMatchObject({ code: 3, changed: 2 });
    await at.osv.close();
  });

  it('looks at one that is named, and knows a name that is none', async () => {
    const at = await yard();
    const [line = ''] = (await wb(['dossier', 'list'], at)).stdout.split('\n');
    expect(await revet(at, line.slice(0, 12))).toMatchObject({ code: 0, looked: 1 });
    expect((await wb(['revet', 'ffffffff', '--quiet'], at)).stderr).toContain('[dossier-not-found]');
    expect((await wb(['revet', 'ffffffff', '--all', '--quiet'], at)).stderr).toContain('[call-invalid]');
    await at.osv.close();
  });
});
