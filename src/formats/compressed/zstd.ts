import { Decompress } from 'fzstd';
import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { shardIndexAt } from '../shard-index.ts';
import { type Decoder, type Input, offsetOf, peek, skipZeros, type Trade, take, viewOf } from './input.ts';
import { isSkippable, skipFrame } from './lz4.ts';
import { xxh64 } from './xxhash.ts';

const MiB = 1024 * 1024;
const MAGIC = 0xfd2fb528;
/** Decoders need not take more than 8 MiB (RFC 8878, 3.1.1.1.2); `zstd --ultra -22` uses 128, `--long` as much. */
const LARGEST_WINDOW = 64 * MiB;
const USUAL_WINDOW = 8 * MiB;
/** Content up to here is held against its checksum, which is slow to compute. */
const CHECKED = 4 * MiB;

/** Frames of Zstandard (RFC 8878), and skippable ones, one after the other. Blocks are decoded one at a time by fzstd. */
export const zstdDecoder: Decoder = async function* decodeZstd(input, trade) {
  for (let frames = 0; ; frames++) {
    trade.budget.checkTime();
    const at = offsetOf(input);
    const head = await peek(input, 4);
    const magic = head.length < 4 ? 0 : viewOf(head).getUint32(0, true);
    if (magic === MAGIC) yield* decodeFrame(input, trade);
    else if (isSkippable(magic)) await skipFrame(input, trade);
    else if (frames === 0) throw new MalformedError('no Zstandard header', at);
    else {
      if (!(await isShardIndex(input)) && (await skipZeros(input)))
        trade.tell('trailing-bytes', `${input.size - at} bytes follow the last frame`, at);
      return;
    }
  }
};

/** Chunks of Zarr 3 lie in shards, whose index follows the last frame. */
async function isShardIndex(input: Input): Promise<boolean> {
  const rest = await peek(input, LARGEST_INDEX);
  if (rest.length === 0 || offsetOf(input) + rest.length !== input.size) return false;
  return (await shardIndexAt(sourceOf(rest), 0)) === rest.length;
}

/** Entries of 16 bytes for some thousand chunks, and a checksum. */
const LARGEST_INDEX = 64 * 1024;

interface Frame {
  readonly header: Uint8Array;
  readonly size: number | null;
  readonly checksum: boolean;
  readonly window: number;
}

const SIZE_BYTES = [0, 2, 4, 8] as const;
const ID_BYTES = [0, 1, 2, 4] as const;

/** Reads what fzstd would allocate its window by, before it does. */
async function readFrameHeader(input: Input): Promise<Frame> {
  const at = offsetOf(input);
  const flags = (await peek(input, 5))[4] ?? 0;
  const single = (flags & 0x20) !== 0;
  const idBytes = ID_BYTES[(flags & 3) as 0 | 1 | 2 | 3];
  const fields = (flags >> 6) as 0 | 1 | 2 | 3;
  const sizeBytes = fields === 0 && single ? 1 : SIZE_BYTES[fields];
  const length = 5 + (single ? 0 : 1) + idBytes + sizeBytes;
  const header = (await take(input, length)).slice();
  if ((flags & 8) !== 0) throw new MalformedError('a reserved flag is set', at + 4);
  const id = header.subarray(length - sizeBytes - idBytes, length - sizeBytes);
  if (id.some((byte) => byte !== 0)) throw new MalformedError('a frame that needs a dictionary', at);
  const size = sizeBytes === 0 ? null : sizeOf(header.subarray(length - sizeBytes));
  const window = single ? (size ?? 0) : windowOf(header[5] ?? 0);
  if (window > LARGEST_WINDOW) throw new OverBudgetError(`a window of ${window} bytes`);
  return { header, size, checksum: (flags & 4) !== 0, window };
}

function sizeOf(bytes: Uint8Array): number {
  let value = 0;
  for (let index = bytes.length - 1; index >= 0; index--) value = value * 256 + (bytes[index] ?? 0);
  return bytes.length === 2 ? value + 256 : value;
}

function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

const RLE = 1;
const RESERVED = 3;
const LARGEST_BLOCK = 128 * 1024;

async function* decodeFrame(input: Input, trade: Trade): AsyncGenerator<Uint8Array, void> {
  const at = offsetOf(input);
  const { header, size, checksum, window } = await readFrameHeader(input);
  // Frames of a few bytes with huge windows would cost time without end.
  trade.budget.spend('inflated', Math.max(0, window - USUAL_WINDOW));
  const pieces: Uint8Array[] = [];
  const decompress = new Decompress((piece) => pieces.push(piece));
  const kept: Uint8Array[] = [];
  let total = 0;
  let pending = header;
  for (let last = false; !last; ) {
    trade.budget.checkTime();
    const start = offsetOf(input);
    const head = await peek(input, 3);
    const told = (head[0] ?? 0) | ((head[1] ?? 0) << 8) | ((head[2] ?? 0) << 16);
    const kind = (told >> 1) & 3;
    if (kind === RESERVED || told >> 3 > LARGEST_BLOCK) throw new MalformedError('a block of an unknown kind', start);
    const block = await take(input, 3 + (kind === RLE ? 1 : told >> 3));
    last = (told & 1) === 1;
    // fzstd wants to see where the checksum is, and does not look at it.
    const rest = last && checksum ? CHECKSUM : NOTHING;
    push(decompress, Buffer.concat([pending, block, rest]), { last, start });
    pending = NOTHING;
    for (const piece of pieces.splice(0)) {
      total += piece.length;
      if (checksum && total <= CHECKED) kept.push(piece);
      yield piece;
    }
  }
  if (size !== null && size !== total) trade.tell('size', `${total} bytes come out, and the header tells ${size}`, at);
  if (!checksum) return;
  const end = offsetOf(input);
  const told = viewOf(await take(input, 4)).getUint32(0, true);
  if (total <= CHECKED && Number(xxh64(Buffer.concat(kept)) & 0xffffffffn) !== told) {
    trade.tell('checksum', 'the content does not have its checksum', end);
  }
}

const NOTHING = new Uint8Array(0);
const CHECKSUM = new Uint8Array(4);

/** Whatever the decoder throws is said of the bytes. */
function push(decompress: Decompress, bytes: Uint8Array, { last, start }: { last: boolean; start: number }): void {
  try {
    decompress.push(bytes, last);
  } catch (cause) {
    throw new MalformedError('a block that does not decode', start, { cause });
  }
}
