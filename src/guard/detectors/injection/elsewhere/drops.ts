import { columnOf, rowsOf } from '../../../../text/learned/known.ts';
import { wordsOfSentence } from '../../../../text/learned/words.ts';
import { DROPS_FROM, hintsIn } from '../hints.ts';
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

/** Letters by which a word is known. */
const LONGEST = 4;
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

/** The canonical view takes an i without a dot for a lookalike of one with. */
function viewed(text: string): string {
  return text.normalize('NFKC').replaceAll('ı', 'i');
}

/** As the canonical view has it. */
function asRead(language: Dropping): Dropping {
  const entries = Object.entries(language).map(([name, text]) => [name, viewed(text)]);
  return Object.fromEntries(entries) as unknown as Dropping;
}

function near(one: string, other: string): RegExp {
  return new RegExp(`(?:${one})${NEAR}(?:${other})|(?:${other})${NEAR}(?:${one})`, 'iu');
}

/** Of each word, a bit for each language in which it may begin what a model is called: whole where it is short. */
const CALLS = new Map<string, number>();
for (const [at, { model }] of DROPPINGS.entries()) {
  for (const phrase of viewed(model).split('|')) {
    const [word = ''] = /^[\p{L}\p{M}]+/u.exec(phrase.replace(/^\(\?:/, '')) ?? [];
    // Scripts without spaces have words of one character.
    const begins = /\p{Script=Thai}/u.test(word) ? word.charAt(0) : word.slice(0, LONGEST);
    if (begins !== '') CALLS.set(begins, (CALLS.get(begins) ?? 0) | (1 << at));
  }
}
const { told } = columnOf((_, __, letters) => CALLS.get(letters.slice(0, LONGEST)) ?? 0);

function callsIn(sentence: string): number {
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  let bits = 0;
  for (let at = 0; at < words.count; at += 1) bits |= told[rows[at] ?? 0] ?? 0;
  return bits;
}

function some(bits: number, is: (language: Patterns) => boolean): boolean {
  return bits !== 0 && LANGUAGES.some((language, at) => (bits & (1 << at)) !== 0 && is(language));
}

/** Whether a sentence orders whoever reads it to leave what it was told. */
export function dropsOrders(sentence: string): boolean {
  const bits = hintsIn(sentence) >>> DROPS_FROM;
  return bits !== 0 && !QUESTION.test(sentence) && some(bits, (language) => isLeft(language, sentence));
}

/** Whether one may, or what becomes of who does, is no order. */
const QUESTION = /[?؟]\s*$/;

function isLeft({ drops, prior, leavesTold }: Patterns, sentence: string): boolean {
  return (drops.test(sentence) && prior.test(sentence)) || leavesTold.test(sentence);
}

/** The same of a document, in which no model may be called, and nobody else's request left. */
export function ordersModel(sentence: string): boolean {
  return (
    some(
      hintsIn(sentence) >>> DROPS_FROM,
      (language) => isLeft(language, sentence) || language.leavesRequest.test(sentence),
    ) || some(callsIn(sentence), ({ calls }) => calls.test(sentence))
  );
}
