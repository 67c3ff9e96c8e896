import { ANGLE, COLON, type Marks, OTHER_MARK, QUOTE } from '../../../text/view/marks.ts';
import type { Reusable } from '../idle.ts';
import { plainText } from './bases.ts';
import { isKnown, VOCABULARY } from './vocabulary.ts';

/** Reads a message for literals, or the contents of elements, that cut words in two: put together they are words. */
export interface PieceReader extends Reusable {
  read(sentence: string, marks: Marks): string | null;
}

const LITERAL = /"([^"\n]{1,200})"|'([^'\n]{1,200})'|>([^<>\n]{1,200})</g;
/** Characters that are kept together. */
const MOST = 800;
/** Words cut in two: by chance hardly one is. */
const LEAST_CUT = 3;
/** Pieces over which so many stand. */
const MOST_BETWEEN = 12;

const ENCODED = /^[A-Za-z0-9+/_-]{10,80}={0,2}$/;
const LEAST_ENCODED = 3;
const SHORTEST_PART = 10;

/** What is given a name. */
const NAMED = /(?<![\w$.])([A-Za-z_$][\w$]{0,15})\s{0,3}(?::?=|:|\bis\b)\s{0,3}["']([^"'\n]{1,200})["']/g;
const NAME = /[A-Za-z_$][\w$]*/g;
const MOST_NAMES = 32;
const LEAST_NAMES = 3;
const LEAST_WORDS = 6;

export function createPieceReader(): PieceReader {
  const named = new Map<string, string>();
  /** What names that stand in a row stand for. */
  const called = (sentence: string): string | null => {
    const rest = sentence.replace(NAMED, ' = ');
    let row: string[] = [];
    for (const name of [...(rest.match(NAME) ?? []), '']) {
      if (named.has(name)) {
        row.push(name);
        continue;
      }
      const says = row.map((one) => named.get(one) ?? '').join(' ');
      if (new Set(row).size >= LEAST_NAMES && says.split(/\s+/).length >= LEAST_WORDS && isKnown(says)) return says;
      row = [];
    }
    return null;
  };
  let pieces: string[] = [];
  let size = 0;
  /** Words that were cut, each with the place of its second part among the pieces. */
  let cuts: { readonly word: string; readonly at: number }[] = [];
  /** Literals in a row that may be parts of one run of base64. */
  let encoded = '';
  let parts = 0;
  const decode = (piece: string): string | null => {
    // Most literals are words.
    if (piece.length < SHORTEST_PART || !ENCODED.test(piece)) {
      if (parts > 0) [encoded, parts] = ['', 0];
      return null;
    }
    encoded = (encoded + piece).slice(-MOST);
    parts += 1;
    if (parts < LEAST_ENCODED || !/[A-Z]/.test(encoded) === !/\d/.test(encoded)) return null;
    const says = plainText(encoded);
    return says === '' ? null : says;
  };
  /** What they say with one more. */
  const add = (piece: string): string | null => {
    if (size + piece.length > MOST) {
      pieces = [];
      [size, cuts] = [0, []];
    }
    const word = pieces.length === 0 ? null : cutWord(pieces.at(-1) ?? '', piece);
    if (word !== null && cuts.every((one) => one.word !== word)) cuts.push({ word, at: pieces.length });
    pieces.push(piece);
    size += piece.length;
    const says = decode(piece);
    if (says !== null) return says;
    // Among many literals some go together by chance.
    const before = cuts.at(-LEAST_CUT);
    if (before !== undefined && pieces.length - before.at <= MOST_BETWEEN) return pieces.join('');
    return pieces.length >= LEAST_SINGLE && isWord(piece) ? wordByWord(pieces.slice(-LEAST_SINGLE - 2)) : null;
  };
  let told = false;
  return {
    restart: () => {
      // To empty a map makes a new one.
      if (named.size > 0) named.clear();
      if (pieces.length > 0) pieces = [];
      if (cuts.length > 0) cuts = [];
      [size, told] = [0, false];
      [encoded, parts] = ['', 0];
    },
    read: (sentence, { kinds }) => {
      if (told) return null;
      if ((kinds & (QUOTE | ANGLE)) === 0 || !mayHoldLiteral(sentence))
        return named.size < LEAST_NAMES ? null : called(sentence);
      if ((kinds & QUOTE) !== 0 && named.size < MOST_NAMES && mayName(kinds, sentence))
        for (const [, name = '', text = ''] of sentence.matchAll(NAMED)) named.set(name, text);
      let says = named.size < LEAST_NAMES ? null : called(sentence);
      for (const [, double, single, element] of sentence.matchAll(LITERAL))
        says ??= add(double ?? single ?? element ?? '');
      told = says !== null;
      return says;
    },
  };
}

/** What joins a name and its literal. */
function mayName(kinds: number, sentence: string): boolean {
  return (kinds & (COLON | OTHER_MARK)) !== 0 || sentence.includes('is');
}

/** Two quotes, or the end of a tag: many sentences have one apostrophe. */
function mayHoldLiteral(sentence: string): boolean {
  const [single, double] = [sentence.indexOf("'"), sentence.indexOf('"')];
  if (single >= 0 && double >= 0) return true;
  const first = Math.max(single, double);
  return (first >= 0 && sentence.includes(sentence.charAt(first), first + 1)) || sentence.includes('>');
}

/** A sentence of which each word is a literal: lists of words have no words that join others, or hardly any others. */
function wordByWord(pieces: readonly string[]): string | null {
  const words = pieces.map((piece) => piece.trim().toLowerCase()).filter(isWord);
  if (words.length < LEAST_SINGLE || words.length < pieces.length * 0.8) return null;
  const joining = words.filter((word) => JOINING.has(word)).length;
  if (
    joining < 3 ||
    joining * 5 > words.length * 3 ||
    words.filter((word) => VOCABULARY.has(word)).length * 5 < words.length * 4
  )
    return null;
  // Lists are kept in order.
  const rising = words.filter((word, at) => at > 0 && (words[at - 1] ?? '') <= word).length;
  if (rising * 5 >= words.length * 4) return null;
  return new Set(words).size * 3 < words.length * 2 ? null : words.join(' ');
}

function isWord(piece: string): boolean {
  return /^[A-Za-z]+$/.test(piece);
}

const LEAST_SINGLE = 8;
const JOINING = new Set(
  'a an the of to in into on for with and as by at your my me all their his her this that how do not from it is are can'.split(
    ' ',
  ),
);

/** Of ASCII. */
function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

/** The word that begins in one and ends in the other, neither part of which is one. */
function cutWord(before: string, behind: string): string | null {
  // Most literals end or begin with something else.
  if (!isLetter(before.charCodeAt(before.length - 1)) || !isLetter(behind.charCodeAt(0))) return null;
  const [head] = /[a-z]+$/i.exec(before) ?? [];
  const [tail] = /^[a-z]+/i.exec(behind) ?? [];
  if (head === undefined || tail === undefined) return null;
  const word = `${head}${tail}`.toLowerCase();
  const areWords = VOCABULARY.has(head.toLowerCase()) && VOCABULARY.has(tail.toLowerCase());
  return word.length > 3 && !areWords && VOCABULARY.has(word) ? word : null;
}
