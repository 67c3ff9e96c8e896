import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { readByHeaders } from './by-headers.ts';

const MiB = 1024 * 1024;

function member(name: string, content: Uint8Array): Buffer {
  const stored = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(stored.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), stored]);
}

it('keeps no more than its room of what members inflate to, and reads the others when they are asked for', async () => {
  const bombs = Array.from({ length: 6 }, (_, at) => member(`zeros${at}`, new Uint8Array(8 * MiB)));
  const archive = Buffer.concat([...bombs, member('last.pkl', Buffer.from('cos\nsystem\n.'))]);
  const context = { path: 'a.pt', budget: createBudget(() => 0) };
  const { parts } = await readByHeaders(sourceOf(archive), context);
  expect(parts.map(({ name }) => name)).toEqual([...bombs.map((_, at) => `zeros${at}`), 'last.pkl']);
  // What is not kept inflates again.
  expect(await parts[5]?.bytes.read(8 * MiB - 1, 1)).toEqual(Buffer.alloc(1));
  expect(Buffer.from((await parts[6]?.bytes.read(0, 12)) ?? []).toString()).toBe('cos\nsystem\n.');
});
