import { ANGLE, type Marks, QUOTE } from '../../../text/view/marks.ts';
import { VOCABULARY } from './vocabulary.ts';

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

export function createPieceReader(): PieceReader {
  let pieces: string[] = [];
  let [size, tried] = [0, 0];
  const tell = () => {
    tried = size;
    return pieces.length <= LEAST_CUT || cutWords(pieces) < LEAST_CUT ? null : pieces.join('');
  };
  const flush = () => {
    const says = size > tried ? tell() : null;
    pieces = [];
    [size, tried] = [0, 0];
    return says;
  };
  return {
    read: (sentence, { kinds }) => {
      if ((kinds & (QUOTE | ANGLE)) === 0) return null;
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
