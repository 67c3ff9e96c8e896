import {
  ANGLE,
  BACKTICK,
  COLON,
  CURLY,
  HASH,
  marksOf,
  OTHER_MARK,
  PAREN,
  QUOTE,
  SQUARE,
  STATEMENT,
} from '../../../text/view/marks.ts';
import { isOrder } from './orders.ts';
import { commonWords, isProse } from './speaks.ts';
import { VOCABULARY } from './vocabulary.ts';

/** Reads a message sentence by sentence for a text that is cut into pieces, of which each says nothing: literals, cells, numbered parts. */
export interface PieceReader {
  read(sentence: string): string | null;
}

const LITERAL =
  /"([^"\n]{0,80})"|'([^'\n]{0,80})'|`([^`\n$]{0,80})`|\{([^{}\n\\]{1,40})\}|<(?:span|td|b|i)>([^<>\n]{1,40})<\//g;
/** What a row is called by, and its one piece. */
const NUMBERED =
  /^[\s>*#-]{0,8}(?:(?:part|piece|chunk|fragment|step|p|line)? ?\d{1,3}|[A-Za-z]\d{0,2}|\[[\d:]{1,8}\] \w{1,16}|\w{1,12}(?=:))[ ]?[:.,;)=|-] ?(.{1,40}?)\r?\n?$/i;
/** Not the apostrophe of a word. */
const OPENS = /["`{<]|(?<!\w)'/;
const SOME = QUOTE | BACKTICK | CURLY | ANGLE | COLON | OTHER_MARK | PAREN | SQUARE | HASH;

const MOST_PIECES = 64;
const LEAST_PIECES = 4;
const MOST_LINES = 3;

export function createPieceReader(): PieceReader {
  let pieces: string[] = [];
  /** Sentences since the last piece. */
  let idle = 0;
  const add = (piece: string) => {
    if (pieces.length < MOST_PIECES) pieces.push(piece);
  };
  return {
    read: (sentence) => {
      const { kinds } = marksOf(sentence);
      if ((kinds & SOME) === 0 && !/^\d/.test(sentence)) {
        if (++idle > MOST_LINES) pieces = [];
        return null;
      }
      const before = pieces.length;
      if ((kinds & (QUOTE | BACKTICK | CURLY | ANGLE)) !== 0 && OPENS.test(sentence))
        for (const match of sentence.matchAll(LITERAL)) add(match.slice(1).find((one) => one !== undefined) ?? '');
      if (pieces.length === before && (kinds & STATEMENT) === 0) {
        const [, row] = NUMBERED.exec(sentence) ?? [];
        if (row !== undefined) add(row);
      }
      if (pieces.length === before) {
        if (++idle > MOST_LINES) pieces = [];
        return null;
      }
      idle = 0;
      if (pieces.length < LEAST_PIECES) return null;
      const says = glued(pieces);
      if (says !== null) pieces = [];
      return says;
    },
  };
}

/** What pieces say together, where more are words then than before. */
function glued(pieces: readonly string[]): string | null {
  const whole = pieces.join('');
  if (whole.length < 16 || !isProse(whole)) {
    const rows = pieces.join(' ');
    return pieces.every((piece) => /^[A-Za-z']{1,16}[.,]?$/.test(piece)) && pieces.length >= 5 && isOrder(rows)
      ? rows
      : null;
  }
  const known = knownIn(whole);
  return commonWords(whole) >= 2 && known >= LEAST_KNOWN && known > knownIn(pieces.join(' ')) * 1.25 ? whole : null;
}

const LEAST_KNOWN = 4;

function knownIn(text: string): number {
  return (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((word) => VOCABULARY.has(word)).length;
}
