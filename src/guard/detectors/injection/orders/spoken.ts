import { grammarOf, type Terms } from '../../../../text/learned/followed.ts';
import { wordsOfSentence } from '../../../../text/learned/words.ts';
import { ORDER_LANGUAGES } from './languages.ts';
import { ORDER_CONCEPTS, ORDER_ENGLISH, type OrderConcept } from './terms.ts';

/** A sentence with the concepts that begin and end at each of its words; good until the next one is read. */
export interface Spoken {
  readonly text: string;
  readonly words: number;
  readonly has: (concept: OrderConcept) => boolean;
  /** Whether a phrase of it begins, or ends, with this word. */
  begins(word: number, concept: OrderConcept): boolean;
  ends(word: number, concept: OrderConcept): boolean;
  /** Whether one of its phrases, of which the last word is given, is such. */
  some(concept: OrderConcept, is: (first: number, last: number) => boolean): boolean;
  /** Whether a phrase of the second begins at most so many words behind one of the first. */
  readonly follows: (first: OrderConcept, second: OrderConcept, gap: number) => boolean;
  /** In the text. */
  startOf(word: number): number;
  endOf(word: number): number;
  opensClause(word: number): boolean;
}

let grammar: ReturnType<typeof grammarOf<OrderConcept>> | undefined;

/** Made with the first document: who reads messages alone needs none. */
function conceptsIn() {
  grammar ??= grammarOf(ORDER_CONCEPTS, [ORDER_ENGLISH, ...ORDER_LANGUAGES.map(withVerbs)], []);
  return grammar.conceptsIn;
}

/** In other languages than English the form of a verb tells an order, wherever it stands. */
function withVerbs(terms: Terms<OrderConcept>): Terms<OrderConcept> {
  const verbs = `${terms.do ?? ''}|${terms.say ?? ''}`.split('|').filter((verb) => verb !== '' && !COMMON.has(verb));
  return verbs.length === 0 ? terms : { ...terms, 'verb-elsewhere': verbs.join('|') };
}

/** Also words that are no verbs there, or English ones. */
const COMMON = new Set([
  'di',
  'note',
  'bel',
  'open',
  'download',
  'noem',
  'copie',
  'sag',
  'begin',
  'cache',
  'wis',
  'leeg',
  'deel',
  'haal',
  'compra',
  'account',
  'mails',
  'messages',
]);

const BIT = Object.fromEntries(ORDER_CONCEPTS.map((concept, at) => [concept, 1 << at])) as Record<OrderConcept, number>;
const NUMBER = Object.fromEntries(ORDER_CONCEPTS.map((concept, at) => [concept, at])) as Record<OrderConcept, number>;

/** Concepts that begin and end at each word: a sentence of the engine has no more words. */
let [starting, ending] = [new Int32Array(1200), new Int32Array(1200)];

/** Null where none of these concepts is in it. */
export function spokenIn(text: string, needed: readonly OrderConcept[]): Spoken | null {
  // First, since its making reads words, too.
  const find = conceptsIn();
  const words = wordsOfSentence(text);
  const hits = find(words);
  let present = 0;
  for (let hit = 0; hit < hits.count; hit += 1) present |= 1 << (hits.meaning[hit] ?? 0);
  const has = (concept: OrderConcept) => (present & BIT[concept]) !== 0;
  if (!needed.some(has)) return null;
  if (starting.length < words.count) [starting, ending] = [new Int32Array(words.count), new Int32Array(words.count)];
  const [starts, ends] = [starting.fill(0, 0, words.count), ending.fill(0, 0, words.count)];
  for (let hit = 0; hit < hits.count; hit += 1) {
    const [first, last] = [hits.at[hit] ?? 0, (hits.end[hit] ?? 1) - 1];
    const bit = 1 << (hits.meaning[hit] ?? 0);
    starts[first] = (starts[first] ?? 0) | bit;
    ends[last] = (ends[last] ?? 0) | bit;
  }
  const startOf = (word: number) => words.start[word] ?? 0;
  return {
    text,
    words: words.count,
    has,
    begins: (word, concept) => ((starts[word] ?? 0) & BIT[concept]) !== 0,
    ends: (word, concept) => ((ends[word] ?? 0) & BIT[concept]) !== 0,
    some: (concept, is) => {
      if (!has(concept)) return false;
      const number = NUMBER[concept];
      for (let hit = 0; hit < hits.count; hit += 1)
        if (hits.meaning[hit] === number && is(hits.at[hit] ?? 0, (hits.end[hit] ?? 1) - 1)) return true;
      return false;
    },
    follows: (first, second, gap) => {
      if (!(has(first) && has(second))) return false;
      let end = Number.NEGATIVE_INFINITY;
      for (let word = 0; word < words.count; word += 1) {
        if (((starts[word] ?? 0) & BIT[second]) !== 0 && word - end - 1 <= gap) return true;
        if (((ends[word] ?? 0) & BIT[first]) !== 0) end = word;
      }
      return false;
    },
    startOf,
    endOf: (word) => words.end[word] ?? 0,
    opensClause: (word) => opensClause(text, startOf(word)),
  };
}

/** What a clause opens behind; the second ones only with a blank between, since names and addresses hold them, too. */
const OPENS = /[!?()[\]{}<>|*#\n\u2013\u2014\u3002\uff0c\uff1a\u3001\u061b\u060c"\u201c`]/;
const OPENS_APART = /[.,:;'-]/;

/** Behind a name it opens the arguments of a call, and no clause: `run(agent, state)`. */
const OPENS_CALL = /[([]/;
const NAMES = /[\w)\]]/;

function opensClause(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === ' ' || character === '\t') continue;
    if (OPENS_CALL.test(character) && at > 0 && NAMES.test(text.charAt(at - 1))) return false;
    return OPENS.test(character) || (OPENS_APART.test(character) && at < start - 1);
  }
  return true;
}
