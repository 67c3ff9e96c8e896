import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

describe('revet, when what is known of licences moves', () => {
  const COMMERCIAL = ['--commercial', 'yes', '--exposure', 'internal', '--quiet'];

  /** A record of ours with other fields, as the user's own. */
  async function ownRecord(home: string, name: string, fields: object): Promise<void> {
    const { stdout } = await wb(['licence', 'facts', name, '--format', 'json'], { home });
    const file = JSON.parse(stdout) as { readonly licences: readonly object[] };
    mkdirSync(join(home, 'settings'), { recursive: true });
    const licences = file.licences.map((record) => ({ ...record, ...fields }));
    writeFileSync(join(home, 'settings', 'licences.json'), JSON.stringify({ ...file, licences }));
  }

  /** A model with this card; its bytes are gone once it was vetted. */
  async function vetted(home: string, name: string, card: string): Promise<number> {
    const folder = join(home, name);
    cpSync('examples/models/plover-1m', folder, { recursive: true });
    rmSync(join(folder, 'LICENSE'), { force: true });
    writeFileSync(join(folder, 'README.md'), card);
    const { code } = await wb(['vet', folder, ...COMMERCIAL], { home });
    renameSync(folder, join(home, `gone-${name}`));
    return code;
  }

  const told = async (home: string) => (await wb(['revet', '--quiet'], { home })).stdout;

  it('reads the licences of those that rest on a record that changed, and of no other', async () => {
    const home = scratchFolder();
    await vetted(home, 'bound', '---\nlicense: apache-2.0\n---\n# A model\n');
    await vetted(home, 'other', '---\nlicense: mit\n---\n# A model\n');
    expect(await told(home)).toContain('0 models of 2 looked at');
    await ownRecord(home, 'apache-2.0', { commercial_use: 'no' });
    const news = await told(home);
    expect(news).toMatch(/admit → deny +\S*bound/);
    expect(news).toContain('1 model of 2 looked at, 1 changed.');
    expect(await told(home)).toContain('0 models of 2 looked at');
  });

  it('closes a question when a licence that nobody knew is known', async () => {
    const home = scratchFolder();
    expect(await vetted(home, 'odd', '---\nlicense: house-licence-1\n---\n# A model\n')).toBe(3);
    await ownRecord(home, 'apache-2.0', { id: 'house-licence-1', name: 'House Licence 1', hf_ids: [], spdx_id: null });
    expect(await told(home)).toMatch(/review → admit +\S*odd/);
  });

  it('reads a model anew once its base was vetted', async () => {
    const home = scratchFolder();
    await vetted(home, 'tune', '---\nlicense: apache-2.0\nbase_model: base\n---\n# A model\n');
    await vetted(home, 'base', '---\nlicense: cc-by-nc-4.0\n---\n# A base\n');
    const news = await told(home);
    expect(news).toMatch(/review → deny +\S*tune/);
    expect(news).toMatch(/\+ review .*CC-BY-NC-4\.0 \(base\)/);
    expect(await told(home)).toContain('0 models of 2 looked at');
  });

  it('tells a mistake in one’s own records with its field', async () => {
    const home = scratchFolder();
    await ownRecord(home, 'mit', { commercial_use: 'perhaps' });
    const { code, stderr } = await wb(['licence', 'facts'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[licence-facts-invalid]');
    expect(stderr).toContain('commercial_use');
  });
});
