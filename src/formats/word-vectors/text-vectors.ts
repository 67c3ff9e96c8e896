import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { COUNTS, dimensionOf } from './claims.ts';
import type { WordVectorsFacts } from './facts.ts';

const PAGE = 4 * 1024 * 1024;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** Reads every line, a page at a time: each is a word, and as many numbers as the first has. Throws MalformedError. */
export async function readTextVectors(source: ByteSource, budget: Budget): Promise<WordVectorsFacts> {
  let words = 0;
  let dimension = 0;
  for (let at = 0; at < source.size; ) {
    budget.checkTime();
    const page = await source.read(at, Math.min(PAGE, source.size - at));
    const whole = at + page.length === source.size ? page.length : page.lastIndexOf(LINE_FEED) + 1;
    if (whole === 0) throw new OverBudgetError(`a line of more than ${PAGE} bytes`);
    for (let start = 0, end = 0; start < whole; start = end + 1) {
      const feed = page.indexOf(LINE_FEED, start);
      end = feed < 0 || feed >= whole ? whole : feed;
      if (words === 0) {
        const line = new TextDecoder('latin1').decode(page.subarray(start, end));
        if (at + start === 0 && COUNTS.test(line)) continue;
        dimension = dimensionOf(line);
      }
      if (dimension === 0 || !endsInNumbers(page, start, end, dimension))
        throw new MalformedError('a line that is no word with its numbers', at + start);
      words += 1;
    }
    at += whole;
  }
  return { format: 'word-vectors', what: 'text', words, dimension };
}

/** Whether so many numbers end a line. Counted from behind: words of some vocabularies hold spaces. */
function endsInNumbers(page: Uint8Array, start: number, end: number, dimension: number): boolean {
  let at = end - 1;
  while (at > start && (page[at] === SPACE || page[at] === RETURN)) at -= 1;
  for (let left = dimension; left > 0; left--) {
    const last = at;
    while (at > start && NUMERIC[page[at] ?? 0] === 1) at -= 1;
    if (at === last || page[at] !== SPACE) return false;
    at -= 1;
  }
  return at >= start;
}

/** Bytes of numbers as they are printed. */
const NUMERIC = new Uint8Array(256);
for (const character of '0123456789.+-eE') NUMERIC[character.charCodeAt(0)] = 1;
