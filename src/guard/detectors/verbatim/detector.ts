import { ORIGINS } from '../../../domain/guard.ts';
import { printable } from '../../../kernel/printable.ts';
import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import { type Letters, lettersOf } from '../../../text/verbatim/letters.ts';
import type { Examples, UnitDetector, UnitHit } from '../../detector.ts';
import { type Chain, createChains } from './chains.ts';

const TYPE = 'verbatim/protected';

/** Fingerprints in a row, and letters that they reach over, before it is told: a dozen words and more. */
const LEAST_PRINTS = 3;
const LEAST_LETTERS = 56;

/**
 * Stretches of protected texts: of a book, of documents, of code. Told sentence by sentence as they come, whatever the case,
 * wrapping, punctuation or lookalike letters, and with a word changed now and then.
 */
export function createVerbatimDetector(
  indexes: readonly VerbatimIndex[],
  examples: Examples = { fires: () => [], quiet: () => [] },
): UnitDetector {
  return {
    kind: 'unit',
    id: 'verbatim',
    title: 'Protected texts, word for word',
    types: [{ type: TYPE, title: 'A stretch of a protected text' }],
    origins: ORIGINS,
    unit: 'sentence',
    judgesWhole: false,
    defaults: [{ types: [], origins: [], threshold: 0.5, action: 'flag' }],
    examples,
    open: () => {
      const chains = createChains(indexes);
      let first = 0;
      return {
        see: ({ readings }) => {
          const hits: UnitHit[] = [];
          readings.forEach(({ text, from }, reading) => {
            const letters = lettersOf(text.slice(from));
            // What a sentence decodes to is a text of its own.
            const found = (reading === 0 ? chains : createChains(indexes)).read(letters);
            const place = { reading, from, first: reading === 0 ? first : 0 };
            hits.push(...apart(found.flatMap((chain) => hitOf(chain, text, letters, place))));
            if (reading === 0) first += letters.count;
          });
          return hits;
        },
        end: () => [],
      };
    },
  };
}

/** Stands in the table for what policies may name; looks for nothing. */
export const verbatim = createVerbatimDetector([]);

interface Place {
  readonly reading: number;
  readonly from: number;
  /** The sentence's first letter, counted from the beginning of the message. */
  readonly first: number;
}

function hitOf(chain: Chain, text: string, { at }: Letters, { reading, from, first }: Place): readonly UnitHit[] {
  if (chain.prints < LEAST_PRINTS || chain.end - chain.start < LEAST_LETTERS) return [];
  let start = from + (at[Math.max(0, chain.start - first)] ?? 0);
  let end = from + (at[chain.end - 1 - first] ?? 0) + 1;
  // Fingerprints begin and end within words.
  while (start > from && WITHIN_WORD.test(text.charAt(start - 1))) start--;
  while (end < text.length && WITHIN_WORD.test(text.charAt(end))) end++;
  if (chain.start >= first && isAddress(text, start, end)) return [];
  // Sure from a dozen fingerprints on, which are some twenty words.
  const score = Math.round(Math.min(1, 0.55 + 0.04 * (chain.prints - LEAST_PRINTS)) * 1000) / 1000;
  return [{ type: TYPE, reading, start, end, score, detail: `as in ${documentOf(chain)}` }];
}

/** Whether too little is left of a stretch without the addresses in it, which everybody may write. */
function isAddress(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_ADDRESS) return false;
  const whole = text.slice(Math.max(0, start - LONGEST_ADDRESS), end);
  const before = /\S*$/.exec(whole.slice(0, whole.length - (end - start)))?.[0] ?? '';
  const stretch = `${before}${text.slice(start, end)}`;
  if (!/[\w-]\.[a-z]{2,}\//.test(stretch)) return false;
  const own = stretch.replace(/\S{0,200}[\w-]\.[a-z]{2,12}\/\S*/g, '');
  return own.replace(/[^\p{L}\p{N}]/gu, '').length < LEAST_LETTERS;
}

const LONGEST_ADDRESS = 400;

const WITHIN_WORD = /[\p{L}\p{M}\p{N}]/u;

function documentOf({ index: { documents }, position }: Chain): string {
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return printable(documents[low - 1]?.name ?? 'a protected text');
}

/** Of stretches that overlap, one: the surest, over all that they cover. */
function apart(hits: readonly UnitHit[]): readonly UnitHit[] {
  const out: UnitHit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.score - a.score)) {
    const last = out.at(-1);
    if (last === undefined || hit.start >= last.end) out.push(hit);
    else
      out[out.length - 1] = {
        ...(hit.score > last.score ? hit : last),
        start: last.start,
        end: Math.max(last.end, hit.end),
      };
  }
  return out;
}
