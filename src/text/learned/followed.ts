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
  read(hits: Hits, words: number): void;
  /** Forgets what was read. */
  restart(): void;
}

export interface Grammar {
  /** The concepts that a text's words mean, in order: a hit's meaning is the concept's number. */
  readonly conceptsIn: (text: string, words: Words) => Hits;
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
  const compiled = rules.map((rule, index) => ({
    index,
    rule,
    parts: rule.parts.map((part) => [part].flat().map((concept) => numbers.get(concept) ?? -1)),
  }));
  // The steps that a concept can take. Last parts first, so that one hit takes one step.
  const steps = concepts.map((_, concept) =>
    compiled.flatMap((rule) =>
      rule.parts.flatMap((part, at) => (part.includes(concept) ? [{ ...rule, at }] : [])).reverse(),
    ),
  );
  return {
    conceptsIn: (text, words) => lexicon.hits(text, words),
    createReader: () => createRuleReader(steps, compiled.length),
  };
}

function* phrasesOf(
  terms: Readonly<Partial<Record<string, string>>>,
  numbers: ReadonlyMap<string, number>,
): Iterable<readonly [string, number]> {
  for (const [concept, phrases] of Object.entries(terms)) {
    const meaning = numbers.get(concept);
    if (meaning === undefined || phrases === undefined) continue;
    for (const phrase of phrases.split('|')) yield [phrase, meaning];
  }
}

interface Step {
  readonly index: number;
  readonly at: number;
  readonly rule: Pick<FollowRule<string>, 'gap' | 'sentence'>;
  readonly parts: readonly (readonly number[])[];
}

/** Where a part of a rule was seen; the next part may follow. */
interface Progress {
  readonly at: number;
  readonly end: number;
  readonly sentence: number;
}

function createRuleReader(steps: readonly (readonly Step[])[], count: number): RuleReader {
  const progress: (Progress | undefined)[][] = Array.from({ length: count }, () => []);
  const fired = new Int32Array(count);
  let [base, sentence] = [0, 0];
  return {
    fired,
    restart: () => {
      fired.fill(0);
      for (const state of progress) state.length = 0;
      [base, sentence] = [0, 0];
    },
    read: (hits, words) => {
      for (let hit = 0; hit < hits.count; hit += 1) {
        const taken = steps[hits.meaning[hit] ?? -1];
        if (taken === undefined || taken.length === 0) continue;
        const place = { at: base + (hits.at[hit] ?? 0), end: base + (hits.end[hit] ?? 0), sentence };
        for (const { index, at, rule, parts } of taken) {
          const state = progress[index] ?? [];
          if (at > 0 && !follows(state[at - 1], place, rule)) continue;
          if (at === parts.length - 1) fired[index] = (fired[index] ?? 0) + 1;
          else state[at] = place;
        }
      }
      base += words;
      sentence += 1;
    },
  };
}

function follows(before: Progress | undefined, place: Progress, rule: Step['rule']): boolean {
  if (before === undefined || place.at < before.end || place.at - before.end > rule.gap) return false;
  return rule.sentence !== true || before.sentence === place.sentence;
}
