import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const USE = ['--commercial', 'yes', '--exposure', 'internal', '--quiet'];
const TERMS = ['--owner', 'A. Counsel', '--reason', 'Written licence of 3 May'];

interface Yard {
  readonly home: string;
  readonly model: string;
  readonly dossier: string;
}

/** A vetted model that its licence denies, and the key of somebody whom the user trusts. */
async function yard(): Promise<Yard> {
  const home = scratchFolder();
  const model = join(home, 'model');
  cpSync('examples/models/plover-1m', model, { recursive: true });
  rmSync(join(model, 'LICENSE'));
  writeFileSync(join(model, 'README.md'), '---\nlicense: cc-by-nc-4.0\n---\n# A model\n');
  expect((await wb(['vet', model, ...USE], { home })).code).toBe(1);
  const [line = ''] = (await wb(['dossier', 'list'], { home })).stdout.split('\n');
  await wb(['key', 'new', join(home, 'counsel.key')], { home });
  return { home, model, dossier: line.slice(0, 12) };
}

function waive({ home, dossier }: Yard, what: string, until: string, ...more: readonly string[]) {
  const files = ['--sign', join(home, 'counsel.key'), '--to', join(home, 'waiver.json')];
  return wb(['waive', dossier, what, ...TERMS, '--until', until, ...files, ...more], { home });
}

async function vetWith({ home, model }: Pick<Yard, 'home' | 'model'>, file = join(home, 'waiver.json')) {
  const { code, stdout } = await wb(['vet', model, ...USE, '--evidence', file, '--no-keep', '--format', 'json'], {
    home,
  });
  const { verdict } = JSON.parse(stdout) as {
    readonly verdict: { readonly waivers: readonly { readonly owner: string; readonly state: string }[] };
  };
  return { code, waivers: verdict.waivers };
}

describe('a signed waiver', () => {
  it('takes its finding away where the signer is trusted, and shows whose it is', async () => {
    const at = await yard();
    const { code, stdout } = await waive(at, 'licence/forbids', '2999-01-01');
    expect([code, stdout]).toEqual([0, expect.stringContaining('is waived by A. Counsel until 2999-01-01')]);
    expect(await vetWith(at)).toEqual({
      code: 0,
      waivers: [
        expect.objectContaining({
          owner: expect.stringMatching(/^A\. Counsel \(key [0-9a-f]{16}\)$/),
          state: 'applied',
        }),
      ],
    });
  });

  it('counts for nothing when a stranger signed it, when it was changed, or when it is about other bytes', async () => {
    const at = await yard();
    await waive(at, 'licence/forbids', '2999-01-01');
    const stranger = { ...at, home: scratchFolder() };
    expect(await vetWith(stranger, join(at.home, 'waiver.json'))).toMatchObject({ code: 1, waivers: [] });
    const envelope = JSON.parse(readFileSync(join(at.home, 'waiver.json'), 'utf8'));
    const payload = Buffer.from(envelope.payload, 'base64').toString('utf8').replace('2999', '2998');
    const changed = join(at.home, 'changed.json');
    writeFileSync(changed, JSON.stringify({ ...envelope, payload: Buffer.from(payload).toString('base64') }));
    expect(await vetWith(at, changed)).toMatchObject({ code: 1, waivers: [] });
    writeFileSync(join(at.model, 'README.md'), '---\nlicense: cc-by-nc-4.0\n---\n# Another model\n');
    expect(await vetWith(at)).toMatchObject({ code: 1, waivers: [] });
  });

  it.each([
    ['a finding that is not there', 'licence/nothing', '2999-01-01', 'nothing in the dossier is licence/nothing'],
    ['a day that is over', 'licence/forbids', '2020-01-01', 'is over'],
    ['a day that does not exist', 'licence/forbids', '2999-02-30', 'must be a day that exists'],
  ])('is not written for %s', async (_, what, until, says) => {
    const { code, stderr } = await waive(await yard(), what, until);
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe('a waiver in a policy', () => {
  interface Reported {
    readonly dossier: {
      readonly artifact: {
        readonly files: readonly { readonly path: string; readonly digest: { readonly sha256: string } }[];
      };
      readonly checks: readonly { readonly outcome: { readonly findings?: readonly Found[] } }[];
    };
    readonly verdict: { readonly waivers: readonly { readonly state: string }[] };
    readonly actions: readonly { readonly text: string }[];
  }
  interface Found {
    readonly identity: string;
    readonly says: string;
  }

  it('answers for the bytes that it names: of others, and where it names none, the finding counts', async () => {
    const home = scratchFolder();
    const model = join(home, 'model');
    cpSync('examples/models/plover-1m', model, { recursive: true });
    const payload = (tail: string): string => `cos\nsystem\n(S'${'a'.repeat(300)}${tail}${'b'.repeat(300)}'\ntR.`;
    writeFileSync(join(model, 'extra.pkl'), payload('; echo ok '));
    const policy = join(home, 'policy.yaml');
    const vet = async (waivers: string): Promise<{ code: number; report: Reported }> => {
      const spec = `spec:\n  extends: default\n  waivers:${waivers}\n`;
      writeFileSync(
        policy,
        `apiVersion: weighbridge/v1\nkind: AdmissionPolicy\nmetadata: {name: own, version: 1, description: Ours.}\n${spec}`,
      );
      const { code, stdout } = await wb(['vet', model, ...USE, '--no-keep', '--policy', policy, '--format', 'json'], {
        home,
      });
      return { code, report: JSON.parse(stdout) as Reported };
    };
    const first = await vet(' []');
    expect(first.code).toBe(1);
    const { artifact, checks } = first.report.dossier;
    const bytes = artifact.files.find(({ path }) => path === 'extra.pkl')?.digest.sha256 ?? '';
    const found = checks.flatMap(({ outcome }) => outcome.findings ?? []).filter(({ says }) => says === 'malicious');
    const rows = (more: string): string =>
      found
        .map(
          ({ identity }) => `\n    - {target: ${identity}${more}, owner: A. Ruler, reason: Ours., until: 2999-01-01}`,
        )
        .join('');
    const old = await vet(rows(''));
    expect([old.code, old.report.verdict.waivers[0]?.state]).toEqual([1, 'unbound']);
    expect(old.report.actions.map(({ text }) => text).join(' ')).toContain(
      `if these may stay, give it bytes: ${bytes}.`,
    );
    const bound = rows(`, bytes: "${bytes}"`);
    const { code, report } = await vet(bound);
    expect([code, report.verdict.waivers[0]?.state]).toEqual([0, 'applied']);
    writeFileSync(join(model, 'extra.pkl'), payload('; echo no '));
    const changed = await vet(bound);
    expect([changed.code, changed.report.verdict.waivers[0]?.state]).toEqual([1, 'changed']);
  });
});
