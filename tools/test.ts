import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDebianPackages } from './debian.ts';
import { run, runBehind } from './run.ts';

/** Checks that are no tests of vitest's; each counts as one. */
const CHECKS = [
  { name: 'floors', command: ['build/floors.js'], env: {} },
  {
    name: 'format and lint',
    command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--reporter=summary', '.'],
    env: {},
  },
  {
    // One reading of all types for both: each alone takes as long.
    name: 'types, and lint with types',
    // Its types stay to the end: its collector (Go's) looks for what to give back only where that is more than there is room for.
    env: { GOGC: 'off', GOMEMLIMIT: '3GiB' },
    command: [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      '--type-check',
      '--quiet',
      'src',
      'test',
      'tools',
      'examples',
      'bench',
      'web',
    ],
  },
] as const;

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Everything `npm test` runs; the last line is `N passed, N failed, N skipped`. */
async function main(): Promise<void> {
  await installDebianPackages();
  // Tests wait for servers and browsers a fifth of the time: what computes alone goes on beside them.
  const [checks, tests] = await Promise.all([runChecks(), runVitest(process.argv.slice(2))]);
  const failed = checks.failed + tests.failed;
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed, ${tests.skipped} skipped`);
}

async function runChecks(): Promise<Counts> {
  let failed = 0;
  for (const { name, command, env } of CHECKS) {
    const code = await runBehind(process.execPath, command, env);
    console.log(`${code === 0 ? '✓' : '✗'} ${name}`);
    if (code !== 0) failed++;
  }
  return { passed: CHECKS.length - failed, failed, skipped: 0 };
}

async function runVitest(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'weighbridge-test-'));
  try {
    const file = join(folder, 'results.json');
    const code = await run(process.execPath, [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ]);
    const counts = countsIn(file);
    // A runner that fails beside its tests (a file that would not load) has failed, whatever it counted.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countsIn(file: string): Counts {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    const skipped = (results.numPendingTests ?? 0) + (results.numTodoTests ?? 0);
    return { passed: results.numPassedTests ?? 0, failed: results.numFailedTests ?? 0, skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

await main();
