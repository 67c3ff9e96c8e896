import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { type Batch, brokenBatch, type Column } from './columns.ts';
import { arrowFormat } from './reader.ts';
import { unpacker } from './unpack.ts';

const column = (kind: Column['kind'], more: Partial<Column> = {}): Column => ({
  bits: 0,
  kind,
  width: 0,
  children: [],
  ...more,
});
const NUMBERS = column('fixed', { bits: 32 });
const TEXTS = column('texts', { width: 4 });
const LIST = column('list', { width: 4, children: [NUMBERS] });

/** Two values; texts and lists with one and two in them. */
const BODY = new Uint8Array(64);
new DataView(BODY.buffer).setInt32(4, 1, true);
new DataView(BODY.buffer).setInt32(8, 3, true);
const batch = (nodes: readonly number[], buffers: readonly number[], more: Partial<Batch> = {}): Batch => ({
  length: 2,
  nodes,
  buffers,
  codec: null,
  body: sourceOf(BODY),
  ...more,
});
const NO_MISSING = [0, 0];

describe('a batch of columns', () => {
  it.each<[string, readonly Column[], Batch]>([
    ['numbers', [NUMBERS], batch([2, 0], [...NO_MISSING, 16, 8])],
    ['numbers of which one is missing', [NUMBERS], batch([2, 1], [32, 1, 16, 8])],
    ['texts', [TEXTS], batch([2, 0], [...NO_MISSING, 0, 12, 16, 3])],
    ['lists of numbers', [LIST], batch([2, 0, 3, 0], [...NO_MISSING, 0, 12, ...NO_MISSING, 16, 12])],
    ['nothing', [column('null')], batch([2, 2], [])],
    ['what lies in a way of its own', [column('unknown')], batch([], [])],
  ])('of %s is sound', async (_, columns, sound) => {
    expect(await brokenBatch(columns, sound, unpacker(createBudget(() => 0)))).toBeNull();
  });

  it.each<[string, readonly Column[], Batch]>([
    ['fewer values than it says', [NUMBERS], batch([1, 0], [...NO_MISSING, 16, 8])],
    ['more missing than there are', [NUMBERS], batch([2, 3], [32, 1, 16, 8])],
    ['missing values that it does not tell', [NUMBERS], batch([2, 1], [...NO_MISSING, 16, 8])],
    ['a buffer too short', [NUMBERS], batch([2, 0], [...NO_MISSING, 16, 7])],
    ['a buffer at no step', [NUMBERS], batch([2, 0], [...NO_MISSING, 17, 8])],
    ['a buffer past the end', [NUMBERS], batch([2, 0], [...NO_MISSING, 64, 8])],
    ['a buffer too many', [NUMBERS], batch([2, 0], [...NO_MISSING, 16, 8, 0, 0])],
    ['a column too many', [NUMBERS], batch([2, 0, 2, 0], [...NO_MISSING, 16, 8])],
    ['texts that end past their bytes', [TEXTS], batch([2, 0], [...NO_MISSING, 0, 12, 16, 2])],
    ['offsets that do not rise', [TEXTS], batch([2, 0], [...NO_MISSING, 8, 12, 16, 3])],
    [
      'lists with fewer values than they lead to',
      [LIST],
      batch([2, 0, 2, 0], [...NO_MISSING, 0, 12, ...NO_MISSING, 16, 12]),
    ],
    ['a compressed buffer without its length', [NUMBERS], batch([2, 0], [...NO_MISSING, 16, 4], { codec: 0 })],
  ])('with %s is broken', async (_, columns, broken) => {
    expect(await brokenBatch(columns, broken, unpacker(createBudget(() => 0)))).not.toBeNull();
  });
});

describe('a table of Arrow', () => {
  const whole = new Uint8Array(readFileSync('test/corpus/genuine/companions/stream.arrow'));
  const read = (bytes: Uint8Array) =>
    arrowFormat.read(sourceOf(bytes), { path: 'x.arrow', budget: createBudget(() => 0) });

  it('of the library itself is sound, and is no more with a byte less in any message', async () => {
    expect((await read(whole)).defects).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 9, max: whole.length - 9 }), async (end) => {
        const answer = await read(whole.subarray(0, end)).catch(() => null);
        expect(answer === null || answer.defects.length > 0 || answer.facts.batches === 0).toBe(true);
      }),
    );
  });

  it('answers any bytes', async () => {
    await answersAnyBytes(read, { file: whole, head: 8 });
  });
});
