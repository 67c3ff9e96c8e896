import type { Origin } from '../../../domain/guard.ts';
import { ordersReaderAbroad } from '../../../text/orders/abroad.ts';
import { createConductReader } from './conduct/conduct.ts';
import { dropsOrders, ordersModel } from './elsewhere/drops.ts';
import { createFeatureReader, FEATURES, SELDOM_CHANGED } from './features.ts';
import { saidIn, withoutAsked } from './innocent.ts';
import { learned } from './models.ts';
import { isCode } from './orders/manners.ts';
import { createOrderReader } from './orders/orders.ts';
import { createNames, withoutEntities, withoutOwn } from './programs.ts';
import { createTurnReader, type Forgery } from './turns/turns.ts';

/** What a message tries, by what speaks most for it. */
export type Attempt = 'override' | 'extraction' | 'jailbreak' | 'suffix' | 'embedded-task' | Forgery | 'other';

export interface Verdict {
  /** From 0 to 1; see `detector.ts` for what is done from where on. */
  readonly score: number;
  readonly attempt: Attempt;
}

/** Judges a message sentence by sentence: each verdict speaks of all that was read so far. */
export interface Judge {
  /** Null where the score is below `least`. */
  read(sentence: string, least: number): Verdict | null;
  /** Forgets what was read. */
  restart(): void;
}

const LOWERING = ['length', 'code'].map((name) => FEATURES.indexOf(name));

/** A sum that is this much too low is too low in whatever order it is summed up. */
const SLACK = 1e-6;

/** How sure it is that a document gives a model orders where it calls one. */
const ORDERED: Verdict = { score: 0.97, attempt: 'embedded-task' };

export function createJudge(origin: Origin): Judge {
  if (origin !== 'document' && origin !== 'tool-result') return createMessageJudge();
  const [judge, orders, turns] = [createLearnedJudge(true), createOrderReader(), createTurnReader(true)];
  const conduct = createConductReader(true);
  return {
    restart: () => {
      judge.restart();
      orders.restart();
      turns.restart();
      conduct.restart();
    },
    read: (whole, least) => {
      const sentence = withoutOwn(withoutEntities(whole));
      const code = isCode(sentence);
      const verdict = code ? null : judge.read(sentence, least);
      const ordered = orders.read(sentence) || ordersModel(sentence) || (!code && ordersReaderAbroad(sentence));
      // What nobody may demand of a model in a message, no document may.
      const demanded = conduct.read(code ? '' : withoutAsked(sentence)) !== null;
      const believed = surer(orders.addressed() ? verdict : null, turns.read(sentence), least);
      const isTold = (ordered || demanded) && ORDERED.score >= least && ORDERED.score > (believed?.score ?? 0);
      return isTold ? ORDERED : believed;
    },
  };
}

/** How sure it is that turns are forged where what is done in them is what nobody may do; so many of them are certain. */
const FORGED = { 'forged-turn': 0.97, 'many-shot': 0.99 } as const satisfies Record<Forgery, number>;

/** The surer one of two. */
function surer(verdict: Verdict | null, forged: Forgery | null, least: number): Verdict | null {
  if (forged === null || FORGED[forged] < least || FORGED[forged] <= (verdict?.score ?? 0)) return verdict;
  return { score: FORGED[forged], attempt: forged };
}

/** How sure it is that a message talks a model out of its limits where it demands enough of what does. */
const DEMANDED = 0.96;

/** Of what somebody says to a model: by what was learned, and by what it demands of the model's conduct. */
function createMessageJudge(): Judge {
  const [judge, conduct, turns] = [createLearnedJudge(false), createConductReader(), createTurnReader(false)];
  const names = createNames();
  return {
    restart: () => {
      judge.restart();
      names.restart();
      conduct.restart();
      turns.restart();
    },
    read: (sentence, least) => {
      if (names.read(sentence)) return null;
      const learnt = judge.read(saidIn(sentence), least);
      const verdict = surer(learnt, turns.read(sentence), least);
      const own = turns.shows() ? '' : withoutAsked(sentence);
      const attempt = conduct.read(own) ?? (dropsOrders(own) ? 'override' : null);
      if (attempt === null || DEMANDED < least || DEMANDED <= (verdict?.score ?? 0)) return verdict;
      return { score: DEMANDED, attempt };
    },
  };
}

/** By what was learned from attacks and honest texts. */
export function createLearnedJudge(untrusted: boolean): Judge {
  const { models, user, document } = learned();
  const { weights, often, seldom, bias } = untrusted ? document : user;
  const reader = createFeatureReader(models, untrusted, (feature) => weights[FEATURES.indexOf(feature)] !== 0);
  // These alone change with every sentence: the score rises by other ones.
  const onlyFalls = LOWERING.every((at) => (weights[at] ?? 0) <= 0);
  let counted = 0;
  /** The score is below this until a feature changes. */
  let below = Number.POSITIVE_INFINITY;
  return {
    restart: () => {
      reader.restart();
      counted = 0;
      below = Number.POSITIVE_INFINITY;
    },
    read: (sentence, least) => {
      const changed = reader.read(sentence);
      if (changed === 0 && onlyFalls && least >= below) return null;
      below = least;
      const features = reader.features();
      if ((changed & SELDOM_CHANGED) !== 0) counted = sumOf(seldom, features, weights);
      const roughly = bias + sumOf(often, features, weights) + counted;
      if (roughly < Math.log(least / (1 - least)) - SLACK) return null;
      let sum = bias;
      let best = { part: 0, at: -1 };
      for (const places of [often, seldom]) {
        for (const at of places) {
          const part = (features[at] ?? 0) * (weights[at] ?? 0);
          sum += part;
          if (part > best.part && ATTEMPTS[at] !== 'other') best = { part, at };
        }
      }
      const score = 1 / (1 + Math.exp(-sum));
      if (score < least) return null;
      below = Number.POSITIVE_INFINITY;
      return { score, attempt: ATTEMPTS[best.at] ?? 'other' };
    },
  };
}

function sumOf(places: Int32Array, features: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    sum += (features[at] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}

const NAMES: readonly (readonly [RegExp, Attempt])[] = [
  [/^(?:surprise|glued-here|suffix)$/, 'suffix'],
  [/^task-|^mark-addressed/, 'embedded-task'],
  [
    /^rule-(?:override|instructions|new-task|when-read|conceal)|^mark-(?:delimiters|closers)|^concept-(?:override|new-task)/,
    'override',
  ],
  [/passcode|secret|own-prompt|reveal|granted|told-not|encode|impersonate/, 'extraction'],
  [/^(?:rule|concept|harm|known|mark)-/, 'jailbreak'],
];

const ATTEMPTS: readonly Attempt[] = FEATURES.map(
  (name) => NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other',
);
