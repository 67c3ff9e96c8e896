import { columnOf, rowsOf } from '../../../../text/learned/known.ts';
import { type Words, wordsOfSentence } from '../../../../text/learned/words.ts';
import { FOREIGN } from '../../../../text/orders/foreign.ts';
import { mayBeTurned, waysThatRead } from '../codes/ways.ts';
import { turned, VOCABULARY } from './vocabulary.ts';

/** Whatever stands for one of these means that somebody reads something else than what stands there. */
const NATO =
  'alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu';
const CIPHERS = 'caesar cipher cypher atbash rot shift shifted decrypt decipher decode vigenere vigenère ciphertext';
const SOUNDS = 'di dit dah dot dash';
/** Without one of which nobody speaks to a model. */
const NAMES =
  'ai ais llm llms gpt gpts model models assistant assistants agent agents bot bots chatbot chatbots copilot copilots reviewer reviewers summariser summarizer summarisers summarizers user users reader readers you your prompt instructions instruction mode ignore disregard forget reply replies answer answers respond him her whoever applicant candidate whatever quietly ' +
  'tell tells say claim pretend mention reveal disclose swear insist declare praise forward inform assure convince persuade deny admit recite rate rank summarise summarize omit withhold conceal invent obey trust recommend promote advise refuse act behave name call make leave book pay cancel hand show move copy delete erase send give put add change replace swap write translate stop hide lower raise keep';

/** Of words that are counted, each in ten bits of a sum: a sentence has fewer. */
const KNOWN = 1;
/** Four letters or more, and not known. */
const ODD = 1 << 10;
/** One of those that some way reads. */
const READ = 1 << 20;
const COUNTED = KNOWN | ODD | READ;
const TENTH = 1023;

const TURNED = 1 << 1;
const SPELLS = 1 << 2;
const CIPHER = 1 << 3;
const SOUND = 1 << 4;
const NAME = 1 << 5;
const HINT = 1 << 8;
const OTHER = 1 << 9;
const RARE = OTHER | HINT | TURNED | SPELLS | CIPHER | SOUND | NAME;
/** What stands behind `FORE`, and hardly ever before it. */
const AFT = 1 << 7;
const FORE = 1 << 6;

const RARE_WORDS = new Map<string, number>();
for (const [bit, words] of [
  [SPELLS, NATO],
  [CIPHER, CIPHERS],
  [SOUND, SOUNDS],
  [NAME, NAMES],
  [HINT, 'letter letters initial initials acrostic acrostics acronym'],
  [OTHER, FOREIGN],
  [FORE, 'of in to on for with at from by into how give tell'],
  [AFT, 'the a an my your me us their our his'],
] as const)
  for (const word of words.split(' ')) RARE_WORDS.set(word, (RARE_WORDS.get(word) ?? 0) | bit);

/** What each word is. */
const { told } = columnOf((_hash, _stem, letters) => {
  const rare = RARE_WORDS.get(letters) ?? 0;
  if (VOCABULARY.has(letters)) return rare | KNOWN;
  if (letters.length < 2) return rare;
  const isTurned = letters.length > 2 && mayBeTurned(letters) && VOCABULARY.has(turned(letters));
  const isOdd = isOddWord(letters);
  return rare | (isTurned ? TURNED : 0) | (isOdd ? ODD : 0) | (isOdd && waysThatRead(letters) !== 0 ? READ : 0);
});

/** Long enough to be one, or without the vowels that it had. */
export function isOddWord(letters: string): boolean {
  return letters.length > 3 || (letters.length > 1 && !/[aeiouy]/.test(letters));
}

/** How many words of a sentence are of which kind. */
export interface Survey {
  readonly words: number;
  readonly known: number;
  /** Of four letters and more, not known. */
  readonly odd: number;
  /** Those of them that are words when all are changed in some way. */
  readonly read: number;
  /** Where two words stand that follow each other the other way round. */
  readonly back: number;
  /** And the right way round. */
  readonly forth: number;
  /** Words of which the letters are in the other order. */
  readonly turned: number;
  /** Words that stand for a letter each. */
  readonly spells: number;
  readonly ciphers: number;
  readonly sounds: number;
  /** Words of which one stands where somebody speaks to a model. */
  readonly names: number;
  /** Words that join others in a language that is not English. */
  readonly foreign: number;
  /** Whether there is an article, or a word that stands for one. */
  readonly articles: boolean;
  /** Whether letters or initials are spoken of. */
  readonly hints: boolean;
}

/** Whether a sentence is of another language: words in a disguise are hardly ever those that join others in one. */
export function isForeign({ words, foreign }: Survey): boolean {
  return foreign >= LEAST_FOREIGN && foreign * 6 >= words;
}

const LEAST_FOREIGN = 2;

let last: { readonly text: string; readonly survey: Survey } | undefined;

/** Of a sentence that several ask about, its words are counted once. */
export function surveyOf(sentence: string): Survey {
  if (last?.text !== sentence) last = { text: sentence, survey: count(wordsOfSentence(sentence)) };
  return last.survey;
}

function count(words: Words): Survey {
  const { count } = words;
  const rows = rowsOf(words);
  const kinds = told;
  let [sum, any, back, forth, before] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const bits = kinds[rows[at] ?? 0] ?? 0;
    sum += bits & COUNTED;
    any |= bits;
    back += (before >> 1) & bits & FORE;
    forth += before & (bits >> 1) & FORE;
    before = bits;
  }
  const survey = {
    words: count,
    known: sum & TENTH,
    odd: (sum >> 10) & TENTH,
    read: (sum >> 20) & TENTH,
    back: back >> 6,
    forth: forth >> 6,
    turned: 0,
    spells: 0,
    ciphers: 0,
    sounds: 0,
    names: 0,
    foreign: 0,
    hints: (any & HINT) !== 0,
    articles: (any & AFT) !== 0,
  };
  // Most sentences have no word of another kind.
  if ((any & RARE) === 0) return survey;
  for (let at = 0; at < count; at += 1) {
    const bits = kinds[rows[at] ?? 0] ?? 0;
    survey.turned += (bits & TURNED) >> 1;
    survey.spells += (bits & SPELLS) >> 2;
    survey.ciphers += (bits & CIPHER) >> 3;
    survey.sounds += (bits & SOUND) >> 4;
    survey.names += (bits & NAME) >> 5;
    survey.foreign += (bits & OTHER) >> 9;
  }
  return survey;
}
