import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { wordVectorsFormat } from './reader.ts';

const LINE = 'wörd 0.5 -1 2.25e-05 3 4. .5 6 7 -8.125 9\n';
const SIZE = LIMITS.document + 1024 * 1024;
const whole = Buffer.alloc(Math.ceil(SIZE / Buffer.byteLength(LINE)) * Buffer.byteLength(LINE), LINE);
const read = (bytes: Uint8Array) =>
  wordVectorsFormat.read(sourceOf(bytes), { path: 'glove.txt', budget: createBudget(() => 0) });
const claims = (bytes: Uint8Array) =>
  wordVectorsFormat.claims('glove.txt', bytes.subarray(0, LIMITS.head), bytes.length);

describe('vectors as text, too long for a document', () => {
  it('are read to their last line', async () => {
    expect(claims(whole)).toBe(true);
    const { facts } = await read(whole);
    expect(facts).toMatchObject({ what: 'text', words: whole.length / Buffer.byteLength(LINE), dimension: 10 });
  });

  it('may begin with their counts, have words with spaces, and lines longer than the head', async () => {
    const long = Buffer.from(`3 600\nab ${'0.25 '.repeat(600)}\n. . ${'1 '.repeat(600)}\nc ${'-1 '.repeat(600)}`);
    expect(wordVectorsFormat.claims('x.vec', long.subarray(0, LIMITS.head), SIZE)).toBe(true);
    expect((await read(long)).facts).toMatchObject({ words: 3, dimension: 600 });
  });

  it.each(['import os; os.system("true")\n', 'word 1 2 3\n', '\0\n'])(
    'hold nothing else: %j is refused',
    async (line) => {
      await expect(read(Buffer.concat([whole, Buffer.from(line)]))).rejects.toThrow(MalformedError);
    },
  );

  it('are text like any other while a document can hold them, and prose never is such', () => {
    expect(claims(whole.subarray(0, 1000 * Buffer.byteLength(LINE)))).toBe(false);
    expect(claims(Buffer.alloc(SIZE, 'Once upon a time 1 2 3 4 5 6 7 8 there was\n'))).toBe(false);
  });
});
