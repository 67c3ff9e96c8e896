import { deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { ReaderResult } from '../format.ts';
import { codecOf } from './claims.ts';
import { compressedFormat } from './reader.ts';

const read = (bytes: Uint8Array, path = 'model.pkl.gz'): Promise<ReaderResult<'compressed'>> =>
  compressedFormat.read(sourceOf(bytes), { path, budget: createBudget(() => 0) });

async function contentOf(result: ReaderResult<'compressed'>): Promise<Uint8Array> {
  const [part] = result.parts;
  if (part === undefined) return new Uint8Array(0);
  await part.bytes.reach?.(0, part.bytes.size);
  return part.bytes.read(0, part.bytes.size);
}

const codes = ({ defects }: ReaderResult<'compressed'>): string[] => defects.map(({ code }) => code);

/** Bytes that deflate stores in many blocks, so that streams of some MiB stay large. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 7;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const MiB = 1024 * 1024;

describe('what is taken for a compressed stream', () => {
  it('is no pickle, whatever its name promises', () => {
    expect(codecOf('df.pkl.tar.gz', Uint8Array.of(0x80, 5, 0x95, 0, 0, 0, 0, 0, 0, 0, 0))).toBeUndefined();
    expect(codecOf('a.gz', Uint8Array.of(0x80, 9, 1))).toBe('gzip');
  });

  it('is of the kind that follows the frames to be skipped', () => {
    const skipped = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7];
    expect(codecOf('a', Uint8Array.from([...skipped, 0x04, 0x22, 0x4d, 0x18]))).toBe('lz4');
    expect(codecOf('a', Uint8Array.from([...skipped, 0x28, 0xb5, 0x2f, 0xfd]))).toBe('zstd');
  });

  it('is zlib at every level, without compression too', () => {
    for (const level of [0, 1, 6, 9]) expect(codecOf('a', deflateSync(Buffer.from('words'), { level }))).toBe('zlib');
  });

  it.each(['7801000000000000', '7801030000000000', '789c020000000000', '78da0b0000000000'])(
    'is no safetensors whose header begins with the bytes of zlib: %s',
    (length) => {
      expect(codecOf('a.safetensors', Buffer.from(`${length}7b22`, 'hex'))).toBeUndefined();
    },
  );

  it('is no file of data of a database, though it begins with a frame', () => {
    const frame = Buffer.from('28b52ffd80480000', 'hex');
    expect(compressedFormat.claims(`ocdbt/d/${'0a'.repeat(16)}`, frame, 8)).toBe(false);
    expect(compressedFormat.claims(`ocdbt/d/${'0a'.repeat(16)}.zst`, frame, 8)).toBe(true);
  });
});

describe('a compressed stream', () => {
  it('gives back what was compressed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const gzip = await read(gzipSync(bytes));
        expect(Buffer.compare(await contentOf(gzip), bytes)).toBe(0);
        expect(gzip.defects).toEqual([]);
        const zlib = await read(deflateSync(bytes), 'a.z');
        expect(Buffer.compare(await contentOf(zlib), bytes)).toBe(0);
      }),
    );
  });

  it('answers any bytes behind any signature with facts, MalformedError or OverBudgetError', async () => {
    const signatures = [
      '1f8b0800',
      '789c',
      '5a463078',
      '425a6839314159265359',
      'fd377a585a000004e6d6b446',
      '5d00008000ffffffffffffffff00',
      '04224d18604082',
      '02214c18',
      '28b52ffd',
      '28b52ffd2400',
      '502a4d18',
    ].map((hex) => Buffer.from(hex, 'hex'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 400 }), async (signature, rest) => {
        const answer = await read(Buffer.concat([signature, rest]), 'x').then(
          async (result) => {
            await contentOf(result);
            return result;
          },
          (error: unknown) => error,
        );
        const fine = answer instanceof MalformedError || answer instanceof OverBudgetError || isResult(answer);
        expect(fine).toBe(true);
      }),
      { numRuns: cases(400) },
    );
  });

  it('is read forwards when it is large, its end being found on the way', async () => {
    const pickle = Buffer.concat([Buffer.from('8004', 'hex'), noise(9 * MiB), Buffer.from('.')]);
    const result = await read(gzipSync(pickle, { level: 1 }));
    const [part] = result.parts;
    expect(part?.bytes.size).toBeGreaterThan(pickle.length);
    await part?.bytes.reach?.(pickle.length - 1, 1);
    expect(part?.bytes.size).toBe(pickle.length);
    expect(Buffer.from((await part?.bytes.read(0, 2)) ?? []).toString('hex')).toBe('8004');
    const middle = await part?.bytes.read(5 * MiB, 100);
    expect(Buffer.compare(middle ?? Buffer.alloc(0), pickle.subarray(5 * MiB, 5 * MiB + 100))).toBe(0);
  });

  it('has a known size when it is large and no pickle', async () => {
    const bytes = noise(6 * MiB);
    const result = await read(gzipSync(bytes, { level: 1 }));
    expect(result.parts[0]?.bytes.size).toBe(bytes.length);
    expect(Buffer.compare(await contentOf(result), bytes)).toBe(0);
  });

  it('tells of a broken end of a large one once that is reached', async () => {
    const pickle = Buffer.concat([Buffer.from('8004', 'hex'), noise(9 * MiB)]);
    const result = await read(gzipSync(pickle, { level: 1 }).subarray(0, -4));
    expect(codes(result)).toEqual([]);
    await result.parts[0]?.bytes.reach?.(pickle.length, 1);
    expect(codes(result)).toEqual(['broken-stream']);
  });

  it('ends where it breaks, and gives what came before', async () => {
    const whole = gzipSync(noise(300_000));
    whole[200_000] = (whole[200_000] ?? 0) ^ 0xff;
    whole[200_001] = (whole[200_001] ?? 0) ^ 0xff;
    const result = await read(whole);
    const content = await contentOf(result);
    expect(content.length).toBeGreaterThan(100_000);
    expect(codes(result)).not.toEqual([]);
  });

  it('stops at a bomb, and lets small ones pass', async () => {
    const zeros = gzipSync(Buffer.alloc(16 * MiB));
    expect(codes(await read(Buffer.concat(Array.from({ length: 20 }, () => zeros))))).toEqual(['bomb']);
    expect(codes(await read(gzipSync(Buffer.alloc(24 * MiB))))).toEqual([]);
  });

  it('refuses a dictionary that takes all memory', async () => {
    const lzma = Buffer.from('5d000000f0ffffffffffffffff0000000000', 'hex');
    expect(codes(await read(lzma, 'x.lzma'))).toEqual(['too-much']);
    const zstd = Buffer.from('28b52ffd00f80100', 'hex');
    expect(codes(await read(zstd, 'x.zst'))).toEqual(['too-much']);
  });

  it('spends what it decodes', async () => {
    const budget = createBudget(() => 0);
    budget.spend('inflated', LIMITS.inflated - 1000);
    const large = gzipSync(noise(2 * MiB));
    await expect(compressedFormat.read(sourceOf(large), { path: 'x', budget })).rejects.toThrow(/inflated/);
  });
});

function isResult(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'facts' in answer;
}

describe('a codec', () => {
  it.each([
    ['x^2 + y', undefined],
    ['BZhello world, this is prose', undefined],
    ['ZFS is a file system', undefined],
    ['PDF', undefined],
  ])('is not seen in the text %s', (text, codec) => {
    expect(codecOf('readme.txt', Buffer.from(text))).toBe(codec);
  });
});
