import { chmodSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readToolReport } from '../../src/adapters/collectors/tools/read-report.ts';
import { runTool } from '../../src/adapters/collectors/tools/run-tool.ts';
import { tieReport } from '../../src/adapters/collectors/tools/tie.ts';
import { TOOL_IDS } from '../../src/domain/evaluator.ts';
import { MalformedError } from '../../src/kernel/bytes.ts';
import { proven } from '../reports/example-vetting.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';
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

/** A tool in JavaScript: `report` is the path it is asked to write to, or undefined. */
function program(name: string, code: string): string {
  const path = join(home, name);
  const head =
    "const fs = require('node:fs'); const report = process.argv.find((one) => one.endsWith('/report.json'));";
  writeFileSync(path, `#!${process.execPath}\n${head}\n${code}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('a tool that misbehaves', () => {
  const run = (
    command: string,
    {
      tool = 'picklescan',
      limits = { milliseconds: 30_000, bytes: 100 },
      signal = new AbortController().signal,
    }: {
      readonly tool?: 'picklescan' | 'modelscan';
      readonly limits?: { readonly milliseconds: number; readonly bytes: number };
      readonly signal?: AbortSignal;
    } = {},
  ) => runTool(tool, command, clean, signal, limits);
  const failsWith = (part: string) => ({ code: 'tool-failed', message: expect.stringContaining(part) });
  /** A killed child of nobody is gone once init has reaped it. */
  const isGone = (pid: number) =>
    until(() => {
      const state = isAlive(pid) && existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
      return !isAlive(pid) || / [ZX] /.test(state);
    });

  it('by ignoring SIGTERM is killed at the limit, and what it printed is no report', async () => {
    const deaf = join(home, 'deaf');
    const code = `trap '' TERM; echo $$ > '${deaf}.pid'; echo 'Scanned files: 1'; sleep 60`;
    writeFileSync(deaf, `#!/bin/sh\n${code}\n`, { mode: 0o755 });
    await expect(run(deaf, { limits: { milliseconds: 3000, bytes: 100 } })).rejects.toMatchObject(
      failsWith('not done after 3 seconds'),
    );
    await isGone(Number(readFileSync(join(home, 'deaf.pid'), 'utf8')));
  });

  it('by leaving a process behind loses it when it ends', async () => {
    const parent = program(
      'parent',
      `const child = require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' });
       child.unref(); fs.writeSync(1, String(child.pid)); process.exit(1);`,
    );
    await isGone(Number(await run(parent)));
  });

  it('is killed with its children on abort', async () => {
    const stopper = new AbortController();
    const pidFile = join(home, 'aborted.pid');
    const parent = program(
      'aborted',
      `const child = require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' });
       fs.writeFileSync('${pidFile}.new', String(child.pid)); fs.renameSync('${pidFile}.new', '${pidFile}');`,
    );
    const answer = expect(run(parent, { signal: stopper.signal })).rejects.toThrow('enough');
    await until(() => existsSync(pidFile));
    stopper.abort(new Error('enough'));
    await answer;
    await isGone(Number(readFileSync(pidFile, 'utf8')));
  });

  it('by printing without end is stopped', async () => {
    await expect(run(program('endless', "for (;;) fs.writeSync(1, 'x'.repeat(50));"))).rejects.toMatchObject(
      failsWith('printed more than 100 bytes'),
    );
  });

  it.each([
    ['a link', `fs.symlinkSync('${join(REPORTS, 'scorecard.json')}', report);`, 'no plain file (ELOOP)'],
    ['a pipe', `require('node:child_process').execFileSync('mkfifo', [report]);`, 'no plain file'],
    ['a folder', 'fs.mkdirSync(report);', 'no plain file'],
    ['too long', `fs.writeFileSync(report, ' '.repeat(101));`, '101 bytes; 100 are the most'],
    ['absent', '', 'wrote no report'],
  ])('by a report that is %s is refused', async (name, code, part) => {
    const command = program(`report-${name.replace(' ', '-')}`, code);
    await expect(run(command, { tool: 'modelscan' })).rejects.toMatchObject(failsWith(part));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

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
