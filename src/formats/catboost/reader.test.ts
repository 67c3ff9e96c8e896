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

/** As CatBoost 1.2 writes a classifier of texts: a core whose fourth field names one part, and that part. */
function withTexts(magic: string, header: number): Uint8Array {
  const name = bytesOf('text_process_v2\0');
  const core = Buffer.alloc(56);
  core.writeUInt32LE(16, 0);
  core.writeUInt16LE(12, 4);
  core.writeInt32LE(12, 16);
  core.writeUInt16LE(4, 4 + 4 + 6);
  core.writeUInt32LE(4, 20);
  core.writeUInt32LE(1, 24);
  core.writeUInt32LE(4, 28);
  core.writeUInt32LE(name.length, 32);
  core.set(name, 36);
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(header));
  return Buffer.concat([
    SOUND.subarray(0, 4),
    Uint8Array.of(56, 0, 0, 0),
    core,
    bytesOf(magic),
    size,
    Buffer.alloc(20),
  ]);
}

describe('the reader of CatBoost', () => {
  it('reads the part of a model of texts', async () => {
    const { facts } = await read(withTexts('text_process_v2\0', 20));
    expect(facts.parts).toEqual(['text_process_v2\0']);
  });

  it.each([
    ['is of another kind', withTexts('text_process_v9\0', 20)],
    ['is longer than the file', withTexts('text_process_v2\0', 21)],
  ])('a part that %s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });

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
