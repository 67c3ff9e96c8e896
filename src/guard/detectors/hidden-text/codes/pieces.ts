import { matchesIn } from '../../../../kernel/matches.ts';
import { ANGLE, type Marks, QUOTE } from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';
import { isKnown, LONGEST_WORD, VOCABULARY } from '../words/vocabulary.ts';
import { plainText } from './bases.ts';

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
      if (row.length < LEAST_NAMES) {
        if (row.length > 0) row = [];
        continue;
      }
      const says = row.map((one) => named.get(one) ?? '').join(' ');
      if (new Set(row).size >= LEAST_NAMES && says.split(/\s+/).length >= LEAST_WORDS && isKnown(says)) return says;
      row = [];
    }
    return null;
  };
  let pieces: string[] = [];
  /** Of each, whether it is a word that joins others. */
  let joins: boolean[] = [];
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
      [pieces, joins] = [[], []];
      [size, cuts] = [0, []];
    }
    const word = pieces.length === 0 ? null : cutWord(pieces.at(-1) ?? '', piece);
    if (word !== null && cuts.every((one) => one.word !== word)) cuts.push({ word, at: pieces.length });
    pieces.push(piece);
    joins.push(JOINING.has(piece.trim().toLowerCase()));
    size += piece.length;
    const says = decode(piece);
    if (says !== null) return says;
    // Among many literals some go together by chance.
    const before = cuts.at(-LEAST_CUT);
    if (before !== undefined && pieces.length - before.at <= MOST_BETWEEN) return pieces.join('');
    if (pieces.length < LEAST_SINGLE || !isWord(piece)) return null;
    // Most lists have none of them.
    let joining = 0;
    const first = Math.max(0, pieces.length - LEAST_SINGLE - 2);
    for (let at = first; at < joins.length; at += 1) if (joins[at] === true) joining += 1;
    return joining < LEAST_JOINING ? null : wordByWord(pieces.slice(first));
  };
  let told = false;
  return {
    restart: () => {
      // To empty a map makes a new one.
      if (named.size > 0) named.clear();
      if (pieces.length > 0) [pieces, joins] = [[], []];
      if (cuts.length > 0) cuts = [];
      [size, told] = [0, false];
      [encoded, parts] = ['', 0];
    },
    read: (sentence, { kinds }) => {
      if (told) return null;
      if ((kinds & (QUOTE | ANGLE)) === 0 || !mayHoldLiteral(sentence))
        return named.size < LEAST_NAMES ? null : called(sentence);
      if ((kinds & QUOTE) !== 0 && named.size < MOST_NAMES && mayName(sentence))
        for (const [, name = '', text = ''] of matchesIn(NAMED, sentence)) named.set(name, text);
      let says = named.size < LEAST_NAMES ? null : called(sentence);
      for (const [, double, single, element] of matchesIn(LITERAL, sentence))
        says ??= add(double ?? single ?? element ?? '');
      told = says !== null;
      return says;
    },
  };
}

/** Whether what joins a name and its literal stands before a quote, and behind a name: in JSON a quote stands there. */
function mayName(sentence: string): boolean {
  for (let at = 1; at < sentence.length; at += 1) {
    const unit = sentence.charCodeAt(at);
    if (unit !== DOUBLE && unit !== SINGLE) continue;
    let joint = behindBlanks(sentence, at);
    const sign = sentence.charCodeAt(joint - 1);
    if (sign > 127 || sign === S) return true;
    if (sign !== COLON && sign !== EQUALS) continue;
    if (sign === EQUALS && sentence.charCodeAt(joint - 2) === COLON) joint -= 1;
    const name = sentence.charCodeAt(behindBlanks(sentence, joint - 1) - 1);
    if (name > 127 || isOfName(name)) return true;
  }
  return false;
}

const DOUBLE = 34;
const SINGLE = 39;
const COLON = 58;
const EQUALS = 61;
const S = 115;
const MOST_BLANKS = 3;

/** Behind what stands before up to three blanks. */
function behindBlanks(sentence: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < MOST_BLANKS && sentence.charCodeAt(at - 1) <= 32) at -= 1;
  return at;
}

function isOfName(unit: number): boolean {
  return isLetter(unit) || (unit >= 48 && unit <= 57) || unit === 95 || unit === 36;
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
    joining < LEAST_JOINING ||
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
const LEAST_JOINING = 3;
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
  let start = before.length - 1;
  while (start > 0 && isLetter(before.charCodeAt(start - 1))) start -= 1;
  let end = 1;
  while (end < behind.length && isLetter(behind.charCodeAt(end))) end += 1;
  const length = before.length - start + end;
  if (length < 4 || length > LONGEST_WORD) return null;
  const [head, tail] = [before.slice(start).toLowerCase(), behind.slice(0, end).toLowerCase()];
  const word = head + tail;
  return VOCABULARY.has(word) && !(VOCABULARY.has(head) && VOCABULARY.has(tail)) ? word : null;
}
