import { CALLED, callOf, isLabel, opens } from './calls.ts';
import { type Spoken, spokenIn } from './spoken.ts';
import type { OrderConcept } from './terms.ts';

/** What a sentence of a document holds that an order to a model is made of. */
export interface OrderFacts {
  readonly has: Spoken['has'];
  readonly follows: Spoken['follows'];
  readonly calls: 'model' | 'helper' | null;
  /** A verb as orders have it: a clause opens with it, or `please` or `must` stands before it. */
  readonly orders: boolean;
  readonly says: boolean;
  readonly sends: boolean;
  /** It orders somebody to leave something. */
  readonly leaves: boolean;
  /** The same where the verb stands last. */
  readonly leavesTask: boolean;
  /** One of its first words is such a verb. */
  readonly beginsWithOrder: boolean;
  /** A program's name, a colon, and right behind it an order: a name that is called, or whose turn it is in a dialogue. */
  readonly labelled: boolean;
}

const VERBS = ['do', 'do-anywhere', 'say', 'verb-elsewhere', 'override', 'show', 'send'] as const;
const NEEDED: readonly OrderConcept[] = [...VERBS, ...CALLED, 'consent', 'for-models', 'conceal'];

/** Null for a sentence in which nothing is ordered and nobody called. */
export function orderFactsOf(sentence: string): OrderFacts | null {
  const spoken = spokenIn(sentence, NEEDED);
  if (spoken === null) return null;
  const { has, follows } = spoken;
  const quotes = quotesIn(sentence);
  const isOrdered = (concept: OrderConcept) => spoken.some(concept, (first) => isAnOrder(spoken, first, quotes));
  const [free, says] = [has('do-anywhere'), isOrdered('say')];
  const calls = CALLED.some(has) ? callOf(spoken) : null;
  return {
    has,
    follows,
    calls,
    orders: free || says || isOrdered('do') || (calls !== null && has('verb-elsewhere')),
    says: free || says,
    sends: isOrdered('send'),
    leaves: isOrdered('override'),
    leavesTask: OTHER.test(sentence) && follows('task', 'override', 2),
    beginsWithOrder: BOTH.some((verb) => spoken.some(verb, (first) => isFirst(spoken, first))),
    labelled: PROGRAMS.some((name) => spoken.some(name, (first, last) => isObeyed(spoken, first, last))),
  };
}

const PROGRAMS = ['model', 'program'] as const;
const BOTH = ['do', 'say'] as const;

/** Where quotations are open: positions of the quotes, of which every second one closes one. */
interface Quotes {
  readonly places: readonly number[];
}

const MOST_QUOTES = 64;

function quotesIn(sentence: string): Quotes {
  const places: number[] = [];
  for (const { index } of sentence.matchAll(/["\u201c\u201d]/g)) {
    if (places.push(index) === MOST_QUOTES) break;
  }
  return { places };
}

/** Whether it stands in what somebody is quoted with; a value of JSON or of an attribute is no quotation. */
function isQuoted({ text }: Spoken, start: number, { places }: Quotes): boolean {
  const next = places.findIndex((place) => place >= start);
  if (next % 2 !== 1) return false;
  const open = places[next - 1] ?? 0;
  return !/["']\s?:\s?$|=$/.test(text.slice(Math.max(0, open - 4), open));
}

function isAnOrder(spoken: Spoken, word: number, quotes: Quotes): boolean {
  const start = spoken.startOf(word);
  const stands =
    // Other scripts do not set such verbs apart.
    spoken.text.charCodeAt(start) >= OTHER_SCRIPTS ||
    spoken.opensClause(word) ||
    spoken.ends(word - 1, 'joining') ||
    spoken.ends(word - 1, 'must');
  return (
    stands &&
    !NOUNS.test(spoken.text.slice(start, start + 32)) &&
    !CALL.test(spoken.text.slice(start, start + 48)) &&
    !isQuoted(spoken, start, quotes)
  );
}

/** `print(x)`, `send_file`, `run.config =`: a program's, and no order to anybody. */
const CALL = /^[a-z]{2,20}(?:\(|_\w|\.\w{2,}(?:[(.]| ?=))/;
/** `open questions`, `rate limits`: no verbs. */
const NOUNS =
  /^(?:open (?:questions?|models?|source|weights?|problems?|issues?|standards?|access|data)|use cases?|rate limit\w*|call (?:graphs?|stacks?|cent(?:er|re)s?)|order (?:books?|forms?)|book reviews?|name tags?|list (?:prices?|items?)|score ?cards?|share (?:prices?|holders?)|report cards?|output (?:formats?|tokens?|types?|schemas?)|test cases?|send (?:buffers?|queues?)|display (?:names?|options?)|note (?:types?|taking)|set ?points?|open-\w+)\b/i;
const OTHER_SCRIPTS = 0x590;
const OTHER = /[\u0590-\uffdc]/;

/** `Please send`. */
function isFirst(spoken: Spoken, word: number): boolean {
  return word === 0 || (word === 1 && spoken.ends(0, 'joining'));
}

function isObeyed(spoken: Spoken, first: number, last: number): boolean {
  if (!(isLabel(spoken, first, last) && opens(spoken, first))) return false;
  return [last + 1, last + 2].some(
    (word) =>
      (spoken.begins(word, 'do') || spoken.begins(word, 'say') || spoken.begins(word, 'override')) &&
      isVerb(spoken, word),
  );
}

function isVerb(spoken: Spoken, word: number): boolean {
  return spoken.opensClause(word) || spoken.ends(word - 1, 'joining');
}
