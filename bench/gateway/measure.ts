import { median } from '../pairs.ts';
import type { Child } from './child.ts';
import { load } from './load.ts';

export interface Target {
  readonly name: string;
  readonly child: Child;
  readonly headers: Readonly<Record<string, string>>;
  /** In how many of the rounds it takes part: what is told apart by fifths is measured more often than what is by tens. */
  readonly rounds: number;
}

/** What was measured of a target under one load, a figure for each of its rounds. */
export interface Figures {
  readonly cpu: number[];
  readonly p50: number[];
  readonly p99: number[];
}

export interface Asked {
  readonly body: Buffer;
  readonly connections: number;
}

interface Timing {
  readonly settling: number;
  readonly milliseconds: number;
}

/** The more callers, the fewer calls each of them makes, and the longer until they are spread evenly. */
const TIMINGS: ReadonlyMap<number, Timing> = new Map([
  [1, { settling: 150, milliseconds: 500 }],
  [32, { settling: 200, milliseconds: 500 }],
  [256, { settling: 500, milliseconds: 1_000 }],
]);
export const CONNECTIONS = [...TIMINGS.keys()];
const SHORT = { settling: 0, milliseconds: 500 };

/** Programs are slow until the engine has compiled them, and a gateway runs for days: so many calls of a kind at once, or so many loads. */
const WARM = { calls: 2_500, loads: 4, connections: 16 };

export async function warm({ child, headers }: Target, body: Buffer): Promise<void> {
  const asked = { port: child.port, body, connections: WARM.connections, headers, cpu: child.cpu, ...SHORT };
  let calls = 0;
  for (let loads = 0; loads < WARM.loads && calls < WARM.calls; loads++) calls += (await load(asked)).calls;
}

/** All targets in turn, forth and back: a machine whose speed drifts is unkind to all alike. */
export async function measure(targets: readonly Target[], asked: Asked): Promise<ReadonlyMap<Target, Figures>> {
  const figures = new Map(targets.map((target) => [target, { cpu: [], p50: [], p99: [] } as Figures]));
  for (let round = 0; targets.some(({ rounds }) => round < rounds); round++) {
    const turn = targets.filter(({ rounds }) => round < rounds);
    for (const target of round % 2 === 0 ? turn : turn.toReversed()) {
      const { cpu, p50, p99 } = await once(target, asked);
      const own = figures.get(target);
      own?.cpu.push(cpu);
      own?.p50.push(p50);
      own?.p99.push(p99);
    }
  }
  return figures;
}

async function once({ child, headers, name }: Target, { body, connections }: Asked) {
  const timing = TIMINGS.get(connections) ?? SHORT;
  const asked = { port: child.port, body, connections, headers, cpu: child.cpu, ...timing };
  const { cpu, latencies, failures } = await load(asked);
  if (failures > 0) throw new Error(`${failures} calls failed through ${name}`);
  const of = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { cpu, p50: of(0.5), p99: of(0.99) };
}

/** How many times as much CPU one took as the other in each round that both took part in, sorted. */
export function ratiosOf(one: Figures, other: Figures): readonly number[] {
  return one.cpu
    .slice(0, other.cpu.length)
    .map((cpu, round) => cpu / (other.cpu[round] ?? Number.NaN))
    .sort((a, b) => a - b);
}

/** By how much, of it, a target's figure differs from that of the round before: what two measures of the same thing differ by. */
export function noiseOf({ cpu }: Figures): number {
  return median(cpu.slice(1).map((here, round) => Math.abs(here / (cpu[round] ?? Number.NaN) - 1)));
}
