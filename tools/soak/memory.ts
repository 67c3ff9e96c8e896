import { readFileSync } from 'node:fs';
import type { Node } from '../../test/support/nodes.ts';

export interface Sample {
  /** Calls made until then. */
  readonly calls: number;
  /** MB of each node. */
  readonly resident: readonly number[];
}

/** Memory of processes over the calls that were made, on Linux. */
export function watchMemory(nodes: readonly Node[], calls: () => number, every: number) {
  const samples: Sample[] = [];
  const timer = setInterval(() => samples.push({ calls: calls(), resident: nodes.map(residentOf) }), every);
  return {
    samples,
    stop: () => clearInterval(timer),
  };
}

function residentOf({ child }: Node): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** MB that a node grows by in 100,000 calls, by least squares over what came after the first third, in which caches fill. */
export function slopeOf(samples: readonly Sample[], node: number): number {
  const points = samples
    .slice(Math.floor(samples.length / 3))
    .map(({ calls, resident }) => [calls, resident[node] ?? 0] as const);
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 100_000;
}

export function residentAt(samples: readonly Sample[], node: number, part: number): number {
  return samples[Math.min(samples.length - 1, Math.floor(samples.length * part))]?.resident[node] ?? 0;
}

export function highestOf(samples: readonly Sample[], node: number): number {
  return Math.max(...samples.map(({ resident }) => resident[node] ?? 0));
}
