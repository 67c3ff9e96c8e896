import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobFolder } from '../../src/adapters/blobs/folder.ts';
import { createS3Blobs } from '../../src/adapters/blobs/s3.ts';
import { digestOf, hexOf } from '../../src/kernel/digest.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder();
const objects = scratchFolder();
const BUCKET = 'weighbridge';
let endpoint = '';
let server: S3rver | undefined;

beforeAll(async () => {
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: objects,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(() => server?.close());

/** S3rver knows this key; it does not compute V4 signatures, so a wrong secret would pass there. */
const s3 = (over: object = {}): BlobStore =>
  createS3Blobs({
    endpoint,
    region: 'eu-central-1',
    bucket: BUCKET,
    prefix: 'team/blobs',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    sessionToken: null,
    ...over,
  });

async function* pieces(bytes: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return Buffer.concat(all);
}
const nameOf = (bytes: Uint8Array) => ({ digest: digestOf(bytes), size: bytes.length });

/** Every file below, whoever named it. */
function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(path, name)).isFile());
}

const STORES = [
  { name: 'a folder', make: () => createBlobFolder(folder), kept: folder },
  { name: 'an S3 bucket (s3rver)', make: () => s3(), kept: objects },
];

describe.each(STORES)('blobs in $name', ({ make, kept }) => {
  it('come back as they were put, whatever they are', async () => {
    const blobs = make();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 2000 }), async (bytes, size) => {
        await blobs.put(nameOf(bytes), pieces(bytes, size));
        await blobs.put(nameOf(bytes), pieces(bytes, size));
        expect(await blobs.has(nameOf(bytes))).toBe(true);
        expect((await whole(blobs.read(digestOf(bytes)))).equals(bytes)).toBe(true);
      }),
      { numRuns: cases(15) },
    );
  });

  it('are not there at all when what is put is something else, longer, shorter, or breaks off', async () => {
    const blobs = make();
    const bytes = Buffer.from('what was vetted, and nothing else '.repeat(99));
    const other = Buffer.from(bytes);
    other.writeUInt8(0, bytes.length - 1);
    async function* broken(): AsyncIterable<Uint8Array> {
      yield bytes.subarray(0, 500);
      throw new Error('the source broke');
    }
    for (const wrong of [pieces(other), pieces(Buffer.concat([bytes, bytes])), pieces(bytes.subarray(1))])
      await expect(blobs.put(nameOf(bytes), wrong)).rejects.toMatchObject({ code: 'blob-changed' });
    await expect(blobs.put(nameOf(bytes), broken())).rejects.toThrow('the source broke');
    expect(await blobs.has(nameOf(bytes))).toBe(false);
    const code = expect.stringMatching(/^blob-(missing|changed)$/) as string;
    await expect(whole(blobs.read(digestOf(bytes)))).rejects.toMatchObject({ code });
    await blobs.put(nameOf(bytes), pieces(bytes));
    expect((await whole(blobs.read(digestOf(bytes)))).equals(bytes)).toBe(true);
  });

  it('that vanished or changed are errors of their own', async () => {
    const blobs = make();
    const bytes = Buffer.from(`kept for years in ${kept}`.repeat(200));
    await expect(whole(blobs.read(digestOf(bytes)))).rejects.toMatchObject({ code: 'blob-missing' });
    await blobs.put(nameOf(bytes), pieces(bytes));
    const file = filesBelow(kept).find((path) => path.includes(hexOf(digestOf(bytes))) && !/metadata|md5/.test(path));
    writeFileSync(join(kept, file ?? ''), bytes.toString().replace('years', 'hours'));
    await expect(whole(blobs.read(digestOf(bytes)))).rejects.toMatchObject({ code: 'blob-changed' });
    rmSync(join(kept, file ?? ''));
    await expect(whole(blobs.read(digestOf(bytes)))).rejects.toMatchObject({ code: 'blob-missing' });
  });
});

describe('a folder of blobs', () => {
  const small = scratchFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', small]).status === 0;
  afterAll(() => mounted && spawnSync('umount', [small]));

  it.skipIf(!mounted)(
    `on a disk that is full says so, and leaves nothing half-written${mounted ? '' : ' (no tmpfs can be mounted)'}`,
    async () => {
      const blobs = createBlobFolder(join(small, 'blobs'));
      const bytes = Buffer.alloc(256 * 1024, 7);
      await expect(blobs.put(nameOf(bytes), pieces(bytes))).rejects.toMatchObject({
        code: 'write-failed',
        detail: expect.stringContaining('ENOSPC') as string,
      });
      expect(filesBelow(small)).toEqual([]);
      const fits = Buffer.alloc(1024, 7);
      // The kernel gives back what was removed a moment later.
      await expect
        .poll(() => blobs.put(nameOf(fits), pieces(fits)).then(() => 'kept', String), { interval: 100 })
        .toBe('kept');
      expect(await blobs.has(nameOf(fits))).toBe(true);
    },
  );

  it('cannot be written where a file is in its way', async () => {
    const taken = join(scratchFolder(), 'taken');
    writeFileSync(taken, '');
    const bytes = Buffer.from('x');
    await expect(createBlobFolder(taken).put(nameOf(bytes), pieces(bytes))).rejects.toMatchObject({
      code: 'write-failed',
    });
  });
});

describe('an S3 bucket', () => {
  it('that is not there, refuses the key, or does not answer is an error, and never an absent blob', async () => {
    const bytes = Buffer.from('x');
    const put = (blobs: BlobStore) => blobs.put(nameOf(bytes), pieces(bytes));
    for (const over of [{ accessKeyId: 'WRONG' }, { endpoint: 'http://127.0.0.1:9' }])
      await expect(s3(over).has(nameOf(bytes))).rejects.toMatchObject({ code: 'blobs-unreachable' });
    await expect(put(s3({ bucket: 'nobody-has-it' }))).rejects.toMatchObject({ code: 'blobs-unreachable' });
  });
});
