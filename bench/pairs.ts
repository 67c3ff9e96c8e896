import { spawnSync } from 'node:child_process';

/** Something to time: a command, run whole. */
export interface Contestant {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Exit codes of a run that did its work; 0 where nothing is said. */
  readonly expected?: readonly number[];
}

export interface Timed {
  readonly name: string;
  /** Milliseconds, each run in its turn. */
  readonly runs: readonly number[];
  /** Peak resident memory of the process in MB, where /usr/bin/time can tell; else null. */
  readonly peakMB: number | null;
}

/** Runs all in turn, A B C A B C …, so that a machine whose speed drifts is unkind to all alike. The first round is not counted. */
export function timeInTurn(contestants: readonly Contestant[], rounds: number): readonly Timed[] {
  const runs = contestants.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      const spent = timeOnce(contestant);
      if (round > 0) runs[at]?.push(spent);
    }
  }
  return contestants.map(({ name, command }, at) => ({ name, runs: runs[at] ?? [], peakMB: peakOf(command) }));
}

function timeOnce({ command: [program, ...args], expected = [0] }: Contestant): number {
  const start = performance.now();
  const { error, status } = spawnSync(program, args, { stdio: 'ignore' });
  if (error !== undefined) throw error;
  // What failed did other work than what is timed.
  if (!expected.includes(status ?? -1)) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

function peakOf(command: readonly string[]): number | null {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', 'peak %M', ...command], { encoding: 'utf8' });
  const kilobytes = error === undefined ? /^peak (\d+)$/m.exec(stderr)?.[1] : undefined;
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A row each: median, spread, and the median of the ratios to the first contestant, run by run. */
export function table(timed: readonly Timed[]): string {
  const [base] = timed;
  const rows = timed.map(({ name, runs, peakMB }) => {
    const ratios = runs.map((run, at) => run / (base?.runs[at] ?? Number.NaN));
    const peak = peakMB === null ? '' : `${peakMB.toFixed(0)} MB`;
    return `| ${name} | ${median(runs).toFixed(0)} ms | ${Math.min(...runs).toFixed(0)}-${Math.max(...runs).toFixed(0)} | ${median(ratios).toFixed(2)} | ${peak} |`;
  });
  return ['| what | median | min-max | ratio | peak |', '| --- | ---: | ---: | ---: | ---: |', ...rows].join('\n');
}
