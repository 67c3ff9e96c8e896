import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { createCrc64 } from './crc64.ts';
import { type Filter, filterOf } from './filters.ts';
import { drain, makeRoom } from './history.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, type Trade, take, viewOf } from './input.ts';
import {
  beginRange,
  createLzma,
  decodeLzma,
  type Lzma,
  propertiesOf,
  RANGE_BYTES,
  resetState,
  SYMBOL_BYTES,
} from './lzma.ts';

const MiB = 1024 * 1024;
/** `xz -9` uses 64 MiB; twice that would be all the memory there is. */
export const LARGEST_DICTIONARY = 64 * MiB;
const SMALLEST_DICTIONARY = 4096;

const MAGIC = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] as const;
const HEADER = 12;
/** Sizes of the checks by their ids (xz file format 1.2.1, 2.1.1.2). */
const CHECK_SIZES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64] as const;

/** Streams of xz (The .xz File Format 1.2.1), one after the other. Filters other than LZMA2 are not undone. */
export const xzDecoder: Decoder = async function* decodeXz(input, trade) {
  for (;;) {
    yield* decodeStream(input, trade);
    const end = offsetOf(input);
    const more = await skipZeros(input);
    if ((offsetOf(input) - end) % 4 !== 0)
      trade.tell('trailing-bytes', 'zeros behind a stream that fill nothing up', end);
    if (!more) return;
    const next = await peek(input, MAGIC.length);
    if (MAGIC.every((byte, index) => next[index] === byte)) continue;
    trade.tell('trailing-bytes', `${input.size - end} bytes follow the last stream`, end);
    return;
  }
};

async function* decodeStream(input: Input, trade: Trade): AsyncGenerator<Uint8Array, void> {
  const at = offsetOf(input);
  const header = (await take(input, HEADER)).slice();
  if (!MAGIC.every((byte, index) => header[index] === byte)) throw new MalformedError('no xz header', at);
  const check = header[7] ?? 0;
  if (header[6] !== 0 || check > 15) throw new MalformedError('an xz stream of an unknown kind', at + 6);
  if (viewOf(header).getUint32(8, true) !== crc32(header.subarray(6, 8))) {
    trade.tell('checksum', 'the header does not have its CRC', at + 8);
  }
  let blocks = 0;
  const done: Sizes[] = [];
  for (;;) {
    trade.budget.checkTime();
    const [size = 0] = await peek(input, 1);
    if ((await input.fill(1)) === 0) throw new MalformedError('the stream is cut off', offsetOf(input));
    if (size === 0) break;
    yield* decodeBlock(input, check, trade, done);
    blocks += 1;
  }
  const indexAt = offsetOf(input);
  await readIndex(input, blocks, trade, done);
  const indexed = offsetOf(input) - indexAt;
  const footer = await take(input, HEADER);
  if (footer[10] !== 0x59 || footer[11] !== 0x5a) throw new MalformedError('no xz footer', offsetOf(input) - 2);
  if (
    viewOf(footer).getUint32(0, true) !== crc32(footer.subarray(4, 10)) ||
    footer[9] !== check ||
    (viewOf(footer).getUint32(4, true) + 1) * 4 !== indexed
  ) {
    trade.tell('checksum', 'the footer does not have its CRC, or is of another index', offsetOf(input) - HEADER);
  }
}

/** What the index tells of a block: its bytes without what fills it up, and what it decodes to. */
interface Sizes {
  readonly packed: number;
  readonly plain: number;
}

/** Blocks that are held against the index. */
const MOST_HELD = 100_000;

async function* decodeBlock(
  input: Input,
  check: number,
  trade: Trade,
  done: Sizes[],
): AsyncGenerator<Uint8Array, void> {
  const start = offsetOf(input);
  const { dictionary, filters, sizes } = await readBlockHeader(input, trade);
  const begin = offsetOf(input);
  const hash = createCheck(check);
  let plain = 0;
  const unpacked: AsyncIterable<Uint8Array> = decodeLzma2(input, dictionary, trade);
  // The one that was done last is undone first.
  for await (const piece of filters.reduceRight((pieces, filter) => filter(pieces), unpacked)) {
    hash.update(piece);
    plain += piece.length;
    yield piece;
  }
  const packed = offsetOf(input) - begin;
  if ((sizes.packed ?? packed) !== packed || (sizes.plain ?? plain) !== plain)
    trade.tell('checksum', 'a block of other sizes than its header tells', start);
  if (done.length < MOST_HELD) done.push({ packed: packed + begin - start + (CHECK_SIZES[check] ?? 0), plain });
  if ((await take(input, (4 - (packed % 4)) % 4)).some((byte) => byte !== 0))
    trade.tell('skipped-bytes', 'what fills up a block is filled', begin + packed);
  const at = offsetOf(input);
  const told = await take(input, CHECK_SIZES[check] ?? 0);
  const found = hash.digest();
  if (found !== null && Buffer.compare(found, told) !== 0)
    trade.tell('checksum', 'a block does not have its check', at);
}

interface Check {
  update(bytes: Uint8Array): void;
  /** Null when this kind of check is not known. */
  digest(): Uint8Array | null;
}

function createCheck(check: number): Check {
  if (check === 1) {
    let crc = 0;
    return {
      update: (bytes) => {
        crc = crc32(bytes, crc);
      },
      digest: () => new Uint8Array(Uint32Array.of(crc).buffer),
    };
  }
  if (check === 4) return createCrc64();
  if (check === 10) {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  }
  return { update: () => {}, digest: () => (check === 0 ? new Uint8Array(0) : null) };
}

const LZMA2 = 0x21;

interface BlockHeader {
  /** Bytes of the dictionary. */
  readonly dictionary: number;
  /** In the order in which they were done before packing. */
  readonly filters: readonly Filter[];
  /** Where the header tells them. */
  readonly sizes: { readonly packed: number | null; readonly plain: number | null };
}

async function readBlockHeader(input: Input, { tell }: Trade): Promise<BlockHeader> {
  const at = offsetOf(input);
  const size = (((await peek(input, 1))[0] ?? 0) + 1) * 4;
  const header = await take(input, size);
  if (viewOf(header).getUint32(size - 4, true) !== crc32(header.subarray(0, size - 4))) {
    tell('checksum', 'the header of a block does not have its CRC', at);
  }
  const flags = header[1] ?? 0;
  const fields = { bytes: header, pos: 2 };
  const packed = (flags & 0x40) === 0 ? null : readNumber(fields, at);
  const plain = (flags & 0x80) === 0 ? null : readNumber(fields, at);
  const filters: Filter[] = [];
  for (let index = 0; index < (flags & 3); index++) {
    const id = readNumber(fields, at);
    const length = readNumber(fields, at);
    const filter = filterOf(id, header.subarray(fields.pos, fields.pos + length));
    if (filter === null) throw new MalformedError('a filter that is not undone here', at);
    filters.push(filter);
    fields.pos += length;
  }
  if (readNumber(fields, at) !== LZMA2) throw new MalformedError('a filter that is not undone here', at);
  const properties = readNumber(fields, at);
  if (header.subarray(fields.pos + properties, size - 4).some((byte) => byte !== 0))
    tell('skipped-bytes', 'the padding of a header is filled', at);
  const dictionary = lzma2Dictionary(header.subarray(fields.pos, fields.pos + properties));
  return { dictionary, filters, sizes: { packed, plain } };
}

/** The dictionary of LZMA2 by its one byte of properties; no larger than what is unpacked, where that is known. */
export function lzma2Dictionary(properties: Uint8Array, unpacked = Number.POSITIVE_INFINITY): number {
  const [bits = 255] = properties;
  if (properties.length !== 1 || bits > 40) throw new MalformedError('no dictionary', 0);
  return dictionaryOf(Math.min(unpacked, bits === 40 ? 0xffffffff : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11)));
}

/** Throws OverBudgetError for one that would take more memory than there is. */
export function dictionaryOf(size: number): number {
  if (size > LARGEST_DICTIONARY) throw new OverBudgetError(`a dictionary of ${size} bytes`);
  return Math.max(size, SMALLEST_DICTIONARY);
}

/** A number in groups of seven bits (1.2). */
function readNumber(fields: { readonly bytes: Uint8Array; pos: number }, at: number): number {
  let value = 0;
  for (let shift = 0; shift < 49; shift += 7) {
    const byte = fields.bytes[fields.pos++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** shift;
    if ((byte & 0x80) === 0) return value;
  }
  throw new MalformedError('a number without an end', at);
}

async function readIndex(input: Input, blocks: number, { tell, budget }: Trade, done: readonly Sizes[]): Promise<void> {
  const at = offsetOf(input);
  let crc = 0;
  let length = 0;
  const next = async (): Promise<number> => {
    const byte = await take(input, 1);
    crc = crc32(byte, crc);
    length += 1;
    return byte[0] ?? 0;
  };
  const number = async (): Promise<number> => {
    let value = 0;
    for (let shift = 0; shift < 63; shift += 7) {
      const byte = await next();
      value += (byte & 0x7f) * 2 ** shift;
      if ((byte & 0x80) === 0) return value;
    }
    throw new MalformedError('a number without an end', at);
  };
  await next();
  const records = await number();
  if (records !== blocks) throw new MalformedError('an index of other blocks', at);
  let differs = false;
  for (let index = 0; index < records; index++) {
    const [packed, plain] = [await number(), await number()];
    const block = done[index] ?? { packed, plain };
    differs ||= block.packed !== packed || block.plain !== plain;
    if (index % 4096 === 0) budget.checkTime();
  }
  let filled = 0;
  for (let padding = (4 - (length % 4)) % 4; padding > 0; padding--) filled |= await next();
  if (differs || filled !== 0) tell('checksum', 'an index of other blocks than there are', at);
  if (viewOf(await take(input, 4)).getUint32(0, true) !== crc) tell('checksum', 'the index does not have its CRC', at);
}

const NO_PROPERTIES = propertiesOf(0);
/** Chunks hold at most 64 KiB compressed, 2 MiB plain. */
const CHUNK_HEADER = 6;

/** LZMA2: chunks of LZMA or of plain bytes, which may reset what was learnt. */
export async function* decodeLzma2(input: Input, dictionary: number, trade: Trade): AsyncGenerator<Uint8Array, void> {
  const lzma = createLzma(dictionary, NO_PROPERTIES);
  try {
    yield* decodeChunks(input, lzma, trade);
  } finally {
    // What came before a fault is wanted too.
    if (lzma.history.at > lzma.history.given) yield drain(lzma.history);
  }
}

async function* decodeChunks(input: Input, lzma: Lzma, { budget }: Trade): AsyncGenerator<Uint8Array, void> {
  let learnt = false;
  for (;;) {
    budget.checkTime();
    const at = offsetOf(input);
    const [control = 0] = await take(input, 1);
    if (control === 0) return;
    if (control >= 0x80) {
      const head = viewOf(await peek(input, CHUNK_HEADER));
      if (head.byteLength < CHUNK_HEADER) throw new MalformedError('the stream is cut off', at);
      const plain = ((control & 0x1f) << 16) + head.getUint16(0) + 1;
      const packed = head.getUint16(2) + 1;
      const reset = (control >> 5) & 3;
      input.pos += reset >= 2 ? 5 : 4;
      if (reset >= 2) resetState(lzma, propertiesOf(head.getUint8(4)));
      else if (!learnt) throw new MalformedError('LZMA without properties', at);
      else if (reset === 1) resetState(lzma, lzma.properties);
      learnt = true;
      if (reset === 3) lzma.position = 0;
      yield* decodeChunk(input, lzma, { plain, packed });
    } else if (control <= 2) {
      const size = viewOf(await take(input, 2)).getUint16(0) + 1;
      if (control === 1) lzma.position = 0;
      const bytes = await take(input, size);
      makeRoom(lzma.history, size);
      lzma.history.bytes.set(bytes, lzma.history.at);
      lzma.history.at += size;
      lzma.position += size;
    } else throw new MalformedError('a chunk of an unknown kind', at);
    if (lzma.history.at - lzma.history.given >= MiB) yield drain(lzma.history);
  }
}

async function* decodeChunk(
  input: Input,
  lzma: Lzma,
  { plain, packed }: { readonly plain: number; readonly packed: number },
): AsyncGenerator<Uint8Array, void> {
  const at = offsetOf(input);
  lzma.bytes = await take(input, packed);
  lzma.pos = 0;
  lzma.end = packed;
  if (packed < RANGE_BYTES) throw new MalformedError('a chunk too short', at);
  beginRange(lzma);
  let left = plain;
  while (left > 0) {
    const { pause, made } = decodeLzma(lzma, left, lzma.end + SYMBOL_BYTES);
    left -= made;
    if (pause === 'marker') throw new MalformedError('an end where there is none', at);
    if (pause === 'full') yield drain(lzma.history);
  }
  if (lzma.pos !== lzma.end) throw new MalformedError('a chunk that is longer than it decodes', at);
  // An encoder ends so that nothing is left over, and the library asks for it.
  if (lzma.code !== 0) throw new MalformedError('a chunk that does not end where its coder does', at);
}
