import { ABROAD_FURTHER } from './abroad-further.ts';
import { ABROAD, type Abroad } from './abroad-words.ts';
import { mayBeForeign } from './foreign.ts';

/**
 * Orders to whoever answers for another, in some thirty languages, by what is ordered and not by who is called: to leave what was
 * told, to carry something to an address, to say that, to say only, to keep quiet, to judge
 * well, and what a summary has to say. Asked of what
 * nobody sees alone; of a page's labels and buttons hardly one tells its visitors what to say to somebody.
 */
interface Patterns {
  readonly may: RegExp;
  readonly leaves: readonly [RegExp, RegExp];
  readonly says: readonly [RegExp, RegExp];
  readonly sends: RegExp;
  readonly yours: RegExp;
  readonly hushes: RegExp;
  readonly judges: RegExp;
  readonly sums: RegExp;
}

/** Of the alphabets below, with the marks that stand by them. */
const LETTER =
  '[a-z\u00df-\u024f\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u0591-\u05f2\u0620-\u06d3\u06d5-\u06ff\u0900-\u0963\u0966-\u097f\u1ea0-\u1ef9\uac00-\ud7a3]';

const ALL: readonly Abroad[] = [...ABROAD, ...ABROAD_FURTHER];
const LANGUAGES: readonly Patterns[] = ALL.map(patternsOf);
/** A pattern that is longer than 20 kB V8 does not optimise, and asks of each place for each of hundreds of words: sixty times slower. */
const MOST_AT_ONCE = 16_000;
/** Any verb of any of them: most texts have none. Lists of beginnings, of each of which the engine makes one tree. */
const MAY: readonly RegExp[] = [true, false].flatMap((spaced) => {
  const lists: Abroad[][] = [];
  for (const language of ALL.filter((one) => one.spaced === spaced)) {
    const last = lists.at(-1);
    if (last !== undefined && verbsOf([...last, language]).source.length < MOST_AT_ONCE) last.push(language);
    else lists.push([language]);
  }
  return lists.map(verbsOf);
});

function verbsOf(languages: readonly Abroad[]): RegExp {
  const verbs = languages.map(deedsOf).join('|');
  return patternOf(languages[0]?.spaced === true ? `(?<!${LETTER})(?:${verbs})` : verbs);
}

/** One of these stands in each order. */
function deedsOf({ drop, speak, send, hush, judges }: Abroad): string {
  return [drop, speak, send, hush, judges].join('|');
}

/** Beginnings of words where words are parted; anywhere where they are not. */
function patternsOf(language: Abroad): Patterns {
  const { spaced, drop, told, speak, bound, send, yours, hush, judges, sums } = language;
  const begins = (source: string) => patternOf(spaced ? `(?<!${LETTER})(?:${source})` : source);
  const whole = (source: string) => patternOf(spaced ? `(?<!${LETTER})(?:${source})(?!${LETTER})` : source);
  return {
    may: begins(deedsOf(language)),
    leaves: [begins(drop), begins(told)],
    says: [whole(speak), patternOf(bound)],
    sends: whole(send),
    yours: whole(yours),
    hushes: begins(hush),
    judges: begins(judges),
    sums: begins(sums),
  };
}

/** In small letters, and Turkish with a dot on each i: the view takes one without for a lookalike of it. */
export function smallOf(text: string): string {
  return text.toLowerCase().replaceAll('ı', 'i').replaceAll('i\u0307', 'i');
}

/** By ranges and of small letters alone: properties of Unicode in any case take seconds to compile, so many times. */
function patternOf(source: string): RegExp {
  const dotted = source.replaceAll('ı', 'i');
  return new RegExp(dotted.replaceAll('\\p{L}', LETTER).replaceAll('\\p{Script=Han}', '[\u4e00-\u9fff]'));
}

const ADDRESS = /[\w.-]@[\w-]{2,}\.\w|https?:\/\//;
/** With one of these, or two of those, a sentence is English, whatever else is in it. */
const ENGLISH = /\b(?:of|to|is|in|that|for|you|it|are|be|on|by|or|from|user|only)\b/gi;
const SURELY_ENGLISH = /\b(?:the|and|with|your|this)\b/i;
/** What calls a function, which comments say what to tell. */
const OF_CALLERS =
  /调用方|调用者|呼び出し(?:元|側)|çağiran|вызывающ|викликач|aufrufer|appelant|llamador|llamante|chamador|chiamante|volajíc|wywołując|호출자|호출한|المستدعي/;
const MOST_READ = 400;
const LEAST_WORDS = 3;
const FEWEST_SIGNS = 6;
/** Asks, or is asked. */
const ASKS = /[?？؟]\s*$/;

/** Words in quotes, or one word, which an answer is to consist of; programs have users and no readers. */
const QUOTED =
  /["“”„«»「『]|das wort|le mot|la palabra|a palavra|la parola|het woord|słowo|slovo|слово|kelimesini|sözcüğünü|ordet|cuvântul|τη λέξη|từ \p{L}|kata \p{L}|کلمه|शब्द|המילה|كلمة|คำว่า/u;
const READERS =
  /leser|lecteur|lector|leitor|lettor|читател|читач|读者|読者|독자|okur|قارئ|קורא|خواننده|पाठक|czyteln|lezer|độc giả|người đọc|pembaca|čtenář|läsare|cititor|αναγνώστ|olvasó/;

/** Of programs, whose comments say what is to be written and said as well, what they write is none. */
export function ordersAbroad(said: string, ofProgram = false): boolean {
  const text = ofAbroad(said);
  if (text === null) return false;
  const aside = ofProgram || OF_CALLERS.test(text);
  return LANGUAGES.some((language) => language.may.test(text) && isOrdered(text, language, aside));
}

/** The same where everybody may see it: to leave what was told, and what a summary must not say. */
export function ordersReaderAbroad(said: string): boolean {
  if (!mayBeForeign(said)) return false;
  const text = ofAbroad(said);
  return text !== null && LANGUAGES.some((language) => language.may.test(text) && isOfReader(text, language));
}

/** In small letters; null of what cannot be such an order. */
function ofAbroad(said: string): string | null {
  const most = said.slice(0, MOST_READ);
  if (
    most.length < FEWEST_SIGNS ||
    ASKS.test(most) ||
    SURELY_ENGLISH.test(most) ||
    (most.match(ENGLISH)?.length ?? 0) >= 2
  )
    return null;
  const text = smallOf(most);
  if (!SPACELESS.test(text) && (text.match(/\S+/g)?.length ?? 0) < LEAST_WORDS) return null;
  return MAY.some((verbs) => verbs.test(text)) ? text : null;
}

const SPACELESS = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

/** Who wrote a letter may ask to leave it. */
const OF_LETTERS =
  /messages?|mails?|courriel|mensaje|mensagem|messaggio|nachricht|schreiben|bericht|wiadomo|сообщени|письм|mesaj|メール|メッセージ|邮件|郵件|消息|메일|메시지|رسال|संदेश/;

/** What nobody shall forget, and what things are put together by. */
const KEPT =
  /vergesst (?:alle |bitte )?nicht|vergiss (?:bitte )?nicht|la notice précédente|consignes de (?:montage|sécurité|lavage)/g;

function isOfReader(text: string, { leaves, says, sends, yours, hushes, sums }: Patterns): boolean {
  if (!OF_LETTERS.test(text) && leaves.every((part) => part.test(text.replace(KEPT, 'x')))) return true;
  const hushed = hushes.test(text);
  if (sums.test(text) && (hushed || leaves[0].test(text) || says.every((part) => part.test(text)))) return true;
  return hushed && ADDRESS.test(text) && sends.test(text) && !yours.test(text);
}

function isOrdered(
  text: string,
  { leaves, says, sends, yours, hushes, judges, sums }: Patterns,
  ofProgram: boolean,
): boolean {
  if (leaves.every((part) => part.test(text))) return true;
  if (judges.test(text)) return true;
  const isYours = yours.test(text);
  if (ADDRESS.test(text) && sends.test(text) && !isYours) return true;
  const speaks = says[0].test(text);
  if (sums.test(text) && (speaks || leaves[0].test(text) || hushes.test(text))) return true;
  if (isYours) return false;
  if (speaks && (!ofProgram || QUOTED.test(text) || READERS.test(text)) && says[1].test(text)) return true;
  return !ofProgram && hushes.test(text);
}
