import { arch, cpus, loadavg } from 'node:os';
import type { Limited, Taken } from './changes.ts';
import type { Seen } from './load.ts';
import { highestOf, residentAt, type Sample, slopeOf } from './memory.ts';
import { type Event, type Odd, oddities } from './odd.ts';
import type { Tally } from './world.ts';

/** How long each kind of change took, once. */
export interface Changed {
  readonly release: Taken;
  readonly rollback: Taken;
  readonly refused: Taken;
  readonly cut: Taken;
  /** Of the machine then, over a minute. */
  readonly load: number;
}

/** What a run showed. */
export interface Soaked {
  readonly command: string;
  readonly atOnce: number;
  readonly seconds: number;
  /** Milliseconds of CPU of the three gateways. */
  readonly cpu: number;
  readonly seen: Seen;
  readonly odd: readonly Odd[];
  readonly events: readonly Event[];
  readonly recordOf: (requestId: string) => string | null;
  readonly tally: Tally;
  readonly quiet: readonly Changed[];
  readonly busy: readonly Changed[];
  readonly whileDatabase: number;
  readonly heard: Taken | null;
  readonly whileRedis: number;
  /** Before the load and after it; null: it could not be asked for. */
  readonly limits: readonly [Limited | null, Limited | null];
  readonly samples: readonly Sample[];
}

/** The page of a run, and whether all that it is for was shown. */
export function reportOf(run: Soaked): { readonly text: string; readonly holds: boolean } {
  const { seen, tally, quiet, busy, seconds, limits, samples } = run;
  const nodes = [0, 1, 2];
  const slopes = nodes.map((node) => slopeOf(samples, node));
  const back = busy.flatMap(({ rollback, refused, cut }) => [rollback, refused, cut].flatMap((taken) => taken.nodes));
  const proven = {
    calls: seen.asked >= 1_000_000,
    mismatches: seen.wrong === 0 && seen.right >= 100_000,
    aborts: tally.begun === tally.hungUp,
    times: busy.length > 0 && Math.max(...back) <= 1_000,
    limits: limits.every((limit) => limit !== null && off(limit) <= 0.02),
    memory: slopes.every((slope) => slope < 1),
  };
  const word = (holds: boolean): string => (holds ? 'yes' : '**no**');
  const [limitBefore, limitAfter] = limits;
  const text = `# Three gateways under load, with everything restarted

\`${run.command}\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} shared ${arch()} cores, Node ${process.version}, a load of ${loadavg()[2]?.toFixed(1)} over the last
quarter of an hour, of which this run is a part.

Three \`weighbridge gateway\` processes follow a channel by one PostgreSQL and share limits by one Redis server, before two model servers whose
every answer is known from the question. ${run.atOnce} callers at once; one call in twenty streams; one in a hundred is a stream whose caller hangs up after
the first word, and one in a hundred a call whose caller hangs up while it waits. In the middle: ${busy.length} times a release, a rollback and a
withdrawal, then a restart of the database, and a kill and a start of Redis. The light guard set (secrets, mail addresses, cards) is on.

| to be shown | shown |
| --- | --- |
| a million calls | ${word(proven.calls)} |
| no byte wrong in 100,000 answers | ${word(proven.mismatches)} |
| every caller who hung up was seen by the model server | ${word(proven.aborts)} |
| every rollback and withdrawal within a second on each of three nodes, at half the load | ${word(proven.times)} |
| limits within 2 % over three nodes | ${word(proven.limits)} |
| memory that is flat: less than 1 MB in 100,000 calls on each node | ${word(proven.memory)} |

| what | figure |
| --- | ---: |
| calls made | ${seen.asked.toLocaleString('en')} in ${seconds.toFixed(0)} s (${(seen.asked / seconds).toFixed(0)} a second) |
| CPU of a gateway for each call | ${((1000 * run.cpu) / seen.asked).toFixed(0)} µs |
| answers held against what the model server wrote | ${(seen.right + seen.wrong).toLocaleString('en')} |
| of these wrong | ${seen.wrong} |
| callers who hung up, seen by the model server | ${tally.hungUp.toLocaleString('en')} of ${tally.begun.toLocaleString('en')} |
| refusals and failures, by code | ${[...seen.refused].map(([code, count]) => `${count} ${code}`).join(', ') || 'none'} |
${times('release until served', quiet, busy, 'release')}
${times('rollback until served', quiet, busy, 'rollback')}
${times('withdrawal until refused', quiet, busy, 'refused')}
${times('withdrawal until a stream under way was cut', quiet, busy, 'cut')}
| right answers while the database was restarted | ${run.whileDatabase.toLocaleString('en')} |
| release after that | ${run.heard?.nodes.map((time) => `${time.toFixed(0)} ms`).join(', ') ?? 'none'} |
| refusals while Redis was killed for 3 s | ${run.whileRedis} (each gateway counts alone meanwhile) |
| limit over three nodes, before the load | ${limited(limitBefore)} |
| limit over three nodes, after it | ${limited(limitAfter)} |
| resident memory after a third, at the end, at most, each node | ${nodes.map((node) => [residentAt(samples, node, 1 / 3), residentAt(samples, node, 1), highestOf(samples, node)].map((size) => size.toFixed(0)).join(' → ')).join(', ')} MB |
| its slope over the last two thirds | ${slopes.map((slope) => slope.toFixed(2)).join(', ')} MB in 100,000 calls |

Refusals by \`not_admitted\` and \`release_killed\` are what the withdrawals are for: until the rollback behind each nothing was released.
Times run from before the call to the control plane until a caller of that node saw the change, asked every 5 ms: the median and the worst of
${busy.length} times three nodes, and how long the control plane's own answer took. Callers, model servers, database and gateways
share one machine, which the callers fill: for the times they slow down to half of their pace. No gateway was given a bound of its memory:
\`weighbridge gateway\` has V8 sweep as soon as the heap has grown by half of what was in use.
${strange(run)}`;
  return { text, holds: Object.values(proven).every((holds) => holds) };
}

/** Each wrong answer, and the first of each kind of refusal: with what was done around it, and what the gateway wrote down. */
function strange({ odd, events, recordOf }: Soaked): string {
  if (odd.length === 0) return '';
  return `\n## What did not go as usual\n\nEvery wrong answer, and of everything else the first five of a kind.\n\n${oddities(odd, events, recordOf)}`;
}

function times(what: string, quiet: readonly Changed[], busy: readonly Changed[], kind: Timed): string {
  return `| ${what}, without load | ${shown(quiet, kind)} |
| the same at half the load | ${shown(busy, kind)} |`;
}

type Timed = 'release' | 'rollback' | 'refused' | 'cut';

function shown(changes: readonly Changed[], kind: Timed): string {
  const taken = changes.map((one) => one[kind]);
  const all = taken.flatMap(({ nodes }) => nodes).toSorted((a, b) => a - b);
  const own = taken.map((one) => `${one.own.toFixed(0)} ms`).join(', ');
  const loads = changes.map(({ load }) => load.toFixed(1)).join(', ');
  const median = all[Math.floor(all.length / 2)] ?? Number.NaN;
  return `${median.toFixed(0)} ms, at worst ${all.at(-1)?.toFixed(0)} ms (the control plane's: ${own}; the machine's load: ${loads})`;
}

function off({ allowed, may }: Limited): number {
  return Math.abs(allowed / may - 1);
}

function limited(limit: Limited | null): string {
  if (limit === null) return 'could not be asked for';
  const { allowed, may, asked, others, seconds } = limit;
  const told = others.map(([code, count]) => `${count.toLocaleString('en')} ${code}`).join(', ');
  return `${allowed.toLocaleString('en')} let through, ${may.toLocaleString('en')} by one meter alone, in ${seconds.toFixed(0)} s (${(100 * off(limit)).toFixed(2)} % off), ${asked.toLocaleString('en')} asked${told === '' ? '' : `: ${told}`}`;
}
