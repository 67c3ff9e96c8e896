import { FACTS, factsOf } from '../../src/guard/detectors/hidden-text/orders/deed-facts.ts';
import { FACTS_ELSEWHERE, factsElsewhere } from '../../src/guard/detectors/hidden-text/orders/elsewhere-facts.ts';
import type { Weighed, Weights } from '../../src/guard/detectors/hidden-text/orders/weighed.ts';
import { BUCKETS } from '../../src/guard/detectors/hidden-text/orders/wording.ts';
import type { Line, Seed } from './wording/rows.ts';

/** What hidden orders are learned against: what pages say, what writers note, and in other languages both. */
export type HiddenModel = 'web' | 'programs' | 'elsewhere';

interface Sample {
  readonly seen: Weighed;
  readonly positive: boolean;
  readonly weight: number;
}

/** Sentences of one kind of which anything is seen, by their families: the others are never told. */
interface Group {
  readonly seen: readonly { readonly seen: Weighed; readonly family: string }[];
  readonly positive: boolean;
  /** What they weigh together. */
  readonly weight: number;
}

/** All that is learned from, read once. */
export type HiddenGroups = Readonly<Record<HiddenModel, readonly Group[]>>;

const ORDERS = 1;
const OWN = 1;
const GATHERED = 0.6;
/** There are more of them than are needed. */
const EVERY_COMMENT = 8;
const EVERY_TRANSLATION = 4;

type Told = Pick<Seed, 'text' | 'family'>;

export function hiddenGroups(seeds: readonly Seed[], gathered: readonly Line[]): HiddenGroups {
  const of = (roles: readonly Seed['role'][], elsewhere: boolean) =>
    seeds.filter((seed) => roles.includes(seed.role) && seed.elsewhere === elsewhere);
  const said = (kind: RegExp, every = 1): readonly Told[] =>
    gathered
      .filter((line) => kind.test(line.kind))
      .flatMap(({ text }, at) => (at % every === 0 ? [{ text, family: '' }] : []));
  const messages = said(/^message$/);
  const orders = group(of(['orders'], false), factsOf, ORDERS, true);
  return {
    web: [orders, group(of(['visitors'], false), factsOf, OWN), group(messages, factsOf, GATHERED)],
    programs: [
      orders,
      group(of(['writers'], false), factsOf, OWN),
      group(said(/^comment$/, EVERY_COMMENT), factsOf, GATHERED),
      group(messages, factsOf, GATHERED / 2),
    ],
    elsewhere: [
      group(of(['orders'], true), factsElsewhere, ORDERS, true),
      group(of(['visitors', 'writers'], true), factsElsewhere, OWN),
      group(said(/^message-/, EVERY_TRANSLATION), factsElsewhere, GATHERED),
    ],
  };
}

function group(
  told: readonly Told[],
  facts: (text: string) => Weighed | null,
  weight: number,
  positive = false,
): Group {
  const seen = told.flatMap(({ text, family }) => {
    const one = facts(text);
    return one === null ? [] : [{ seen: one, family }];
  });
  return { seen, positive, weight };
}

/** Without a family, so that it can be asked about that one. */
export function learnHidden(groups: HiddenGroups, name: HiddenModel, without?: string): Weights {
  return descend((name === 'elsewhere' ? FACTS_ELSEWHERE : FACTS).length, samples(groups[name], without));
}

function samples(groups: readonly Group[], without: string | undefined): readonly Sample[] {
  return groups.flatMap(({ seen, positive, weight }) => {
    const kept = seen.filter(({ family }) => family !== without);
    return kept.map((one) => ({ seen: one.seen, positive, weight: weight / kept.length }));
  });
}

const ROUNDS = 240;
/** What is looked for by name is drawn towards nothing less than single words are. */
const DRAWN = 0.0015;
const DRAWN_WORDS = 0.003;
const STEP = 0.05;

/** Logistic regression over all samples at once, each weight with a step of its own (RMSProp). No chance is in it. */
function descend(facts: number, samples: readonly Sample[]): Weights {
  const bias = facts + BUCKETS;
  const [weights, squares] = [new Float64Array(bias + 1), new Float64Array(bias + 1).fill(1e-6)];
  const gradient = new Float64Array(bias + 1);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const rows = samples.map((sample) => rowOf(sample, facts));
  for (let round = 0; round < ROUNDS; round += 1) {
    gradient.fill(0);
    for (const row of rows) add(row, weights, gradient, bias);
    const step = round < (3 * ROUNDS) / 4 ? STEP : STEP / 5;
    for (let at = 0; at <= bias; at += 1) {
      const weight = weights[at] ?? 0;
      const drawn = at === bias ? 0 : (at < facts ? DRAWN : DRAWN_WORDS) * weight;
      const slope = (gradient[at] ?? 0) / total + drawn;
      const square = 0.9 * (squares[at] ?? 0) + 0.1 * slope * slope;
      squares[at] = square;
      if (slope !== 0) weights[at] = weight - (step * slope) / Math.sqrt(square + 1e-8);
    }
  }
  return weightsOf(weights, facts);
}

/** Only what is there, so that a round is short. */
interface Sparse {
  readonly places: Int32Array;
  readonly values: Float64Array;
  readonly target: number;
  readonly weight: number;
}

function rowOf({ seen, positive, weight }: Sample, facts: number): Sparse {
  const there = seen.facts.flatMap((fact, at) => (fact === 0 ? [] : [[at, fact] as const]));
  const all = [...there, ...seen.buckets.map((bucket) => [facts + bucket, 1] as const)];
  return {
    places: Int32Array.from(all, ([place]) => place),
    values: Float64Array.from(all, ([, value]) => value),
    target: positive ? 1 : 0,
    weight,
  };
}

function add(
  { places, values, target, weight }: Sparse,
  weights: Float64Array,
  gradient: Float64Array,
  bias: number,
): void {
  let sum = weights[bias] ?? 0;
  for (let at = 0; at < places.length; at += 1) sum += (weights[places[at] ?? 0] ?? 0) * (values[at] ?? 0);
  const error = (1 / (1 + Math.exp(-sum)) - target) * weight;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    gradient[place] = (gradient[place] ?? 0) + error * (values[at] ?? 0);
  }
  gradient[bias] = (gradient[bias] ?? 0) + error;
}

function weightsOf(weights: Float64Array, facts: number): Weights {
  return {
    bias: weights[facts + BUCKETS] ?? 0,
    facts: Array.from(weights.subarray(0, facts)),
    words: weights.subarray(facts, facts + BUCKETS),
  };
}
