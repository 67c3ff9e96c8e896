import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { pickleFormat } from './reader.ts';

const M = 1024 * 1024;

/** A program that holds these bytes, and what of them the reader says that it left. */
async function leftOf(held: Uint8Array): Promise<number> {
  const budget = createBudget(() => 0);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(held.length);
  const bytes = Buffer.concat([Buffer.from([0x80, 4, 0x42]), length, held, Buffer.from('.')]);
  await pickleFormat.read(sourceOf(bytes), { path: 'a.pkl', budget });
  return budget.left();
}

describe('what a program holds and is too large to follow', () => {
  it.each([
    ['a program', Buffer.concat([Buffer.from('\x80\x04cposix\nsystem\n', 'latin1'), Buffer.alloc(17 * M)])],
    ['something packed', deflateSync(randomBytes(M / 2))],
  ])('is told as unread: %s', async (_, held) => {
    expect(await leftOf(held)).toBe(held.length);
  });
  it('is not where they are numbers', async () => {
    expect(await leftOf(Buffer.alloc(17 * M, 1))).toBe(0);
  });
});
