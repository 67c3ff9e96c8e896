import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readToolReport } from '../../src/adapters/collectors/tools/read-report.ts';
import { TOOL_IDS } from '../../src/adapters/collectors/tools/report.ts';
import { tieReport } from '../../src/adapters/collectors/tools/tie.ts';
import { MalformedError } from '../../src/kernel/bytes.ts';
import { proven } from '../reports/example-vetting.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const REPORTS = join(import.meta.dirname, 'reports');
const tainted = join(home, 'tainted');
const clean = join(home, 'clean');

beforeAll(() => {
  cpSync('examples/models/plover-1m-tainted', tainted, { recursive: true });
  cpSync('examples/models/plover-1m', clean, { recursive: true });
});

async function vet(model: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await wb(['vet', model, '--format', 'json', '--quiet', '--no-keep', ...args], {
    home,
  });
  if (stdout === '') return { code, stderr, rules: [], messages: [] };
  const check = JSON.parse(stdout).dossier.checks.find(
    ({ analyzer }: { analyzer: string }) => analyzer === 'other-tools',
  );
  const findings: { rule: string; message: string }[] = check.outcome.findings ?? [];
  return {
    code,
    stderr,
    rules: findings.map(({ rule }) => rule.replace('other-tools/', '')),
    messages: findings.map(({ message }) => message),
  };
}

const report = (tool: string, name: string) => `${tool}=${join(REPORTS, name)}`;

/** A command that prints or writes a report as the tool would, whatever it is asked. */
function standIn(name: string, reportFile: string): string {
  const path = join(home, name);
  const copies = `for last; do case "$last" in */report.json) cp "${reportFile}" "$last"; exit 1;; esac; done; cat "${reportFile}"; exit 1`;
  writeFileSync(path, `#!/bin/sh\n${copies}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('a report that is imported', () => {
  it('counts for the digests that it names, and is compared with our own findings', async () => {
    const { rules, messages } = await vet(tainted, '--import', report('modelaudit', 'modelaudit-tainted.json'));
    // ModelAudit looks at the code and the configuration too, and finds nothing in what is found here.
    expect(rules.sort()).toEqual(['agrees', 'only-we', 'only-we']);
    expect(messages.some((one) => one.startsWith('modelaudit, critical: '))).toBe(true);
    expect((await vet(clean, '--import', report('modelaudit', 'modelaudit-clean.json'))).rules).toEqual([
      'finds-nothing',
    ]);
  });

  it('is no evidence where the tool names no digest, and says so', async () => {
    const { rules, messages } = await vet(tainted, '--import', report('modelscan', 'modelscan-tainted.json'));
    expect(rules).toEqual(['not-tied']);
    expect(messages[0]).toContain('names 1 issues with files of these names');
    expect((await vet(tainted, '--import', report('picklescan', 'picklescan-tainted.txt'))).rules).toEqual([
      'not-tied',
    ]);
    expect((await vet(clean, '--import', report('picklescan', 'picklescan-clean.txt'))).rules).toEqual(['not-tied']);
  });

  it('of other bytes or of another model is refused as evidence', async () => {
    const { rules } = await vet(clean, '--import', report('modelaudit', 'modelaudit-tainted.json'));
    expect(rules).toContain('other-bytes');
    expect(rules).not.toContain('agrees');
    const text = readFileSync(join(REPORTS, 'modelaudit-tainted.json'), 'utf8').replaceAll(
      /tainted\/(\w)/g,
      'tainted/z$1',
    );
    writeFileSync(join(home, 'else.json'), text);
    expect((await vet(clean, '--import', `modelaudit=${join(home, 'else.json')}`)).rules).toEqual(['other-model']);
  });

  it('that accuses where nothing was found here wants a person', async () => {
    const text = readFileSync(join(REPORTS, 'modelaudit-clean.json'), 'utf8');
    const json = JSON.parse(text);
    const place = Object.keys(json.file_metadata).find((path) => path.endsWith('model.safetensors'));
    json.issues.push({ message: 'Hidden payload', severity: 'critical', location: place, details: {} });
    writeFileSync(join(home, 'accuses.json'), JSON.stringify(json));
    const answer = await vet(clean, '--import', `modelaudit=${join(home, 'accuses.json')}`);
    expect(answer.rules).toEqual(['only-they']);
    expect(answer.code).toBe(3);
  });

  it('of OpenSSF Scorecard tells of the repository and proves nothing of the bytes', async () => {
    const { rules, messages } = await vet(clean, '--import', report('scorecard', 'scorecard.json'));
    expect(rules).toEqual(['project-health']);
    expect(messages[0]).toContain('6.2 of 10. Below 5: Maintained.');
  });

  it.each(TOOL_IDS)('of %s that is none is malformed', (tool) => {
    for (const text of ['', '{}', '[[[[', '{"issues":[]}', 'Scanned files: many', '['.repeat(5000)]) {
      expect(() => readToolReport(tool, text)).toThrow(MalformedError);
    }
  });

  it('that is none is refused with its name', async () => {
    writeFileSync(join(home, 'odd.json'), '{"score":"high"}');
    const { code, stderr } = await vet(clean, '--import', `scorecard=${join(home, 'odd.json')}`);
    expect([code, stderr]).toEqual([2, expect.stringContaining('odd.json: no report of OpenSSF Scorecard')]);
  });

  it('of any JSON is a report or malformed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TOOL_IDS), fc.json(), (tool, text) => {
        expect(() => readToolReport(tool, text)).toThrow(MalformedError);
      }),
    );
  });
});

describe('a tool that is run', () => {
  it('is tied to what was hashed, and compared', async () => {
    const found = standIn('modelscan', join(REPORTS, 'modelscan-tainted.json'));
    const { rules, messages } = await vet(tainted, '--run', `modelscan=${found}`);
    expect(rules).toEqual(['agrees']);
    expect(messages[0]).toContain('modelscan 0.8.8, critical');
    expect(messages[0]).toContain('(posix.system)');
    const quiet = standIn('picklescan', join(REPORTS, 'picklescan-clean.txt'));
    expect((await vet(clean, '--run', `picklescan=${quiet}`)).rules).toEqual(['finds-nothing']);
  });

  it('that looked and found nothing is shown to disagree', async () => {
    const json = JSON.parse(readFileSync(join(REPORTS, 'modelscan-tainted.json'), 'utf8'));
    writeFileSync(join(home, 'blind.json'), JSON.stringify({ ...json, issues: [] }));
    const blind = standIn('blind', join(home, 'blind.json'));
    expect((await vet(tainted, '--run', `modelscan=${blind}`)).rules).toContain('only-we');
  });

  it('and is not there ends with what to do', async () => {
    const { code, stderr } = await vet(clean, '--run', `modelscan=${join(home, 'nowhere')}`);
    expect([code, stderr]).toEqual([4, expect.stringContaining('[tool-failed]')]);
  });

  // Only where the real one is at hand: WEIGHBRIDGE_MODELSCAN names its command.
  const real = process.env.WEIGHBRIDGE_MODELSCAN;
  it.skipIf(real === undefined)('for real agrees on the tainted example', async () => {
    expect((await vet(tainted, '--run', `modelscan=${real}`)).rules).toEqual(['agrees']);
  });
});

describe('tying places to paths', () => {
  const files = ['model.bin', 'sub/model.bin', 'a:b.bin'].map((path) => proven(path, 1));
  const pathOf = (place: string) => {
    const issue = { place, severity: 'high', what: 'x', operation: null } as const;
    const tied = tieReport(
      { tool: 'modelscan', version: null, scanned: null, issues: [issue], errors: [], digests: {} },
      files,
      true,
    );
    return (tied.issues as { path: string | null }[])[0]?.path;
  };

  it.each([
    ['model.bin', 'model.bin'],
    ['/tmp/x/model.bin:archive/data.pkl', 'model.bin'],
    ['/tmp/x/sub/model.bin', 'sub/model.bin'],
    ['a:b.bin:data.pkl', 'a:b.bin'],
    ['other_model.bin', null],
    ['model.bin.zip', null],
    ['', null],
  ])('%s is %s', (place, path) => {
    expect(pathOf(place)).toBe(path);
  });
});
