/** One message of a tenant's own benign traffic: the highest score of each type that was found in it. */
export type Scores = ReadonlyMap<string, number>;

export interface TypeRate {
  readonly type: string;
  /** Messages in which it is found, at the threshold. */
  readonly messages: number;
  /** Messages in which it is found with any score. */
  readonly all: number;
  readonly rate: number;
  /** The least score that counts. */
  readonly threshold: number;
  /** The highest score with which it was found. */
  readonly highest: number;
}

export interface Calibration {
  readonly messages: number;
  /** Messages in which anything is found, with these thresholds. */
  readonly flagged: number;
  readonly types: readonly TypeRate[];
}

/** Scores are told to three places: this is the next higher one. */
const NEXT = 0.001;

/** A finding that is sure: no threshold lies above it, since that would be to look for its type no more. */
const SURE = 1;

/**
 * The lowest thresholds under which no more than `budget` of the messages have findings, as far as thresholds can do that. No type is
 * raised above its highest score where more messages have it than the budget lets pass: that would be to look for it no more, and
 * those messages stay flagged; the others keep the budget by themselves then. The type that alone flags the most messages is raised
 * first, above its lowest score, until the budget is kept.
 */
export function calibrate(messages: readonly Scores[], budget: number): Calibration {
  const thresholds = new Map<string, number>();
  const allowed = budget * messages.length;
  const ceilings = ceilingsOf(messages, Math.max(1, allowed));
  const stays = ([type, score]: readonly [string, number]) => score >= (ceilings.get(type) ?? SURE);
  const loud = messages.filter((scores) => [...scores].some(stays));
  const left = loud.length > allowed ? allowed : allowed - loud.length;
  let open = messages.filter((scores) => ![...scores].some(stays));
  for (;;) {
    open = open.map((scores) => above(scores, thresholds)).filter((scores) => scores.size > 0);
    const type = open.length > left ? loudest(open) : undefined;
    if (type === undefined) return summary(messages, thresholds, [...loud, ...open]);
    const lowest = Math.min(...scoresOf(open, type));
    const next = Math.round((lowest + NEXT) * 1000) / 1000;
    thresholds.set(type, Math.min(next, ceilings.get(type) ?? SURE));
  }
}

/** The highest score of each type that more messages have than chance would leave. */
function ceilingsOf(messages: readonly Scores[], most: number): ReadonlyMap<string, number> {
  const tops = new Map<string, { readonly score: number; readonly count: number }>();
  for (const [type, score] of messages.flatMap((scores) => [...scores])) {
    const known = tops.get(type);
    if (known === undefined || score > known.score) tops.set(type, { score, count: 1 });
    else if (score === known.score) tops.set(type, { score, count: known.count + 1 });
  }
  return new Map([...tops].filter(([, { count }]) => count > most).map(([type, { score }]) => [type, score]));
}

function above(scores: Scores, thresholds: ReadonlyMap<string, number>): Scores {
  const kept = [...scores].filter(([type, score]) => score >= (thresholds.get(type) ?? 0));
  return kept.length === scores.size ? scores : new Map(kept);
}

/** The type that is alone in most messages; of those alone in none, the commonest. */
function loudest(open: readonly Scores[]): string | undefined {
  const counts = new Map<string, number>();
  for (const scores of open) {
    const weight = scores.size === 1 ? open.length : 1;
    for (const type of scores.keys()) counts.set(type, (counts.get(type) ?? 0) + weight);
  }
  return [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))[0]?.[0];
}

function scoresOf(messages: readonly Scores[], type: string): readonly number[] {
  return messages.flatMap((scores) => scores.get(type) ?? []).slice(0, MOST);
}

/** As many as fit into a call. */
const MOST = 50_000;

function summary(
  messages: readonly Scores[],
  thresholds: ReadonlyMap<string, number>,
  open: readonly Scores[],
): Calibration {
  const types = [...new Set(messages.flatMap((scores) => [...scores.keys()]))].sort();
  return {
    messages: messages.length,
    flagged: open.length,
    types: types.map((type) => {
      const found = scoresOf(open, type).length;
      const all = scoresOf(messages, type).length;
      return {
        type,
        messages: found,
        all,
        rate: found / Math.max(1, messages.length),
        threshold: thresholds.get(type) ?? 0,
        highest: scoresOf(messages, type).reduce((most, score) => Math.max(most, score), 0),
      };
    }),
  };
}

/** A type whose rate is not what it was. */
export interface Drift {
  readonly type: string;
  readonly before: number;
  readonly now: number;
  /** Standard errors between the two (a test of two proportions). */
  readonly z: number;
}

/** Fewer standard errors are chance: one type in three hundred would pass by it. */
const NOTABLE = 3;

/** What is found more or less often than before, the most changed first. */
export function driftBetween(before: Calibration, now: Calibration): readonly Drift[] {
  const types = new Set([...before.types, ...now.types].map(({ type }) => type));
  const rateIn = ({ types, messages }: Calibration, type: string) =>
    (types.find((one) => one.type === type)?.all ?? 0) / Math.max(1, messages);
  return [...types]
    .map((type) => {
      const [one, two] = [rateIn(before, type), rateIn(now, type)];
      const pooled = (one * before.messages + two * now.messages) / Math.max(1, before.messages + now.messages);
      const error = Math.sqrt(
        pooled * (1 - pooled) * (1 / Math.max(1, before.messages) + 1 / Math.max(1, now.messages)),
      );
      return { type, before: one, now: two, z: error === 0 ? 0 : (two - one) / error };
    })
    .filter(({ z }) => Math.abs(z) >= NOTABLE)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
