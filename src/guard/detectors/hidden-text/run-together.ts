import { isKnown, parted, turned } from './vocabulary.ts';

/** Letters in a row without spaces: as they stand, from the end, in two or three rails, or every second one. A name with strokes in it is a name. */
export function runTogether(run: string): string {
  const letters = run.toLowerCase();
  const isName = /[_-]/.test(run);
  const ways = [
    ...(isName ? [] : [letters]),
    turned(letters),
    railed(letters, 2),
    railed(letters, 3),
    everySecond(letters),
  ];
  for (const text of ways) {
    const spaced = text.replace(/[_.-]/g, ' ');
    if (/ /.test(spaced) && isKnown(spaced)) return spaced;
    const words = parted(text.replace(/[^a-z]/g, ''));
    if (words !== null) return words;
  }
  return '';
}

function everySecond(text: string): string {
  return Array.from(text)
    .filter((_, at) => at % 2 === 0)
    .join('');
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
