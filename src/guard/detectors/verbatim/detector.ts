import { ORIGINS } from '../../../domain/guard.ts';
import { printable } from '../../../kernel/printable.ts';
import type { VerbatimIndex } from '../../../text/verbatim/index.ts';
import type { Examples, UnitDetector, UnitHit } from '../../detector.ts';
import type { Chain } from './chains.ts';
import type { Stretch } from './follower.ts';
import { createReader } from './reader.ts';

const TYPE = 'verbatim/protected';

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
      const follower = createReader(indexes);
      return {
        see: ({ readings, raw, start }) => {
          const hits: UnitHit[] = [];
          readings.forEach(({ text, from }, reading) => {
            const found =
              reading === 0
                ? follower.read(from === 0 ? text : text.slice(from), start, raw.length)
                : inItself(text.slice(from), indexes);
            if (found.length > 0) hits.push(...hitsOf(found, { from, reading }));
          });
          return hits;
        },
        open: (read) => follower.open(read),
        // They are told of units before one that never comes.
        close: (length) =>
          hitsOf(follower.finish(length), { from: 0, reading: 0 }).map((hit) => ({
            ...hit,
            back: (hit.back ?? 0) + 1,
          })),
        end: () => [],
      };
    },
  };
}

/** What a sentence decodes to is a text of its own. */
function inItself(text: string, indexes: readonly VerbatimIndex[]): readonly Stretch[] {
  const follower = createReader(indexes);
  return [...follower.read(text, 0, text.length), ...follower.finish(text.length)];
}

/** Stands in the table for what policies may name; looks for nothing. */
export const verbatim = createVerbatimDetector([]);

/** Each unit's stretches: of those that overlap, the surest, over all that they cover. */
function hitsOf(
  stretches: readonly Stretch[],
  { from, reading }: { readonly from: number; readonly reading: number },
): readonly UnitHit[] {
  const hits = stretches.map(({ start, end, chain, back }) => {
    // Sure from some twenty words on.
    const score =
      Math.round(Math.min(1, 0.55 + (0.45 * Math.max(0, chain.agreed - LEAST_LETTERS)) / SURE_LETTERS) * 1000) / 1000;
    return {
      type: TYPE,
      reading,
      back,
      start: from + start,
      end: from + end,
      score,
      detail: `as in ${documentOf(chain)}`,
    };
  });
  const inOrder = hits.toSorted((a, b) => b.back - a.back || a.start - b.start || b.score - a.score);
  const out: UnitHit[] = [];
  for (const hit of inOrder) {
    const last = out.at(-1);
    if (last === undefined || hit.back !== last.back || hit.start >= last.end) out.push(hit);
    else
      out[out.length - 1] = {
        ...(hit.score > last.score ? hit : last),
        start: last.start,
        end: Math.max(last.end, hit.end),
      };
  }
  return out;
}

/** The score of so many letters that agree is the least; of so many more, the most. */
const LEAST_LETTERS = 70;
const SURE_LETTERS = 120;

function documentOf({ index: { documents }, end, shift }: Chain): string {
  const position = end + shift - 1;
  let [low, high] = [0, documents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return printable(documents[low - 1]?.name ?? 'a protected text');
}
