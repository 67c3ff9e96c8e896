import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createGuard } from '../../src/guard/guard.ts';
import { prepareImage } from '../../src/guard/images/image.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

function chunk(kind: string, content: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), Buffer.from(content as string, 'latin1')]);
  const bytes = Buffer.alloc(8 + body.length);
  bytes.writeUInt32BE(body.length - 4, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), 4 + body.length);
  return bytes;
}

const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', '\0\0\0\x01\0\0\0\x01\x08\0\0\0\0'),
  chunk('tEXt', 'parameters\0a cat, Steps: 20'),
  chunk('IDAT', deflateSync(Buffer.from([0, 7]))),
  chunk('IEND', ''),
]);

describe('weighbridge guard image', () => {
  const home = scratchFolder();
  const file = join(home, 'cat.png');
  const image = (...args: readonly string[]) => wb(['guard', 'image', ...args], { home });

  it('tells an image that is not marked, marks it, and takes the prompt out', async () => {
    await writeFile(file, PNG);
    const before = await image('check', file);
    expect(before).toMatchObject({ code: 3, stdout: expect.stringContaining('tells prompt, in tEXt') as string });
    expect(await image('mark', file, '--out', file)).toMatchObject({ code: 0 });
    const after = await image('check', file, '--format', 'json');
    expect(after.code).toBe(0);
    expect(JSON.parse(after.stdout)).toMatchObject({ marked: true, source: 'trainedAlgorithmicMedia', leaks: [] });
    expect((await readFile(file)).includes('a cat')).toBe(false);
  });

  it('refuses what is no image, and leaves it', async () => {
    const other = join(home, 'other.png');
    await writeFile(other, 'no image');
    expect(await image('mark', other, '--out', other)).toMatchObject({ code: 2 });
    expect(await readFile(other, 'utf8')).toBe('no image');
  });

  it('does what the policy says', () => {
    const { policy } = createGuard({ clock: () => 0 });
    expect(prepareImage(PNG, policy.images).after).toMatchObject({ marked: true, leaks: [] });
  });
});
