import { type Hit, lexiconOf } from '../../../text/learned/lexicon.ts';
import type { Words } from '../../../text/learned/words.ts';
import { CONCEPTS, type Terms } from './lexicon/concepts.ts';
import { ENGLISH } from './lexicon/english.ts';
import { LANGUAGES } from './lexicon/languages.ts';
import { ATTACK_RULES, type AttackRule } from './rules.ts';

const NUMBERS = new Map(CONCEPTS.map((concept, at) => [concept as string, at]));

function* phrasesOf(terms: Terms): Iterable<readonly [string, number]> {
  for (const [concept, phrases] of Object.entries(terms)) {
    const meaning = NUMBERS.get(concept);
    if (meaning === undefined || phrases === undefined) continue;
    for (const phrase of phrases.split('|')) yield [phrase, meaning];
  }
}

const LEXICON = lexiconOf([ENGLISH, ...Object.values(LANGUAGES)].flatMap((terms) => [...phrasesOf(terms)]));

/** The concepts that a text's words mean, in order. */
export function conceptsIn(text: string, words: Words): readonly Hit[] {
  return LEXICON.hits(text, words);
}

/** A step of a rule: waiting for the concept of its part, after what was seen up to `end`. */
interface Progress {
  readonly at: number;
  readonly end: number;
  readonly sentence: number;
}

interface Compiled {
  readonly index: number;
  readonly rule: AttackRule;
  readonly parts: readonly (readonly number[])[];
}

const COMPILED: readonly Compiled[] = ATTACK_RULES.map((rule, index) => ({
  index,
  rule,
  parts: rule.parts.map((part) => [part].flat().map((concept) => NUMBERS.get(concept) ?? -1)),
}));

/** The steps that a concept can take: which rule, which part. Last parts first, so that one hit takes one step. */
const STEPS = CONCEPTS.map((_, concept) =>
  COMPILED.flatMap((compiled) =>
    compiled.parts.flatMap((part, at) => (part.includes(concept) ? [{ compiled, at }] : [])).reverse(),
  ),
);

/** Follows the rules through a text, sentence by sentence. */
export interface RuleReader {
  /** How often each rule fired so far. */
  readonly fired: Int32Array;
  read(hits: readonly Hit[], words: number): void;
}

/** Time in proportion to the hits. */
export function createRuleReader(): RuleReader {
  const progress: (Progress | undefined)[][] = COMPILED.map(() => []);
  const fired = new Int32Array(COMPILED.length);
  let [base, sentence] = [0, 0];
  return {
    fired,
    read: (hits, words) => {
      for (const hit of hits) {
        const place = { at: base + hit.at, end: base + hit.end, sentence };
        for (const { compiled, at } of STEPS[hit.meaning] ?? []) {
          const state = progress[compiled.index] ?? [];
          if (at > 0 && !follows(state[at - 1], place, compiled.rule)) continue;
          if (at === compiled.parts.length - 1) fired[compiled.index] = (fired[compiled.index] ?? 0) + 1;
          else state[at] = place;
        }
      }
      base += words;
      sentence += 1;
    },
  };
}

function follows(before: Progress | undefined, place: Progress, rule: AttackRule): boolean {
  if (before === undefined || place.at < before.end || place.at - before.end > rule.gap) return false;
  return rule.sentence !== true || before.sentence === place.sentence;
}
