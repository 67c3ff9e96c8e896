import { grammarOf } from '../../../text/learned/followed.ts';
import { createLinearReader, type LinearModel } from '../../../text/learned/linear.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import { CONTENT_CONCEPTS } from './concepts.ts';
import { CONTENT_TERMS } from './lexicon.ts';
import { CONTENT_RULES } from './rules.ts';

const GRAMMAR = grammarOf(CONTENT_CONCEPTS, CONTENT_TERMS, CONTENT_RULES);

const COUNTED = ['profanity', 'insult', 'slur', 'dehumanise', 'wish-harm', 'sexual'] as const;
const JUDGED = ['insult-you', 'hate-group', 'hate-of-group', 'slur', 'threat'] as const;

/** What the learned score of toxicity is made of. */
export const TOXIC_FEATURES: readonly string[] = ['words', ...COUNTED, ...JUDGED.map((rule) => `rule-${rule}`)];

export interface ContentModels {
  readonly toxic: LinearModel;
  readonly illicit: LinearModel;
}

/** What one sentence holds. */
export interface ContentReading {
  /** Whether no phrase stands in it: without a word that tells, or a request, no score comes near a threshold. */
  readonly empty: boolean;
  readonly toxic: Float64Array;
  /** The highest score of a request for something illicit. */
  readonly illicit: number;
  /** Whether it speaks of health, money or rights. */
  readonly regulated: boolean;
  /** Whether any rule fired. */
  readonly fires: boolean;
  /** How often each did. */
  readonly fired: Int32Array;
}

/** What a sentence's words alone can count for its toxicity. */
const LEAST_OF_WORDS = -2;
export const MOST_OF_WORDS = 4;

const NOTHING: ContentReading = {
  empty: true,
  regulated: false,
  fires: false,
  toxic: new Float64Array(TOXIC_FEATURES.length).fill(LEAST_OF_WORDS, 0, 1),
  illicit: Number.NEGATIVE_INFINITY,
  fired: new Int32Array(CONTENT_RULES.length),
};

/**
 * Reads one sentence after another, each by itself. What it gives is valid until it reads the next. Where words never
 * suffice for toxicity, they count the least in a sentence in which nothing else speaks for it.
 */
export function createContentReader(models: ContentModels, wordsSuffice = true): (sentence: string) => ContentReading {
  const linear = createLinearReader([
    { model: models.toxic, windows: [40] },
    { model: models.illicit, windows: [12] },
  ]);
  const rules = GRAMMAR.createReader();
  const counts = new Float64Array(CONTENT_CONCEPTS.length);
  const toxic = new Float64Array(TOXIC_FEATURES.length);
  return (sentence) => {
    const words = wordsOfSentence(sentence);
    const hits = GRAMMAR.conceptsIn(words);
    if (hits.count === 0) return NOTHING;
    linear.restart();
    rules.restart();
    for (let concept = 0; concept < counts.length; concept += 1) counts[concept] = 0;
    for (let hit = 0; hit < hits.count; hit += 1)
      counts[hits.meaning[hit] ?? 0] = (counts[hits.meaning[hit] ?? 0] ?? 0) + 1;
    const fires = rules.read(hits, words.count);
    let at = 1;
    for (let index = 0; index < COUNTED_NUMBERS.length; index += 1)
      toxic[at++] = LOGS[Math.min(5, counts[COUNTED_NUMBERS[index] ?? 0] ?? 0)] ?? 0;
    for (let index = 0; index < JUDGED_NUMBERS.length; index += 1)
      toxic[at++] = Math.min(1, rules.fired[JUDGED_NUMBERS[index] ?? 0] ?? 0);
    const bare = !wordsSuffice && !speaks(toxic);
    linear.read(words, bare ? 1 : 0);
    const [abuse, illicit] = linear.best;
    toxic[0] = Math.max(LEAST_OF_WORDS, Math.min(MOST_OF_WORDS, abuse?.[0] ?? 0));
    return {
      empty: false,
      toxic,
      illicit: illicit?.[0] ?? 0,
      regulated: isRegulated(counts),
      fires,
      fired: rules.fired,
    };
  };
}

/** Whether anything but the words does. */
function speaks(toxic: Float64Array): boolean {
  for (let at = 1; at < toxic.length; at += 1) if (toxic[at] !== 0) return true;
  return false;
}

function isRegulated(counts: Float64Array): boolean {
  for (const concept of REGULATED) if (counts[concept] !== 0) return true;
  return false;
}

const REGULATED = (['regulated', 'medical', 'legal', 'financial'] as const).map((concept) =>
  CONTENT_CONCEPTS.indexOf(concept),
);
const LOGS = Float64Array.from({ length: 6 }, (_, count) => Math.log1p(count));
const COUNTED_NUMBERS = Int32Array.from(COUNTED, (concept) => CONTENT_CONCEPTS.indexOf(concept));
const JUDGED_NUMBERS = Int32Array.from(JUDGED, (id) => CONTENT_RULES.findIndex((rule) => rule.id === id));
