import { matchesIn } from '../../../../kernel/matches.ts';
import { hasLongRun } from '../../../../text/view/long-run.ts';
import {
  CAMEL,
  HASH,
  JOINED,
  type Marks,
  marksOf,
  NOT_ASCII,
  OTHER_MARK,
  PROGRAM,
  QUOTE,
  RARER_MARK,
  STATEMENT,
  UNUSUAL,
} from '../../../../text/view/marks.ts';
import { isOrder, isOrderForLater } from '../orders/orders.ts';
import { commonWords, isLikeLanguage, isProse } from '../words/speaks.ts';
import { isForeign, type Survey, surveyOf } from '../words/survey.ts';
import { unreadIn } from '../words/unread.ts';
import { isKnown } from '../words/vocabulary.ts';
import { ALPHABETS, CIPHERS, type Code, LABELS } from './alphabets.ts';
import { APART, APART_BY_SIGNS } from './apart.ts';
import { endsWithOrder, fromTheEnd, isBackwards, isMirrored } from './backwards.ts';
import { apartByOneSign } from './by-one-sign.ts';
import { movedByWord } from './by-word.ts';
import { FANCY } from './fancy.ts';
import { fromFewSigns } from './few-signs.ts';
import { glued } from './glued.ts';
import { joinedIn } from './joined.ts';
import { moved, turnedIn } from './moved.ts';
import {
  ESCAPED,
  fromEscapes,
  fromFigures,
  fromNames,
  fromNumbers,
  fromSomeEscapes,
  mayEscape,
  NAMED_LETTERS,
} from './numbers.ts';
import { RUNS } from './runs.ts';
import { fromTwoSigns, LEAST_SIGNS, signsIn, TWO_SIGNS } from './two-signs.ts';

/** A message that was written in signs for letters, and what it says. */
export interface Coded {
  readonly start: number;
  readonly end: number;
  readonly says: string;
}

/** Eight signs or more, so that a version, an address of a network or a row of a table is none. */
const IN_FIGURES: readonly Code[] = [
  {
    may: (_, { figures }) => figures >= 10,
    pattern:
      /(?<![\w.,-])(?:(?:0[xo]|x)?[0-9a-f]{1,8}|0b[0-9a-f]{7,8})h?(?:[^0-9A-Za-z\n]{1,3}(?:(?:0[xo]|x)?[0-9a-f]{1,8}|0b[0-9a-f]{7,8})h?){9,600}(?![\w-])/gi,
    read: fromNumbers,
    bytes: 'numbers',
  },
  { may: (_, { figures }) => figures >= 48, pattern: /(?<!\d)(?:\d{48,})(?!\d)/g, read: fromFigures, bytes: 'numbers' },
  { may: (text) => /[\\%&=+]|0x|ch(?:a)?r\(/i.test(text), pattern: ESCAPED, read: fromEscapes, bytes: 'escapes' },
  {
    may: (text, { figures, kinds }) => figures > 3 && (kinds & (OTHER_MARK | HASH)) !== 0 && mayEscape(text),
    pattern: /[^\n]{12,1024}/g,
    read: fromSomeEscapes,
    beside: true,
  },
];
const IN_LABELS: readonly Code[] = [LABELS];
const IN_SIGNS: readonly Code[] = [
  {
    may: (text, { letters, kinds }) =>
      letters > 40 &&
      (kinds & PROGRAM) !== 0 &&
      /\\N\{LAT|:regional_i|&[A-Za-z](?:circ|acute|grave|uml|tilde);/.test(text),
    pattern: NAMED_LETTERS,
    read: fromNames,
  },
  ...APART_BY_SIGNS,
];
const IN_LETTERS: readonly Code[] = [
  ...TWO_SIGNS.map((pattern) => ({
    may: (text: string, { figures, capitals, letters }: Marks) =>
      figures >= 40 ||
      ((capitals > 0.9 || capitals === 0) &&
        letters >= 40 &&
        surveyOf(text).known * 4 <= surveyOf(text).words &&
        SAME.test(text)),
    pattern,
    read: (run: string) => fromTwoSigns(run.match(/\S/g) ?? [], run),
  })),
  ...CIPHERS,
  ...APART,
];
const UNLIKE_ASCII: readonly Code[] = [...ALPHABETS, ...FANCY];
const LEAST_FIGURES = 8;
/** Two letters of which a cipher makes all. */
const SAME = /[ABOXabox]{5}/;

/** What a run says that is no prose yet; null where that is nothing. */
export type Deeper = (run: string) => string | null;

const never: Deeper = () => null;

/** What the codes in a text say, where it is a sentence. */
export function codedIn(text: string, raw = text, deeper: Deeper = never): readonly Coded[] {
  if (text.length < SHORTEST) return NOTHING;
  const marks = marksOf(text);
  const few = fromFewSigns(text, marks);
  if (few !== '') return [{ start: 0, end: text.length, says: few }];
  const survey = surveyOf(text);
  if (endsWithOrder(text)) return [{ start: 0, end: text.length, says: fromTheEnd(text) }];
  if (isMirrored(text)) return [{ start: 0, end: text.length, says: Array.from(text).toReversed().join('') }];
  const isLabelled = (marks.kinds & JOINED) !== 0 && text.includes('xn--');
  if (!isLabelled && isOrdinary(text, marks, survey) && raw === text && !hasLongRun(text)) return NOTHING;
  const found: Coded[] = [];
  const isUnlike = (marks.kinds & NOT_ASCII) !== 0;
  if (marks.figures >= LEAST_FIGURES) tryAll(IN_FIGURES, text, marks, found, deeper);
  if ((marks.kinds & UNUSUAL) !== 0) tryAll(UNLIKE_ASCII, text, marks, found);
  if (hasLongRun(text)) tryAll(RUNS, text, marks, found, deeper);
  if (isLabelled) tryAll(IN_LABELS, text, marks, found);
  if (hasSigns(marks)) tryAll(IN_SIGNS, text, marks, found);
  // Words that are words, written as usual, stand for nothing else.
  if ((survey.known * 2 <= survey.words && !isForeign(survey)) || (marks.kinds & CAMEL) !== 0)
    tryAll(IN_LETTERS, text, marks, found);
  if (raw !== text || isUnlike) found.push(...unlikeLetters(text, raw, marks));
  const backwards = survey.turned >= LEAST_TURNED ? turnedIn(text) : null;
  if (backwards !== null) found.push(backwards);
  if (backwards !== null) return found;
  const says = isBackwards(survey, text)
    ? fromTheEnd(text)
    : (isMoved(survey) || isStarred(text, marks) ? movedByWord(text) : '') ||
      (isStrange(text, marks, survey) ? moved(text) : '');
  if (says !== '') found.push({ start: 0, end: text.length, says });
  if (found.length === 0 && isInPieces(marks, survey)) {
    const together = glued(text);
    if (together !== null) return [{ start: 0, end: text.length, says: together }];
  }
  const joined = found.length > 0 ? null : (apartByOneSign(text, marks) ?? joinedIn(text, marks, survey));
  if (joined !== null) found.push(joined);
  // Marks that printers set are no writing.
  const isSet = isUnlike && raw === text && (marks.kinds & UNUSUAL) === 0;
  const unread = found.length > 0 || isSet ? null : unreadIn(raw, marks, survey);
  if (unread !== null) found.push({ ...unread, says: '' });
  return found;
}

/** What hardly a sentence of ordinary words is not: nothing below is tried on it but long runs. */
function isOrdinary(text: string, marks: Marks, survey: Survey): boolean {
  const { known, words, turned } = survey;
  if (known * 2 <= words || turned >= LEAST_TURNED || isMoved(survey) || isBackwards(survey, text)) return false;
  return (marks.kinds & CAMEL) === 0 && !hasSigns(marks);
}

/** Words that are none, of which most become words in some way. */
function isMoved({ odd, read }: Survey): boolean {
  return read >= LEAST_READ && read * 2 >= odd;
}

const LEAST_READ = 3;

/** Vowels that are stars, in several words. */
function isStarred(text: string, { kinds }: Marks): boolean {
  return (
    (kinds & RARER_MARK) !== 0 &&
    text.includes('*') &&
    (text.match(/[A-Za-z]\*[A-Za-z]/g)?.length ?? 0) >= LEAST_STARRED
  );
}

const LEAST_STARRED = 5;

const LEAST_TURNED = 4;

/** Some of the characters that all codes but those of letters alone need. */
function hasSigns({ kinds, figures, upper }: Marks): boolean {
  return (kinds & (NOT_ASCII | OTHER_MARK | HASH | QUOTE)) !== 0 || figures > 1 || upper >= MANY_CAPITALS;
}

const MANY_CAPITALS = 40;

function tryAll(codes: readonly Code[], text: string, marks: Marks, found: Coded[], deeper: Deeper = never): void {
  for (const { may, pattern, read, beside = false, bytes } of codes) {
    const [isBytes, isEscape] = [bytes !== undefined, bytes === 'escapes'];
    if (!may(text, marks)) continue;
    for (const { 0: run, index } of matchesIn(pattern, text)) {
      const says = read(run);
      if (
        isProse(says) &&
        (isCommon(says, run, beside) || (isBytes && isWritten(says, run, isEscape || run.includes('%'))))
      )
        found.push({ start: index, end: index + run.length, says });
      else if (says.length >= LEAST_INNER && INNER.test(says)) {
        const inner = deeper(says);
        if (inner !== null) found.push({ start: index, end: index + run.length, says: inner });
      }
    }
  }
}

function isCommon(says: string, run: string, beside: boolean): boolean {
  const count = common(says);
  return count * 9 >= (says.match(/\S+/g)?.length ?? 0) && count >= (beside ? 2 : Math.max(2, 1 + common(run)));
}

/**
 * What bytes were read as: words that are known, or letters beyond ASCII, which bytes are by chance only where they are few. Letters
 * beyond ASCII are escaped as a rule, whatever they say: there only an order is told.
 */
function isWritten(says: string, run: string, isEscape: boolean): boolean {
  if (UNSAID.test(says)) return false;
  const far = says.match(FAR_LETTER)?.length ?? 0;
  if (far === 0) return (isKnown(says) && common(says) > common(run)) || isOrder(says) || isLikeLanguage(says);
  if (isEscape) return isOrderForLater(says) || isLikeLanguage(says);
  if (!isOfOneWriting(says, far)) return false;
  return far >= LEAST_FAR || isForeign(surveyOf(says)) || isOrder(says);
}

/** Letters of one language: what chance makes is of many writings. */
function isOfOneWriting(says: string, far: number): boolean {
  return OF_LANGUAGES.some((writing) => (says.match(writing)?.length ?? 0) * 10 >= far * 9);
}

const OF_LANGUAGES = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Bengali',
  'Tamil',
  'Telugu',
  'Thai',
  'Georgian',
  'Armenian',
  'Hangul',
].map((script) => new RegExp(`(?=\\p{Script=${script}})[^\\0-\\x7f]`, 'gu'));
OF_LANGUAGES.push(/[\p{Script=Hiragana}\p{Script=Katakana}\u4e00-\u9fff]/gu);
/** No character, or one of nobody's language. */
const UNSAID = /\ufffd|\p{Co}|\p{Cn}|(?![\n\r\t])\p{Cc}/u;

const FAR_LETTER = /(?=\p{L})[^\0-\x7f]/gu;
const LEAST_FAR = 6;

/** Base64 or hexadecimal, in numbers or escapes. */
const LEAST_INNER = 24;
const INNER = /^[A-Za-z0-9+/_-]{24,4000}={0,2}$/;

/** Letters that stand alone are words in some languages. */
function common(text: string): number {
  return commonWords(text.replace(/(?<![A-Za-z])[A-Za-z](?![A-Za-z])/g, ''));
}

/** Two signs of any kind, spaces of several widths too; hyphens that nobody sees, behind each letter; letters above others. */
function unlikeLetters(text: string, raw: string, { letters, figures, spaces, kinds }: Marks): readonly Coded[] {
  const place = raw.length - letters - figures - spaces < LEAST_SIGNS ? null : signsIn(raw);
  // All below is of other characters than those of ASCII and the marks that printers set.
  if (place === null && ((kinds | marksOf(raw).kinds) & UNUSUAL) === 0) return NOTHING;
  const run = place === null ? '' : raw.slice(place.start, place.end);
  const signs = fromTwoSigns(Array.from(run.replace(/\ufe0f|[ /\n|]/g, '')), run);
  const above = (raw.match(LETTERS_ABOVE) ?? []).map((mark) => 'aeioucdhmrtvx'.charAt(mark.charCodeAt(0) - 0x363));
  const says = [
    ...(isProse(signs) ? [signs] : []),
    ...(isMotley(text) || isHeaped(raw) ? [text] : []),
    ...(manyBlanks(raw) ? [''] : []),
    ...(raw.includes('\u00ad') && isSoftAllOver(raw, letters) ? [raw.replaceAll('\u00ad', '')] : []),
    ...(FILLER.test(raw) && FILLED.test(raw) ? [raw.replace(FILLERS, ' ')] : []),
    ...(above.length >= LEAST_ABOVE && new Set(above).size > 4 ? [above.join('')] : []),
  ];
  return says.map((one) => ({ start: 0, end: text.length, says: one }));
}

/** Between all letters of a word, or of a sentence: who parts syllables has one in three letters at most. */
function isSoftAllOver(raw: string, letters: number): boolean {
  if (SOFT_EACH.test(raw)) return true;
  const count = raw.match(SOFT_WITHIN)?.length ?? 0;
  return count >= LEAST_SOFT && count * 2.6 > letters;
}

const LEAST_SOFT = 10;

/** Marks of Latin, Greek and Cyrillic letters on those of another writing, or three and more on one: no language sets them so. */
function isHeaped(raw: string): boolean {
  return MARK.test(raw) && (raw.match(HEAPED)?.length ?? 0) >= LEAST_HEAPED;
}

/** All but the joiner without a width, which Hebrew has between marks. */
const MARK = /[\u0300-\u034e\u0350-\u036f]/;
const HEAPED = /[\u0590-\u1cff\u3040-\ud7ff][\u0300-\u034e\u0350-\u036f]|\p{L}[\u0300-\u034e\u0350-\u036f]{3}/gu;
const LEAST_HEAPED = 6;

/** Blanks of three kinds and more in a row: who sets a text takes one kind. */
function manyBlanks(raw: string): boolean {
  const [run] = /[\u2000-\u200a\u202f\u205f\u3000\u1680\u00a0]{24}/.exec(raw) ?? [];
  return run !== undefined && new Set(run).size > 2;
}

/** Words that have letters of three writings each: a font that is drawn from all of them, and no language. */
function isMotley(text: string): boolean {
  if (!BESIDE_LATIN.test(text) || WRITINGS.filter((writing) => writing.test(text)).length < 2) return false;
  const words = text.match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  return words.filter((word) => [LATIN, ...WRITINGS].filter((writing) => writing.test(word)).length > 2).length > 2;
}

/** Looked for first: one look, and hardly any text has it. */
const BESIDE_LATIN = /[A-Za-z][\u0370-\u1cff\u2c80-\uabff]|[\u0370-\u1cff\u2c80-\uabff][A-Za-z]/;
const LATIN = /\p{Script=Latin}/u;
const WRITINGS = [
  'Greek Cyrillic Armenian Hebrew Arabic Georgian Thai Lao Devanagari Gujarati Gurmukhi Telugu Tamil Tibetan Cherokee Canadian_Aboriginal Lisu Runic Ethiopic Hangul',
]
  .flatMap((names) => names.split(' '))
  .map((name) => new RegExp(`\\p{Script=${name}}`, 'u'));

/** Letters without ink between letters or words: no language has them there. */
const FILLED = /(?:[\p{L}\p{M}]{1,24}[\u2800\u3164\uffa0\u115f\u1160]){3}/u;
const FILLER = /[\u2800\u3164\uffa0\u115f\u1160]/;
const FILLERS = /[\u2800\u3164\uffa0\u115f\u1160]+/g;

const SOFT_WITHIN = /(?<=\p{L})\u00ad(?=\p{L})/gu;
const SOFT_EACH = /(?:\p{L}\u00ad){6}/u;
const LETTERS_ABOVE = /[\u0363-\u036f]/g;
const LEAST_ABOVE = 12;

/** Letters in words, of which at most a quarter is known. */
function isStrange(text: string, { letters, kinds }: Marks, survey: Survey): boolean {
  const { words, known } = survey;
  if (words < 4 || known * 4 > words || letters < 20 || letters < 2.5 * words || isForeign(survey)) return false;
  return letters >= text.length * 0.6 && (kinds & PROGRAM) === 0;
}

/** Words that are none, and short: parts of longer ones. Rows of figures with words between them are none. */
function isInPieces({ letters, figures, kinds }: Marks, survey: Survey): boolean {
  const { words, known } = survey;
  if (words < LEAST_PIECES || known * 2 > words || letters < 24 || letters > 5 * words || figures * 4 > letters)
    return false;
  return (kinds & STATEMENT) === 0 && !isForeign(survey);
}

const LEAST_PIECES = 7;

/** A shorter one says nothing. */
const SHORTEST = 11;
const NOTHING: readonly Coded[] = [];
