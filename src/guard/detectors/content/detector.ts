import { ORIGINS, type Origin } from '../../../domain/guard.ts';
import { deedAskedFor } from '../../../text/deeds/deeds.ts';
import { unpackSigned } from '../../../text/learned/packed.ts';
import type { UnitDetector, UnitHit } from '../../detector.ts';
import { adviceIn } from './advice.ts';
import { CONTENT_EXAMPLES } from './examples.ts';
import { createContentReader, MOST_OF_WORDS, TOXIC_FEATURES } from './features.ts';
import { CONTENT_RULES } from './rules.ts';
import { WEIGHTS } from './weights.ts';

/** Learned scores that hardly an ordinary sentence of the development rows reaches (`docs/reference/guard-detectors.md`). */
export const TOXIC = 0.82;
export const ILLICIT_SUSPECT = 3.4;
const ILLICIT_CERTAIN = 6;

/** What is said, whoever says it: toxicity, hate, threats, sexual content, self-harm, illicit plans, regulated advice. */
export const content: UnitDetector = {
  kind: 'unit',
  id: 'content',
  title: 'Content',
  types: [
    { type: 'content/toxicity', title: 'Insults and abuse' },
    { type: 'content/hate', title: 'Hatred of a group' },
    { type: 'content/violence', title: 'A threat, or a wish that somebody be harmed' },
    { type: 'content/sexual', title: 'Sexual content' },
    { type: 'content/sexual-minors', title: 'Sexual content that involves minors' },
    { type: 'content/self-harm', title: 'Somebody may harm themselves' },
    { type: 'content/weapons', title: 'How to make a weapon' },
    { type: 'content/illicit', title: 'How to do something illicit' },
    { type: 'content/advice-medical', title: 'Advice on a person\u2019s health' },
    { type: 'content/advice-legal', title: 'Advice on a person\u2019s rights' },
    { type: 'content/advice-financial', title: 'Advice on a person\u2019s money' },
  ],
  origins: ORIGINS.filter((origin) => origin !== 'system'),
  unit: 'sentence',
  overCuts: true,
  judgesWhole: false,
  defaults: [
    {
      types: [
        'content/toxicity',
        'content/hate',
        'content/violence',
        'content/s*',
        'content/weapons',
        'content/illicit',
      ],
      origins: [],
      threshold: 0.6,
      action: 'flag',
    },
    // What people ask for scores less, and is for policies to forbid.
    { types: ['content/advice-*'], origins: ['assistant'], threshold: 0.7, action: 'flag' },
  ],
  examples: CONTENT_EXAMPLES,
  open: (origin) => ({
    see: ({ readings }) => {
      let hits: UnitHit[] | undefined;
      for (let reading = 0; reading < readings.length; reading += 1) {
        const { text = '', from = 0 } = readings[reading] ?? {};
        const scores = scoresOf(text.slice(from), origin);
        if (scores === null) continue;
        hits ??= [];
        for (const [type, score] of scores) hits.push({ type, score, reading, start: from, end: text.length });
      }
      return hits ?? NOTHING;
    },
    end: () => [],
  }),
};

const NOTHING: readonly UnitHit[] = [];

/** What a model tells somebody to do; what people ask to be told is another thing, and scores less. */
const ADVISED = 0.7;

/** How sure it is that somebody asks for harm who asks how to do it. */
const ASKED_FOR = 0.75;

/** The highest score of each type; null for most sentences, which have none. */
function scoresOf(sentence: string, origin: Origin): ReadonlyMap<string, number> | null {
  const { read, weights } = learned();
  const deed = deedAskedFor(sentence);
  const { empty, toxic, illicit, regulated, fires, fired } = read(sentence);
  if (empty) return deed === null ? null : new Map([[`content/${deed.kind}`, ASKED_FOR]]);
  let scores: Map<string, number> | null = null;
  const tell = (type: string, score: number) => {
    scores ??= new Map();
    scores.set(type, Math.max(score, scores.get(type) ?? 0));
  };
  if (deed !== null) tell(`content/${deed.kind}`, ASKED_FOR);
  const advised = regulated && origin === 'assistant' ? adviceIn(sentence) : null;
  if (advised !== null) tell(advised, ADVISED);
  const toldOf = fires && TOLD_OF.some((rule) => (fired[rule] ?? 0) > 0);
  const rules = fires ? fired.length : 0;
  for (let rule = 0; rule < rules; rule += 1) {
    if ((fired[rule] ?? 0) === 0) continue;
    const { type = null, score = 0 } = CONTENT_RULES[rule] ?? {};
    if (type !== null && !(toldOf && type === 'content/hate')) tell(type, score);
  }
  // What somebody is quoted with, or is to be judged, is nobody's hatred; its words are much like it.
  let sum = WEIGHTS.bias;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (toxic[at] ?? 0);
  const abuse = 1 / (1 + Math.exp(-sum));
  if (abuse >= TOXIC && !toldOf) tell('content/toxicity', rounded(abuse));
  if (illicit >= ILLICIT_SUSPECT) {
    tell(
      'content/illicit',
      rounded(Math.min(1, 0.5 + (0.4 * (illicit - ILLICIT_SUSPECT)) / (ILLICIT_CERTAIN - ILLICIT_SUSPECT))),
    );
  }
  return withoutEcho(scores, sentence);
}

const TOLD_OF = ['hate-told-of', 'hate-told-of-behind'].map((name) => CONTENT_RULES.findIndex(({ id }) => id === name));

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}

let loaded: { readonly read: ReturnType<typeof createContentReader>; readonly weights: Float64Array } | undefined;

function learned() {
  loaded ??= load();
  return loaded;
}

function load() {
  const named = new Map(WEIGHTS.features.split('|').map((row) => row.split(' ') as [string, string]));
  const model = (packed: { readonly scale: number; readonly bias: number; readonly weights: string }) => ({
    ...packed,
    weights: unpackSigned(packed.weights),
  });
  const weights = Float64Array.from(TOXIC_FEATURES, (name) => Number(named.get(name) ?? 0));
  const wordsSuffice = WEIGHTS.bias + MOST_OF_WORDS * (weights[0] ?? 0) >= Math.log(TOXIC / (1 - TOXIC));
  return {
    read: createContentReader({ toxic: model(WEIGHTS.toxic), illicit: model(WEIGHTS.illicit) }, wordsSuffice),
    weights,
  };
}

/** Whoever wants to die threatens nobody. */
function withoutEcho(scores: Map<string, number> | null, sentence: string): Map<string, number> | null {
  if (scores?.has('content/self-harm') === true && ONESELF.test(sentence) && !OTHERS.test(sentence))
    scores.delete('content/violence');
  return scores;
}

const ONESELF = /\b(?:kill|hurt|harm|cut|shoot|hang|stab|drown|poison|burn)(?:ing|ting|ning|bing)? myself\b/i;
const OTHERS =
  /\b(?:kill|hurt|harm|cut|shoot|hang|stab|drown|poison|burn|beat|attack|murder|bomb)(?:ing|ting|ning|bing|s|ed)? (?!myself\b)\p{L}/iu;
