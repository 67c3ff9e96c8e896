import { type Hits, lexiconOf } from './lexicon.ts';
import type { Words } from './words.ts';

/** Concepts that mean something when they follow each other. */
export interface FollowRule<Concept extends string> {
  /** Each part is one concept, or several of which one will do. */
  readonly parts: readonly (Concept | readonly Concept[])[];
  /** How many words may stand between two parts. */
  readonly gap: number;
  /** Whether all parts must stand in one sentence. */
  readonly sentence?: boolean;
}

/** Terms of one language by concept, parted by `|`; `*` at the end of a word stands for any ending. */
export type Terms<Concept extends string> = Readonly<Partial<Record<Concept, string>>>;

/** Follows rules through a text, sentence by sentence. */
export interface RuleReader {
  /** How often each rule fired so far. */
  readonly fired: Int32Array;
  /** Whether a rule fired. */
  read(hits: Hits, words: number): boolean;
  /** Forgets what was read. */
  restart(): void;
}

export interface Grammar {
  /** The concepts that a text's words mean, in order: a hit's meaning is the concept's number. */
  readonly conceptsIn: (words: Words) => Hits;
  /** Time in proportion to the hits. */
  readonly createReader: () => RuleReader;
}

export function grammarOf<Concept extends string>(
  concepts: readonly Concept[],
  languages: readonly Terms<Concept>[],
  rules: readonly FollowRule<Concept>[],
): Grammar {
  const numbers = new Map<string, number>(concepts.map((concept, at) => [concept, at]));
  const lexicon = lexiconOf(languages.flatMap((terms) => [...phrasesOf(terms, numbers)]));
  const steps = stepsOf(rules, numbers);
  const slots = rules.reduce((sum, { parts }) => sum + parts.length, 0);
  return {
    conceptsIn: lexicon.hits,
    createReader: () => createRuleReader(steps, { rules: rules.length, slots }),
  };
}

function* phrasesOf(
  terms: Readonly<Partial<Record<string, string>>>,
  numbers: ReadonlyMap<string, number>,
): Iterable<readonly [string, number]> {
  for (const [concept, phrases] of Object.entries(terms)) {
    const meaning = numbers.get(concept);
    if (meaning === undefined || phrases === undefined) continue;
    // As the canonical view has it, which takes an i without a dot for one with.
    for (const phrase of phrases.replaceAll('ı', 'i').split('|')) yield [phrase, meaning];
  }
}

/** What a concept does for a rule that has it as one of its parts. */
interface Step {
  readonly index: number;
  /** Where it is noted that this part was seen; the part before it has the place before that. */
  readonly slot: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly gap: number;
  readonly sentence: boolean;
}

/** The steps that each concept can take. Last parts first, so that one hit takes one step. */
function stepsOf<Concept extends string>(
  rules: readonly FollowRule<Concept>[],
  numbers: ReadonlyMap<string, number>,
): readonly (readonly Step[])[] {
  const steps: Step[][] = Array.from(numbers, () => []);
  let slots = 0;
  for (const [index, { parts, gap, sentence = false }] of rules.entries()) {
    const last = parts.length - 1;
    for (const [at, part] of [...parts.entries()].reverse()) {
      const step = { index, slot: slots + at, isFirst: at === 0, isLast: at === last, gap, sentence };
      for (const concept of new Set([part].flat())) steps[numbers.get(concept) ?? -1]?.push(step);
    }
    slots += parts.length;
  }
  return steps;
}

function createRuleReader(
  steps: readonly (readonly Step[])[],
  count: { readonly rules: number; readonly slots: number },
): RuleReader {
  // Where a part of a rule was seen last: after which word, and in which sentence. The next part may follow.
  const ends = new Float64Array(count.slots).fill(NEVER);
  const sentences = new Float64Array(count.slots);
  const fired = new Int32Array(count.rules);
  let [base, sentence] = [0, 0];
  /** Most messages leave nothing to forget. */
  let [hasFired, hasBegun] = [false, false];

  const follows = ({ slot, gap, sentence: together }: Step, at: number): boolean => {
    const apart = at - (ends[slot - 1] ?? NEVER);
    return apart >= 0 && apart <= gap && !(together && sentences[slot - 1] !== sentence);
  };

  return {
    fired,
    restart: () => {
      if (hasFired) fired.fill(0);
      if (hasBegun) ends.fill(NEVER);
      [hasFired, hasBegun] = [false, false];
      [base, sentence] = [0, 0];
    },
    read: (hits, words) => {
      let any = false;
      for (let hit = 0; hit < hits.count; hit += 1) {
        const at = base + (hits.at[hit] ?? 0);
        const taken = steps[hits.meaning[hit] ?? -1] ?? NO_STEPS;
        // By their places: an iterator is made for each hit otherwise.
        for (let which = 0; which < taken.length; which += 1) {
          const step = taken[which];
          if (step === undefined || (!step.isFirst && !follows(step, at))) continue;
          if (step.isLast) {
            fired[step.index] = (fired[step.index] ?? 0) + 1;
            any = true;
            hasFired = true;
          } else {
            hasBegun = true;
            ends[step.slot] = base + (hits.end[hit] ?? 0);
            sentences[step.slot] = sentence;
          }
        }
      }
      base += words;
      sentence += 1;
      return any;
    },
  };
}

const NEVER = Number.NEGATIVE_INFINITY;
const NO_STEPS: readonly Step[] = [];
