import { columnOf, rowsOf } from '../../../text/learned/known.ts';
import { hashOfWord, type Words, wordsOfSentence } from '../../../text/learned/words.ts';

/** Words of English that messages are made of: the commonest ones, and those in which models are given orders. */
const ENGLISH = `the and you your for that this with not are what how can will all from have has had was were been but out one our his her its
they them their there then than when who why where which would could should about into over after before again more most other some such only
own same very just because while if of to in it is be do on or as at by we an my me he she us so no up go see any am did does done get got make
made take taken give given come came know think want need use used try ask asked work find found look tell told say says said write wrote read
send sent show shown call keep let put run set start stop turn open close move play help point back down off away now never always often still
also even well here new old good great best long little small large big high low next last first second third two three four five six seven
eight nine ten many much few each every both part place time day days night week month year hour minute morning noon evening today tomorrow
yesterday people person man woman child life world home house city country street town room door table water food money price pay paid buy
sell card bank order orders letter letters word words page pages book books story line lines name names number numbers list text note notes
file files folder document documents report reports record records data base user users customer customers client clients account accounts
password passwords key keys code codes secret secrets private public token tokens system prompt message messages mail email emails inbox
address addresses phone server network link links site website web url internet computer program software tool tools function functions
instruction instructions rule rules policy limit limits filter filters safety warning warnings answer answers question questions reply replies
response responses summary output input request requests result results review reviews approve approved accept accepted reject refuse refund
payment invoice transfer upload download delete remove erase change update edit copy paste print share reveal hide hidden ignore forget
disregard follow obey override previous prior above below earlier instead without within between against under through during until since
please thank thanks sorry dear hello allowed forbidden permitted must may might shall cannot admin administrator developer manager owner
assistant model agent bot human language english true false yes right wrong real full free safe important urgent quickly quietly immediately
everyone everything anyone anything someone something nobody nothing nowhere somewhere product products company business office team meeting
project plan plans test tests check checks error errors problem issue case fact reason way ways thing things kind type form part group level
state power water light fire bomb weapon drug drugs poison money kill attack attacks hack steal break build making explain describe detail
details step steps guide recipe method process list include including contain contains mention add added attach attached forward visit click
login log sign signed enter entered execute command commands shell script install access grant granted security credit number social
recommend rate rating rank praise positive negative candidate application hire job school student teacher doctor health patient law court
government president news history science research paper letter love friend family mother father sister brother king queen war peace game
music film movie song art color red blue green white black weather summer winter spring rain snow wind sun moon star sea river mountain road
car train plane ship market shop store whole half end begin began beginning another different possible able sure ready quite really maybe
contact details conversation history memory context internal confidential training original initial current actual hereby therefore however
speak spoken talk listen hear heard feel felt believe remember learn learned teach mean means happen become seem bring brought hold held
leave left stay live lived die dead born eat drink sleep walk drive ride fly watch wait meet met lose lost win won pass spend grow cut reach
raise fall sit stand buy carry draw choose chosen cause reason matter image picture photo video voice sound side head hand eye face body
heart mind ear foot arm leg hair skin bone blood copy both deep dark cold hot warm dry wet hard soft strong weak heavy fast slow early late
young rich poor happy sad angry afraid alone together almost already perhaps probably usually sometimes once twice later soon ago far near
outside inside around across along behind beside beyond above toward upon`;

/** Whatever stands for one of these means that somebody reads something else than what stands there. */
const NATO =
  'alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu';
const CIPHERS = 'caesar cipher cypher atbash rot shift shifted decrypt decipher decode';
const SOUNDS = 'di dit dah dot dash';
/** Without one of which nobody speaks to a model. */
const NAMES =
  'ai ais llm llms gpt gpts model models assistant assistants agent agents bot bots chatbot chatbots copilot copilots reviewer reviewers summariser summarizer summarisers summarizers user users reader readers whoever you your prompt instructions instruction mode ignore disregard forget';

const LIST: readonly string[] = ENGLISH.split(/\s+/).flatMap((word) => [word, ...formsOf(word)]);
export const VOCABULARY: ReadonlySet<string> = new Set(LIST);

/** As rules make them: forms that are no words do no harm. */
function formsOf(word: string): readonly string[] {
  if (word.length < 4 || word.endsWith('s')) return [];
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  return [`${word}s`, `${stem}ed`, `${stem}ing`];
}

const KNOWN = 1;
const TURNED = 2;
const SPELLS = 4;
const CIPHER = 8;
const SOUND = 16;
const NAME = 32;
const SLOTS = 1 << 16;

/** By a word's hash; what shares a slot with another only costs a look in vain. */
const BITS = new Uint8Array(SLOTS);
const rows: readonly (readonly [number, readonly string[]])[] = [
  [KNOWN, LIST],
  [SPELLS, NATO.split(' ')],
  [CIPHER, CIPHERS.split(' ')],
  [SOUND, SOUNDS.split(' ')],
  [NAME, NAMES.split(' ')],
];
for (const [bit, words] of rows) {
  for (const word of words) BITS[slotOf(hashOfWord(word))] = (BITS[slotOf(hashOfWord(word))] ?? 0) | bit;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

/** What each word is. */
const { told } = columnOf((hash, _, letters) => {
  const isTurned = letters.length > 2 && !VOCABULARY.has(letters) && VOCABULARY.has(turned(letters));
  return (BITS[slotOf(hash)] ?? 0) | (isTurned ? TURNED : 0);
});

export function turned(word: string): string {
  return Array.from(word).toReversed().join('');
}

/** How many words of a sentence are of which kind. */
export interface Survey {
  readonly words: number;
  readonly known: number;
  /** Words of which the letters are in the other order. */
  readonly turned: number;
  /** Words that stand for a letter each. */
  readonly spells: number;
  readonly ciphers: number;
  readonly sounds: number;
  /** Words of which one stands where somebody speaks to a model. */
  readonly names: number;
}

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
  let [known, any] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const bits = kinds[rows[at] ?? 0] ?? 0;
    known += bits & KNOWN;
    any |= bits;
  }
  const survey = { words: count, known, turned: 0, spells: 0, ciphers: 0, sounds: 0, names: 0 };
  // Most sentences have no word of another kind.
  if ((any & ~KNOWN) === 0) return survey;
  for (let at = 0; at < count; at += 1) {
    const bits = kinds[rows[at] ?? 0] ?? 0;
    survey.turned += (bits & TURNED) >> 1;
    survey.spells += (bits & SPELLS) >> 2;
    survey.ciphers += (bits & CIPHER) >> 3;
    survey.sounds += (bits & SOUND) >> 4;
    survey.names += (bits & NAME) >> 5;
  }
  return survey;
}

/** Share of a text's words that are known, of those with two letters or more; 0 for fewer than three. */
export function shareKnown(text: string): number {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 3) return 0;
  return words.filter((word) => VOCABULARY.has(word)).length / words.length;
}

/** Whether a text is made of such words: ordinary prose has as many; names and words of a trade are the others. */
export function isKnown(text: string): boolean {
  return shareKnown(text) >= 0.6;
}

export const LONGEST_WORD = Math.max(...LIST.map((word) => word.length));

/** Letters without spaces, parted into words: null where they are hardly any. Linear: a word has a dozen letters. */
export function parted(run: string): string | null {
  const letters = run.toLowerCase();
  const { length } = letters;
  if (length < 14 || length > 600 || !mayBeWords(letters)) return null;
  // What the first so many letters are worth at best, and how long the last word of them is.
  const worth = new Float64Array(length + 1);
  const taken = new Int32Array(length + 1);
  for (let end = 1; end <= length; end += 1) {
    worth[end] = (worth[end - 1] ?? 0) - 1;
    taken[end] = 1;
    const sizes = sizesAt(letters, end);
    for (let size = 2; sizes >> size !== 0; size += 1) {
      if (((sizes >> size) & 1) === 0 || size > end) continue;
      const value = (worth[end - size] ?? 0) + size - 1.2;
      if (value > (worth[end] ?? 0) && VOCABULARY.has(letters.slice(end - size, end))) {
        worth[end] = value;
        taken[end] = size;
      }
    }
  }
  if ((worth[length] ?? 0) < length * LEAST_WORTH) return null;
  const words: string[] = [];
  for (let end = length; end > 0; end -= taken[end] ?? 1) words.push(letters.slice(end - (taken[end] ?? 1), end));
  return words.filter((word) => word.length > 3).length < 3 ? null : words.toReversed().join(' ');
}

/** A bit for each length that a word has which ends with these two or three letters. */
let sizes: Int32Array | undefined;

function sizesAt(letters: string, end: number): number {
  sizes ??= learnSizes();
  return (sizes[endingOf(letters, end, 2)] ?? 0) | (sizes[endingOf(letters, end, 3)] ?? 0);
}

function learnSizes(): Int32Array {
  const learned = new Int32Array(1 << 15);
  for (const word of VOCABULARY) {
    const ending = endingOf(word, word.length, Math.min(3, word.length));
    learned[ending] = (learned[ending] ?? 0) | (1 << word.length);
  }
  return learned;
}

/** Five bits a letter; what is none of ASCII may look like one that is. */
function endingOf(letters: string, end: number, size: number): number {
  let ending = 0;
  for (let at = end - size; at < end; at += 1) ending = (ending << 5) | (letters.charCodeAt(at) & 31);
  return ending;
}

/** The commonest pairs of letters in English: two of five are one of these. */
const PAIRS = new Set(
  'th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur me'.split(
    ' ',
  ),
);
const LEAST_PAIRS = 0.2;

/** Asked first, since to part costs more. */
function mayBeWords(letters: string): boolean {
  let pairs = 0;
  for (let at = 1; at < letters.length; at += 1) if (PAIRS.has(letters.slice(at - 1, at + 1))) pairs += 1;
  return pairs >= letters.length * LEAST_PAIRS;
}

/** Whether letters stand beside each other as in English, or in a language like it. */
export function isPaired(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  return words.length > 2 && mayBeWords(words.join(''));
}

/** Of random letters, words of two and three are some; together they are worth next to nothing. */
const LEAST_WORTH = 0.42;
