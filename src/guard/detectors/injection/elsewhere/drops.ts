import { columnOf, rowsOf } from '../../../../text/learned/known.ts';
import { wordsOfSentence } from '../../../../text/learned/words.ts';
import { DROPPINGS, type Dropping } from './languages.ts';

/** Tells orders to leave what a model was told, in languages that nothing was learned of. */
interface Patterns {
  /** Instructions are left; `prior` says that they are the reader's. */
  readonly drops: RegExp;
  readonly prior: RegExp;
  /** All that the reader was told is left. */
  readonly leavesTold: RegExp;
  readonly leavesRequest: RegExp;
  /** A model is called, and told to do something. */
  readonly calls: RegExp;
}

/** Characters between a verb and what it is about. */
const NEAR = '[^.!?\\n।۔]{0,48}';

const LANGUAGES: readonly Patterns[] = DROPPINGS.map(asRead).map(
  ({ drop, instructions, prior, told, request, model, acts }) => ({
    drops: near(drop, instructions),
    prior: new RegExp(prior, 'iu'),
    leavesTold: near(drop, told),
    leavesRequest: near(drop, request),
    calls: new RegExp(`^.{0,32}(?:${model})[^!?\\n।۔]{0,90}(?:${acts})`, 'iu'),
  }),
);

/** As the canonical view has it. */
function asRead(language: Dropping): Dropping {
  const entries = Object.entries(language).map(([name, text]) => [name, text.normalize('NFKC')]);
  return Object.fromEntries(entries) as unknown as Dropping;
}

function near(one: string, other: string): RegExp {
  return new RegExp(`(?:${one})${NEAR}(?:${other})|(?:${other})${NEAR}(?:${one})`, 'iu');
}

/** Of each word, a bit for each language in which it may stand in what leaves something, or in what a model is called. */
const DROPS = columnFor(({ words }) => words);
const CALLS = columnFor(({ model }) => model.split('|').flatMap(firstWordOf).join('|'));

function columnFor(wordsIn: (language: Dropping) => string): Int32Array {
  const patterns = DROPPINGS.map((language) => new RegExp(`^(?:${wordsIn(language)})$`, 'iu'));
  const any = new RegExp(`^(?:${DROPPINGS.map(wordsIn).join('|')})$`, 'iu');
  return columnOf((_, __, letters) =>
    any.test(letters)
      ? patterns.reduce((bits, pattern, at) => (pattern.test(letters) ? bits | (1 << at) : bits), 0)
      : 0,
  ).told;
}

/** Whole where it is short; scripts without spaces have words of one character. */
function firstWordOf(phrase: string): readonly string[] {
  const [word = ''] = /^[\p{L}\p{M}]+/u.exec(phrase.replace(/^\(\?:/, '')) ?? [];
  if (word === '') return [];
  if (/\p{Script=Thai}/u.test(word)) return [word.charAt(0)];
  return [word.length < 4 ? word : `${word}[\\p{L}\\p{M}]*`];
}

function bitsOf(sentence: string, column: Int32Array): number {
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  let bits = 0;
  for (let at = 0; at < words.count; at += 1) bits |= column[rows[at] ?? 0] ?? 0;
  return bits;
}

function some(bits: number, is: (language: Patterns) => boolean): boolean {
  return bits !== 0 && LANGUAGES.some((language, at) => (bits & (1 << at)) !== 0 && is(language));
}

/** Whether a sentence orders whoever reads it to leave what it was told. */
export function dropsOrders(sentence: string): boolean {
  return !QUESTION.test(sentence) && some(bitsOf(sentence, DROPS), (language) => isLeft(language, sentence));
}

/** Whether one may, or what becomes of who does, is no order. */
const QUESTION = /[?؟]\s*$/;

function isLeft({ drops, prior, leavesTold }: Patterns, sentence: string): boolean {
  return (drops.test(sentence) && prior.test(sentence)) || leavesTold.test(sentence);
}

/** The same of a document, in which no model may be called, and nobody else's request left. */
export function ordersModel(sentence: string): boolean {
  return (
    some(bitsOf(sentence, DROPS), (language) => isLeft(language, sentence) || language.leavesRequest.test(sentence)) ||
    some(bitsOf(sentence, CALLS), ({ calls }) => calls.test(sentence))
  );
}
