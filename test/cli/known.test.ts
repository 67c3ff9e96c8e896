import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANALYZERS } from '../../src/analyzers/table.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const folder = join(home, 'models');
cpSync('examples/models/plover-1m-tainted', folder, { recursive: true });
const known = join(home, 'known.yaml');

describe('known findings', () => {
  it('written today are no news tomorrow, and a new one is', async () => {
    expect((await wb(['scan', folder, '--quiet', '--format', `known=${known}`], { home })).code).toBe(1);
    const again = await wb(['scan', folder, '--quiet', '--known', known], { home });
    expect(again.code, again.stdout).toBe(0);
    expect(again.stderr).toContain('left out');
    writeFileSync(join(folder, 'new.pkl'), Buffer.from("cos\nsystem\n(S'true'\ntR."));
    const news = await wb(['scan', folder, '--quiet', '--known', known, '--format', 'jsonl'], { home });
    expect(news.code).toBe(1);
    const lines = news.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { path: string; verdict: string });
    expect(lines.filter(({ verdict }) => verdict !== 'clean').map(({ path }) => path)).toEqual([
      join(folder, 'new.pkl'),
    ]);
  });

  it('have a class of a library by its name, for every file', async () => {
    const pickled = Buffer.from('ccopy_reg\n_reconstructor\n(cours\nModel\nc__builtin__\nobject\nNtR.');
    const shelf = join(home, 'shelf');
    mkdirSync(shelf);
    writeFileSync(join(shelf, 'a.pkl'), pickled);
    const ours = join(home, 'ours.yaml');
    expect((await wb(['scan', shelf, '--quiet', '--format', `known=${ours}`], { home })).code).toBe(3);
    writeFileSync(join(shelf, 'b.pkl'), pickled);
    writeFileSync(join(shelf, 'c.pkl'), Buffer.from(pickled.toString().replace('Model', 'Other')));
    const { stdout } = await wb(['scan', shelf, '--quiet', '--known', ours], { home });
    expect(stdout).toContain('3 files: 1 suspicious, 2 clean');
    expect(stdout).toContain('weighbridge explain pickle-imports/unknown-class');
  });

  it('are never taken from the folder that is scanned', async () => {
    const inside = join(folder, 'own.yaml');
    writeFileSync(inside, 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown: []\n');
    const { code, stderr } = await wb(['scan', folder, '--known', inside], { home });
    rmSync(inside);
    expect([code, stderr]).toEqual([2, expect.stringContaining('own.yaml lies among')]);
  });

  it('are never taken from a file with a mistake', async () => {
    const wrong = join(home, 'wrong.yaml');
    writeFileSync(wrong, 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {reason: all of it}\n');
    const { code, stderr } = await wb(['scan', folder, '--known', wrong], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[known-invalid]');
  });
});

describe('JUnit', () => {
  it('has a case a file, and a failure for each that is not clean', async () => {
    const { stdout } = await wb(['scan', folder, '--quiet', '--format', 'junit'], { home });
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="weighbridge scan" tests="10" failures="\d" errors="0">/,
    );
    expect(stdout).toMatch(/<failure type="malicious" message="[^"<]*posix\.system\(&apos;echo/);
  });
});

describe('explain', () => {
  it('knows every rule', async () => {
    const { stdout } = await wb(['explain'], { home });
    for (const { rules } of ANALYZERS) for (const { id } of rules) expect(stdout).toContain(id);
  });

  it('tells one whole, and refuses one that is not there', async () => {
    const { stdout } = await wb(['explain', 'pickle-imports/runs-code'], { home });
    expect(stdout).toContain('Why it matters');
    expect(stdout).toContain('CWE-502');
    expect((await wb(['explain', 'pickle-imports/nothing'], { home })).stderr).toContain('[rule-not-found]');
  });
});

describe('disasm', () => {
  it('shows the program of a PyTorch zip, its calls marked', async () => {
    const { code, stdout } = await wb(['disasm', 'examples/models/plover-1m-tainted/pytorch_model.bin'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(/REDUCE .*calls posix\.system\('echo weighbridge example payload ran'\)/);
    const lines = (
      await wb(['disasm', 'examples/models/plover-1m-tainted/pytorch_model.bin', '--format', 'jsonl'], { home })
    ).stdout;
    expect(lines.trimEnd().split('\n').length).toBe(stdout.trimEnd().split('\n').length);
  });

  it('says so when there is none', async () => {
    for (const other of ['README.md', 'package.json', 'biome.json']) {
      const { code, stdout, stderr } = await wb(['disasm', other], { home });
      expect([code, stdout], other).toEqual([2, '']);
      expect(stderr, other).toMatch(
        /There is no pickle to show.*no pickle: the program breaks here: it (?:has|needs|takes|is)/s,
      );
    }
    const { code, stderr } = await wb(['disasm', 'examples/models/plover-1m', '--format', 'text'], { home });
    expect(code).toBe(2);
    expect(stderr).toContain('[call-invalid]');
  });
});
