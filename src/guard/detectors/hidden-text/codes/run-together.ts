import { isKnown, turned } from '../words/vocabulary.ts';
import { shifted } from './moved.ts';
import { parted } from './parting.ts';

/** Letters in a row without spaces: as they stand, from the end, in two or three rails, or every second one. A name with strokes in it is a name. */
export function runTogether(run: string): string {
  const letters = run.toLowerCase();
  const isName = /[_-]/.test(run);
  // Words that begin with capitals are words as they stand.
  const isCamel = /[a-z][A-Z]/.test(run);
  const ways = [
    ...(isName || isCamel ? [] : [letters]),
    turned(letters),
    railed(letters, 2),
    railed(letters, 3),
    ...[2, 3].map((step) => everyOf(letters, step)),
    ...(isName
      ? []
      : [
          railed(letters, 4),
          swapped(letters),
          woven(letters),
          shifted(letters),
          ...COLUMNS.map((width) => down(letters, width)),
        ]),
  ];
  for (const text of ways) {
    const spaced = text.replace(/[_.-]/g, ' ');
    if (/ /.test(spaced) && isKnown(spaced)) return spaced;
    const words = parted(text.replace(/[^a-z]/g, ''));
    if (words !== null) return words;
  }
  return '';
}

function everyOf(text: string, step: number): string {
  return Array.from(text)
    .filter((_, at) => at % step === 0)
    .join('');
}

/** Two by two in the other order. */
function swapped(text: string): string {
  return text.replace(/(.)(.)/g, '$2$1');
}

/** The odd ones first, then the even ones. */
function woven(text: string): string {
  const half = text.length >> 1;
  return everyOf(text, 2) + Array.from({ length: half }, (_, at) => text.charAt(2 * at + 1)).join('');
}

const COLUMNS = [2, 3, 4, 5, 6, 7, 8] as const;

/** Rows of so many letters that were read down their columns: back to rows. */
function down(text: string, width: number): string {
  const rows = Math.ceil(text.length / width);
  const full = text.length - (rows - 1) * width;
  let out = '';
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < (row === rows - 1 ? full : width); column += 1)
      out += text.charAt(column * rows - Math.max(0, column - full) + row);
  return out;
}

/** Letters that were written down and up over so many lines, and read line by line. */
function railed(text: string, rails: number): string {
  const round = 2 * (rails - 1);
  const whole: string[] = Array.from(text);
  let at = 0;
  for (let rail = 0; rail < rails; rail += 1) {
    // Down and up again: a line between the first and the last is met twice a round.
    const isEdge = rail === 0 || rail === rails - 1;
    let [step, other] = isEdge ? [round, round] : [round - 2 * rail, 2 * rail];
    for (let place = rail; place < text.length; place += other) {
      whole[place] = text.charAt(at++);
      [step, other] = [other, step];
    }
  }
  return whole.join('');
}
