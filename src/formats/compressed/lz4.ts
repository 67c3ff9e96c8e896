import { MalformedError } from '../../kernel/bytes.ts';
import { createHistory, drain, forget, type History, isFull, makeRoom, repeat } from './history.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, type Trade, take, viewOf } from './input.ts';
import { createXxh32, xxh32 } from './xxhash.ts';

const KiB = 1024;
const MiB = 1024 * KiB;
/** Matches reach 64 KiB back. */
const REACH = 64 * KiB;

const FRAME = 0x184d2204;
const LEGACY = 0x184c2102;
const LEGACY_BLOCK = 8 * MiB;
/** Whether a magic number begins bytes that decoders skip: 0x184D2A50 to 5F. */
export function isSkippable(magic: number): boolean {
  return magic >>> 4 === 0x184d2a5;
}

/** Frames of LZ4 (LZ4 Frame Format 1.6.4), of its older format, and skippable ones, one after the other. */
export const lz4Decoder: Decoder = async function* decodeLz4(input, trade) {
  for (let frames = 0; ; frames++) {
    trade.budget.checkTime();
    const at = offsetOf(input);
    const head = await peek(input, 4);
    const magic = head.length < 4 ? 0 : viewOf(head).getUint32(0, true);
    const known = magic === FRAME || magic === LEGACY || isSkippable(magic);
    if (!known && frames > 0) {
      if (await skipZeros(input)) trade.tell('trailing-bytes', `${input.size - at} bytes follow the last frame`, at);
      return;
    }
    if (!known) throw new MalformedError('no LZ4 header', at);
    if (isSkippable(magic)) await skipFrame(input, trade);
    else if (magic === FRAME) yield* decodeFrame(input, trade);
    else yield* decodeLegacy(input, trade);
  }
};

/** Goes over a skippable frame, in which anything may lie. */
export async function skipFrame(input: Input, { tell }: Trade): Promise<void> {
  const at = offsetOf(input);
  const size = viewOf(await take(input, 8)).getUint32(4, true);
  if (size > input.size - offsetOf(input)) throw new MalformedError('a skippable frame is cut off', at);
  if (size > 0) tell('skipped-bytes', `${size} bytes that decoders skip`, at);
  input.seek(offsetOf(input) + size);
}

interface Frame {
  readonly independent: boolean;
  readonly blockChecksum: boolean;
  readonly contentChecksum: boolean;
  readonly size: number | null;
  readonly largest: number;
}

async function readFrameHeader(input: Input, { tell }: Trade): Promise<Frame> {
  const at = offsetOf(input);
  await take(input, 4);
  const [flags = 0, sizes = 0] = await peek(input, 2);
  if (flags >> 6 !== 1) throw new MalformedError('an LZ4 frame of an unknown version', at);
  if ((flags & 1) !== 0) throw new MalformedError('an LZ4 frame that needs a dictionary', at);
  const sized = (flags & 8) !== 0;
  const header = (await take(input, sized ? 10 : 2)).slice();
  const [checksum] = await take(input, 1);
  if (checksum !== ((xxh32(header) >>> 8) & 0xff)) tell('checksum', 'the header does not have its checksum', at);
  const largest = (sizes >> 4) & 7;
  if (largest < 4) throw new MalformedError('blocks of an unknown size', at);
  return {
    independent: (flags & 0x20) !== 0,
    blockChecksum: (flags & 0x10) !== 0,
    contentChecksum: (flags & 4) !== 0,
    size: sized ? Number(viewOf(header).getBigUint64(2, true)) : null,
    largest: 2 ** (8 + 2 * largest),
  };
}

async function* decodeFrame(input: Input, trade: Trade): AsyncGenerator<Uint8Array, void> {
  const at = offsetOf(input);
  const frame = await readFrameHeader(input, trade);
  const history = createHistory(REACH);
  const hash = createXxh32();
  let total = 0;
  const poured = (): Uint8Array => {
    const piece = drain(history);
    total += piece.length;
    if (frame.contentChecksum) hash.update(piece);
    return piece;
  };
  try {
    for (;;) {
      trade.budget.checkTime();
      const start = offsetOf(input);
      const told = viewOf(await take(input, 4)).getUint32(0, true);
      if (told === 0) break;
      const size = told & 0x7fffffff;
      if (size > frame.largest) throw new MalformedError('a block that is larger than it may be', start);
      const block = await take(input, size);
      if (frame.independent) forget(history);
      decodeBlock(history, block, { plain: told >= 0x80000000, largest: frame.largest, start });
      if (frame.blockChecksum) await checkBlock(input, block.slice(), trade);
      if (isFull(history)) yield poured();
    }
  } finally {
    if (history.at > history.given) yield poured();
  }
  if (frame.size !== null && frame.size !== total) {
    trade.tell('size', `${total} bytes come out, and the header tells ${frame.size}`, at);
  }
  if (!frame.contentChecksum) return;
  const end = offsetOf(input);
  if (viewOf(await take(input, 4)).getUint32(0, true) !== hash.digest()) {
    trade.tell('checksum', 'the content does not have its checksum', end);
  }
}

async function checkBlock(input: Input, block: Uint8Array, { tell }: Trade): Promise<void> {
  const at = offsetOf(input);
  const told = viewOf(await take(input, 4)).getUint32(0, true);
  if (told !== xxh32(block)) tell('checksum', 'a block does not have its checksum', at);
}

interface Block {
  readonly plain: boolean;
  readonly largest: number;
  readonly start: number;
}

/** Unpacks one block that stands without a frame (LZ4 Block Format), to at most `largest` bytes. Throws MalformedError. */
export function unlz4(block: Uint8Array, largest: number): Uint8Array {
  const history = createHistory(REACH);
  decodeBlock(history, block, { plain: false, largest, start: 0 });
  return drain(history);
}

function decodeBlock(history: History, block: Uint8Array, { plain, largest, start }: Block): void {
  makeRoom(history, largest);
  if (plain) {
    history.bytes.set(block, history.at);
    history.at += block.length;
    return;
  }
  const end = history.at + largest;
  let pos = 0;
  const long = (first: number): number => {
    let length = first;
    for (let byte = 255; byte === 255; ) {
      if (pos >= block.length) throw new MalformedError('a block is cut off', start);
      byte = block[pos++] ?? 0;
      length += byte;
    }
    return length;
  };
  while (pos < block.length) {
    const token = block[pos++] ?? 0;
    const literals = token >> 4 === 15 ? long(15) : token >> 4;
    if (literals > block.length - pos || history.at + literals > end) {
      throw new MalformedError('literals past the end of a block', start);
    }
    history.bytes.set(block.subarray(pos, pos + literals), history.at);
    history.at += literals;
    pos += literals;
    if (pos === block.length) return;
    const distance = (block[pos] ?? 0) | ((block[pos + 1] ?? 0) << 8);
    pos += 2;
    const length = ((token & 15) === 15 ? long(15) : token & 15) + 4;
    if (pos > block.length || history.at + length > end)
      throw new MalformedError('a match past the end of a block', start);
    repeat(history, distance, length);
  }
}

async function* decodeLegacy(input: Input, trade: Trade): AsyncGenerator<Uint8Array, void> {
  await take(input, 4);
  const history = createHistory(REACH);
  for (;;) {
    trade.budget.checkTime();
    const start = offsetOf(input);
    const head = await peek(input, 4);
    if (head.length === 0) return;
    const size = head.length < 4 ? 0 : viewOf(head).getUint32(0, true);
    if (size === FRAME || size === LEGACY || isSkippable(size) || size === 0) return;
    if (size > 2 * LEGACY_BLOCK) throw new MalformedError('a block that is larger than it may be', start);
    await take(input, 4);
    const block = await take(input, size);
    forget(history);
    try {
      decodeBlock(history, block, { plain: false, largest: LEGACY_BLOCK, start });
    } finally {
      yield drain(history);
    }
  }
}
