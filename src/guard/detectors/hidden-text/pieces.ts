import { ANGLE, type Marks, QUOTE } from '../../../text/view/marks.ts';
import { isKnown, VOCABULARY } from './vocabulary.ts';

/** Reads a message for literals, or the contents of elements, that cut words in two: put together they are words. */
export interface PieceReader {
  read(sentence: string, marks: Marks): string | null;
  end(): string | null;
}

const LITERAL = /"([^"\n]{1,200})"|'([^'\n]{1,200})'|>([^<>\n]{1,200})</g;
/** Characters that are kept together. */
const MOST = 800;
const FIRST_TRY = 20;
/** Words cut in two: by chance hardly one is. */
const LEAST_CUT = 3;

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
  let [size, tried] = [0, 0];
  const tell = () => {
    tried = size;
    if (pieces.length <= LEAST_CUT) return null;
    return cutWords(pieces) < LEAST_CUT ? wordByWord(pieces) : pieces.join('');
  };
  const flush = () => {
    const says = size > tried ? tell() : null;
    pieces = [];
    [size, tried] = [0, 0];
    return says;
  };
  return {
    read: (sentence, { kinds }) => {
      const wasNamed = named.size >= LEAST_NAMES;
      if ((kinds & (QUOTE | ANGLE)) === 0) return wasNamed ? called(sentence) : null;
      if ((kinds & QUOTE) !== 0 && named.size < MOST_NAMES)
        for (const [, name = '', text = ''] of sentence.matchAll(NAMED)) named.set(name, text);
      const says = named.size >= LEAST_NAMES ? called(sentence) : null;
      if (says !== null) return says;
      for (const [, double, single, element] of sentence.matchAll(LITERAL)) {
        const piece = double ?? single ?? element ?? '';
        pieces.push(piece);
        size += piece.length;
      }
      if (size >= MOST) return flush();
      // Twice as much as was looked at, as numbers are read.
      return size >= Math.max(FIRST_TRY, 2 * tried) ? tell() : null;
    },
    end: flush,
  };
}

/** A sentence of which each word is a literal: lists of words have no words that join others, or hardly any others. */
function wordByWord(pieces: readonly string[]): string | null {
  const words = pieces.map((piece) => piece.trim().toLowerCase()).filter((piece) => /^[a-z]+$/.test(piece));
  if (words.length < LEAST_SINGLE || words.length < pieces.length * 0.8) return null;
  const joining = words.filter((word) => JOINING.has(word)).length;
  if (
    joining < 3 ||
    joining * 2 > words.length ||
    words.filter((word) => VOCABULARY.has(word)).length * 5 < words.length * 4
  )
    return null;
  return new Set(words).size * 3 < words.length * 2 ? null : words.join(' ');
}

const LEAST_SINGLE = 8;
const JOINING = new Set(
  'a an the of to in into on for with and your my their his her this that how do not from it is'.split(' '),
);

function cutWords(pieces: readonly string[]): number {
  let cut = 0;
  for (let at = 1; at < pieces.length; at += 1) {
    const [head] = /[a-z]+$/i.exec(pieces[at - 1] ?? '') ?? [];
    const [tail] = /^[a-z]+/i.exec(pieces[at] ?? '') ?? [];
    if (head === undefined || tail === undefined) continue;
    const word = `${head}${tail}`.toLowerCase();
    const isCut =
      word.length > 3 &&
      VOCABULARY.has(word) &&
      !(VOCABULARY.has(head.toLowerCase()) && VOCABULARY.has(tail.toLowerCase()));
    cut += isCut ? 1 : 0;
  }
  return cut;
}
