import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const models = join(home, 'models', 'one');
const pack = join(home, 'packs', 'acme.rules.yaml');
const signed = join(home, 'packs', 'acme.rules.dsse.json');
mkdirSync(models, { recursive: true });
mkdirSync(join(home, 'packs'));
const PACK = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/how-to/write-a-rule-pack.md', 'utf8'))?.[1] ?? '';
writeFileSync(pack, PACK);
writeFileSync(join(models, 'config.json'), '{"model_type": "x", "tracker": "http://a.acme.internal"}');
// Large enough to be read in a thread, which has to be given the packs.
writeFileSync(join(models, 'state.json'), JSON.stringify({ a: 'x'.repeat(1_200_000), b: 'http://b.acme.internal' }));

interface Line {
  readonly path: string;
  readonly verdict: string;
  readonly findings: readonly { readonly rule: string; readonly operation?: string }[];
}

async function scan(...args: readonly string[]): Promise<readonly Line[]> {
  const { stdout } = await wb(['scan', models, '--quiet', '--format', 'jsonl', ...args], { home });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

const ours = (lines: readonly Line[]) =>
  lines.flatMap(({ findings }) =>
    findings.filter(({ rule }) => rule.startsWith('acme/')).map(({ operation }) => operation),
  );

describe('rule packs', () => {
  it('are asked of every file, in threads too', async () => {
    expect(ours(await scan('--rules', pack))).toEqual([
      'setting tracker = http://a.acme.internal',
      'setting b = http://b.acme.internal',
    ]);
    expect(ours(await scan())).toEqual([]);
  });

  it('that ask people to review something are heard, and fail nothing', async () => {
    const { code, stdout } = await wb(['scan', join(models, 'config.json'), '--rules', pack], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/to review +\S+config\.json\n.*host of Acme.*\n +acme\/internal-host \(medium, certain\)/s);
    expect(stdout).toContain('1 file: 1 clean; 1 of the clean to review');
  });

  it('are explained, as the types of the guard are', async () => {
    const explained = async (...args: readonly string[]) => wb(['explain', ...args], { home });
    expect((await explained('acme/withdrawn-package', '--rules', pack)).stdout).toContain('Its loader ran code');
    expect((await explained('acme/withdrawn-package')).stderr).toContain('--rules FILE');
    for (const type of ['code/CWE-78', 'injection/override', 'secret/openai'])
      expect((await explained(type)).stdout, type).toMatch(/a type of the guard\n.+\n\nThe detector \w+/);
  });

  it('are a check of their own in a vetting, and count for its policy', async () => {
    const args = ['vet', models, '--quiet', '--no-keep', '--format', 'json', '--rules', pack];
    const { stdout } = await wb(args, { home });
    const { dossier } = JSON.parse(stdout) as { dossier: { checks: { analyzer: string; question: string }[] } };
    expect(dossier.checks.find(({ analyzer }) => analyzer === 'acme')?.question).toContain('sha256:');
  });

  it('are tested, signed and held against trusted keys', async () => {
    expect((await wb(['rules', 'test', pack], { home })).stdout).toContain('acme v1: 2 rules, 5 examples');
    const key = join(home, 'k.key');
    await wb(['key', 'new', key], { home });
    expect((await wb(['rules', 'sign', pack, '--key', key], { home })).code).toBe(0);
    expect((await wb(['rules', 'verify', signed], { home })).stdout).toContain('signed by');
    expect(ours(await scan('--rules', signed))).toHaveLength(2);
    const stranger = await wb(['scan', models, '--rules', signed], { home: join(home, 'stranger') });
    expect([stranger.code, stranger.stderr]).toEqual([4, expect.stringContaining('[rules-untrusted]')]);
  });

  it('that were changed after they were signed are refused', async () => {
    const envelope = JSON.parse(readFileSync(signed, 'utf8')) as { payload: string };
    const other = Buffer.from(PACK.replace('says: review', 'says: note')).toString('base64');
    const forged = join(home, 'packs', 'forged.json');
    writeFileSync(forged, JSON.stringify({ ...envelope, payload: other }));
    for (const args of [
      ['rules', 'verify', forged],
      ['scan', models, '--rules', forged],
    ])
      expect((await wb(args, { home })).stderr).toContain('[rules-untrusted]');
    writeFileSync(forged, JSON.stringify({ ...envelope, signatures: [] }));
    expect((await wb(['rules', 'test', forged], { home })).stderr).toContain('[rules-untrusted]');
    writeFileSync(forged, JSON.stringify({ payload: envelope.payload }));
    expect((await wb(['rules', 'test', forged], { home })).stderr).toContain('[rules-invalid]');
    expect((await wb(['rules', 'verify', pack], { home })).stderr).toContain('[rules-untrusted]');
  });

  it.each([['scan'], ['vet']])('are never taken from what is vetted by %s', async (command) => {
    const planted = join(models, 'rules.yaml');
    writeFileSync(planted, PACK);
    const { code, stderr } = await wb([command, models, '--rules', planted], { home });
    rmSync(planted);
    expect([code, stderr]).toEqual([2, expect.stringContaining('Keep it in a folder of your own')]);
  });

  it('with a mistake, or in the name of a built-in check, scan nothing', async () => {
    const wrong = join(home, 'packs', 'wrong.yaml');
    writeFileSync(wrong, PACK.replace('fact: setting', 'fact: bytes'));
    const { code, stdout, stderr } = await wb(['scan', models, '--rules', wrong], { home });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/wrong\.yaml:17:17/);
    writeFileSync(wrong, PACK.replace('name: acme', 'name: pickle-imports'));
    expect((await wb(['scan', models, '--rules', wrong], { home })).stderr).toMatch(/is\s+taken/);
  });
});
