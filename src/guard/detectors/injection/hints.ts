import { columnOf, rowsOf } from '../../../text/learned/known.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import { DROPPINGS } from './elsewhere/languages.ts';
import { NAMES_OF_ROLES } from './turns/roles.ts';

/** By its words alone, what a sentence may hold: patterns cost more than all else. */
export const MAY_KEEP = 1;
export const MAY_DECLINE = 1 << 1;
/** Speaks of a model, or of what one is told. */
export const MAY_SPEAK_OF_MODELS = 1 << 2;
export const MAY_WANT_ANSWER = 1 << 3;
export const MAY_MARK_TURN = 1 << 4;
export const MAY_ASK_OF_WORDS = 1 << 5;
export const MAY_DROP_DATA = 1 << 6;
/** From here on a bit for each language in which it may leave what was told. */
export const DROPS_FROM = 7;

const ROWS: readonly (readonly [string, number])[] = [
  ['instructions prompt rules', MAY_KEEP],
  ['sorry sure', MAY_DECLINE],
  [
    'assistant ai prompt prompts systemprompt systemprompts system промпт системное системный 词 bot chatbot agent model',
    MAY_SPEAK_OF_MODELS,
  ],
  [
    'ignore ignoring disregard forget ignoriere ignorieren ignorier vergiss vergessen olvida olvide olvidad oublie oubliez dimentica dimentichi esqueça esquece',
    MAY_DROP_DATA,
  ],
  ['reply response headline summary title subject', MAY_WANT_ANSWER],
  [
    'rewrite shorten improve simplify polish edit review critique translate translation say write pronounce spell mean means grammar sentence phrase correct check proofread rephrase paraphrase transcribe punctuate übersetze übersetzen übersetz heißt bedeutet sagt traduis traduisez traduire dit dire traduce traduzca dice significa traduza traduz diz traduci vertaal переведи переведите сказать перевести значит tercüme çevir 译 譯 訳 意 英 번역해줘 번역해 번역 में',
    MAY_ASK_OF_WORDS,
  ],
  // Of tokens, banners and what is closed; `a` and `me` stand everywhere, but not without another role's name.
  [
    'inst s im eot start end return message msg turn tool function result results document documents search data context retrieved input prompt page file section conversation text role admin administrator',
    MAY_MARK_TURN,
  ],
  [NAMES_OF_ROLES.filter((name) => name.length > 2 || name === 'q' || name === 'ai').join(' '), MAY_MARK_TURN],
  // Behind a break that is spelt out: `\nAssistant`.
  [NAMES_OF_ROLES.map((name) => `n${name}`).join(' '), MAY_MARK_TURN],
  ...DROPPINGS.map(
    ({ words }, at) => [words.normalize('NFKC').toLowerCase().replaceAll('|', ' '), 1 << (DROPS_FROM + at)] as const,
  ),
];
const HINTS = new Map<string, number>();
for (const [words, bit] of ROWS) for (const word of words.split(' ')) HINTS.set(word, (HINTS.get(word) ?? 0) | bit);
const { told } = columnOf((_, __, letters) => HINTS.get(letters) ?? 0);

/** The same in a column of its own: a word that ends as what models are called does, of whom something is demanded. */
export const NAMES_MODEL = 1;
/** What one thing does to the settings of another. */
export const NAMES_SETTING = 1 << 1;
export const NAMES_OWN = 1 << 2;
export const NAMES_AGAIN = 1 << 3;

const MODEL = /(?:agent|assistant|bot|model)s?$/;
const NAMES = new Map([
  ['my', NAMES_OWN],
  ['again', NAMES_AGAIN],
]);
for (const verb of ['overrides', 'overwrites', 'ignores', 'replaces', 'resets']) NAMES.set(verb, NAMES_SETTING);
const { told: named } = columnOf((_, __, letters) => NAMES.get(letters) ?? (MODEL.test(letters) ? NAMES_MODEL : 0));

let [last, was, names] = ['', 0, 0];

/** A bit for each, in one column, since each word is looked up; of a sentence that several ask about one after another, it is read once. */
export function hintsIn(sentence: string): number {
  if (last === sentence) return was;
  const words = wordsOfSentence(sentence);
  const rows = rowsOf(words);
  let hints = 0;
  let also = 0;
  for (let at = 0; at < words.count; at += 1) {
    const row = rows[at] ?? 0;
    hints |= told[row] ?? 0;
    also |= named[row] ?? 0;
  }
  [last, was, names] = [sentence, hints, also];
  return hints;
}

/** The names of the second column. */
export function namesIn(sentence: string): number {
  hintsIn(sentence);
  return names;
}
