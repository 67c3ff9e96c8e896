import { closeSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { standardInput } from './standard-input.ts';

async function* breaking(): AsyncIterable<Uint8Array> {
  yield Buffer.from('a');
  await Promise.resolve();
  throw new Error('EIO: i/o error, read');
}

async function* nothing(): AsyncIterable<Uint8Array> {}

describe('standard input', () => {
  it('is an error where it breaks off, after what came', async () => {
    const read: Uint8Array[] = [];
    const all = (async () => {
      for await (const chunk of standardInput(breaking)) read.push(chunk);
    })();
    await expect(all).rejects.toMatchObject({ code: 'input-unreadable' });
    expect(read).toHaveLength(1);
  });

  it.skipIf(process.platform === 'win32')('is no folder', async () => {
    const folder = openSync(tmpdir(), 'r');
    try {
      await expect(standardInput(nothing, folder)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
        code: 'file-wanted',
      });
    } finally {
      closeSync(folder);
    }
  });
});
