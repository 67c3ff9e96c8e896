import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { catboostFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  catboostFormat.read(sourceOf(bytes), { path: 'x.cbm', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Magic, length, and a flat buffer: root at 8, its table of one field at 4. */
const SOUND = Uint8Array.of(0x43, 0x42, 0x4d, 0x31, 12, 0, 0, 0, 8, 0, 0, 0, 4, 0, 4, 0, 4, 0, 0, 0);

describe('the reader of CatBoost', () => {
  it('proves that the core fills the file', async () => {
    expect((await read(SOUND)).facts).toEqual({ format: 'catboost', core: 12, parts: [] });
    expect(bytesOf('CBM1')).toEqual(SOUND.subarray(0, 4));
  });

  it.each<[string, Uint8Array]>([
    ['a core past the end', SOUND.subarray(0, 19)],
    ['bytes that no part claims', Uint8Array.of(...SOUND, 1)],
    ['a root past the end', Uint8Array.from(SOUND, (byte, at) => (at === 8 ? 200 : byte))],
    ['a table before the start', Uint8Array.from(SOUND, (byte, at) => (at === 16 ? 200 : byte))],
    ['the magic alone', SOUND.subarray(0, 4)],
  ])('%s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 8 });
  });
});
