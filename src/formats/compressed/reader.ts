import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect, Format, Part, ReadContext } from '../format.ts';
import { forwardSource, joined, type Pour } from '../forward.ts';
import { standsAt } from '../magic.ts';
import { bzip2Decoder } from './bzip2.ts';
import { claimsCompressed, codecOf } from './claims.ts';
import { gzipDecoder, zfileDecoder, zlibDecoder } from './deflate.ts';
import type { Codec } from './facts.ts';
import { type Decoder, inputOf, offsetOf } from './input.ts';
import { lz4Decoder } from './lz4.ts';
import { lzmaDecoder } from './lzma-alone.ts';
import { xzDecoder } from './xz.ts';
import { zstdDecoder } from './zstd.ts';

const MiB = 1024 * 1024;
/** What a stream decodes to is kept in memory up to here; beyond, it is decoded as it is read. */
const KEPT = 4 * MiB;
/** What a stream may decode to whatever its ratio: arrays of zeros compress a thousand times and more. */
const FREE = 16 * MiB;
/** The same where Node itself decodes, which costs half a second. */
const FREE_NATIVE = 256 * MiB;

const DECODERS: Readonly<Record<Codec, Decoder>> = {
  gzip: gzipDecoder,
  zlib: zlibDecoder,
  zfile: zfileDecoder,
  bzip2: bzip2Decoder,
  xz: xzDecoder,
  lzma: lzmaDecoder,
  lz4: lz4Decoder,
  zstd: zstdDecoder,
};

/**
 * Compressed streams: gzip, zlib, bzip2, xz, LZMA, LZ4, Zstandard, and joblib's own header. What a stream decodes to is
 * its one part: in memory up to 4 MiB; larger pickles and tars are decoded once, as they are read, and their end is
 * not known before; of all others the size is found first. Each decoded byte is spent, the second time too.
 *
 * The part ends where the stream breaks, so that what a loader would carry out until then is seen.
 *
 * Defects, some of which are found while the part is read:
 * - `broken-stream`: it is cut off, or does not decode from there on.
 * - `bomb`: it decodes to LIMITS.inflateRatio times its size and more; `too-much` is a decoder that wants too much memory.
 * - `checksum`, `size`, `header`: what it tells of itself is not so.
 * - `trailing-bytes`, `skipped-bytes`: bytes that are no part of it, or that decoders skip.
 * - `escaping-name`: a name for the original that lies outside the folder.
 */
export const compressedFormat: Format<'compressed'> = {
  id: 'compressed',
  claims: claimsCompressed,
  read: async (source, context) => {
    const codec = await codecOfSource(source, context.path);
    const defects: Defect[] = [];
    const told: Told = { name: null };
    const pour = pourOf(codec, source, { context, defects, told });
    const bytes = await partOf(pour, Math.max(source.size * LIMITS.inflateRatio, freeOf(codec)), context);
    if (defects.some(({ code }) => code === 'broken-stream') && (await isProse(source, bytes))) {
      throw new MalformedError('a text that begins like a compressed stream', 0);
    }
    if (told.name !== null && escapes(told.name)) {
      defects.push({ code: 'escaping-name', message: `the original is named ${told.name}`, offset: 0 });
    }
    const parts: Part[] = bytes.size === 0 ? [] : [{ name: nameWithin(context.path), bytes }];
    return { facts: { format: 'compressed', codec, name: told.name }, parts, defects, coverage: 'whole' };
  },
};

async function codecOfSource(source: ByteSource, path: string): Promise<Codec> {
  const codec = codecOf(path, await source.read(0, Math.min(source.size, LIMITS.head)));
  if (codec === undefined) throw new MalformedError('no compressed stream', 0);
  return codec;
}

/** Words may begin like a header of zlib, `x^2`; what they decode to is noise, unlike a stream made of letters on purpose. */
async function isProse(source: ByteSource, decoded: ByteSource): Promise<boolean> {
  const [head, content] = await Promise.all(
    [source, decoded].map((bytes) => bytes.read(0, Math.min(bytes.size, LIMITS.head))),
  );
  return isText(head) && !isText(content?.subarray(0, NOISE)) && content?.[0] !== 0x80;
}

/** Bytes of a broken stream's content that tell noise from words. */
const NOISE = 16;

function isText(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined || bytes.length === 0) return false;
  return bytes.every((byte) => byte >= 0x80 || (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d));
}

interface Told {
  name: string | null;
}

interface Telling {
  readonly context: ReadContext;
  readonly defects: Defect[];
  readonly told: Told;
}

function freeOf(codec: Codec): number {
  return codec === 'gzip' || codec === 'zlib' || codec === 'zfile' ? FREE_NATIVE : FREE;
}

/** Decodes from the start, spending; ends where the stream breaks and says so, once. */
function pourOf(codec: Codec, source: ByteSource, { context, defects, told }: Telling): Pour {
  const { budget } = context;
  const tell = (code: string, message: string, offset: number): void => {
    const known = defects.some((defect) => defect.code === code && defect.offset === offset);
    if (!known && defects.length < LIMITS.findingsOfARule) defects.push({ code, message, offset });
  };
  const named = (name: string): void => {
    told.name ??= name;
  };
  return async function* pour() {
    const input = inputOf(source);
    const free = freeOf(codec);
    let made = 0;
    try {
      for await (const piece of DECODERS[codec](input, { budget, tell, named })) {
        made += piece.length;
        budget.spend('inflated', piece.length);
        budget.checkTime();
        if (made > free && made > offsetOf(input) * LIMITS.inflateRatio) {
          tell('bomb', `it decodes to more than ${LIMITS.inflateRatio} times its size`, 0);
          return;
        }
        yield piece;
      }
    } catch (error) {
      if (error instanceof MalformedError) tell('broken-stream', error.message, error.offset);
      else if (error instanceof OverBudgetError && made === 0) tell('too-much', error.message, 0);
      else throw error;
    }
  };
}

async function partOf(pour: Pour, most: number, { budget }: ReadContext): Promise<ByteSource> {
  const rest = pour();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length <= KEPT) {
    const next = await rest.next();
    if (next.done === true) return sourceOf(joined(pieces, 0, length).slice());
    pieces.push(next.value);
    length += next.value.length;
  }
  if (readsForwards(joined(pieces, 0, Math.min(length, LIMITS.head)))) {
    return forwardSource(pour, { kind: 'open', atMost: most + 2 * KEPT }, { pieces, rest });
  }
  pieces.length = 0;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) length += next.value.length;
  budget.checkTime();
  return forwardSource(pour, { kind: 'known', size: length });
}

const HIGHEST_PROTOCOL = 5;

/** Whether the only readers of bytes that begin so go forwards and need not know their end: those of pickle and tar. */
function readsForwards(head: Uint8Array): boolean {
  const [first, second = 0] = head;
  if (first === 0x80 && second >= 2 && second <= HIGHEST_PROTOCOL) return true;
  return standsAt(head, 257, 'ustar');
}

/** The name of what is compressed: without the suffix that tells so. */
function nameWithin(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const tar = name.replace(/\.t(?:gz|bz2?|xz|zst)$/i, '.tar');
  if (tar !== name) return tar;
  return name.replace(/\.(?:gz|bz2|xz|lzma|lz4|zst|z)$/i, '');
}

function escapes(name: string): boolean {
  const plain = name.replaceAll('\\', '/');
  return plain.startsWith('/') || /^[A-Za-z]:/.test(plain) || plain.split('/').includes('..');
}
