import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';

const KiB = 1024;
const STEP = 1024 * KiB;

/** Compressed bytes, a window of which is in memory: decoders take them synchronously once they are there. */
export interface Input {
  readonly size: number;
  bytes: Uint8Array;
  /** Next byte, in `bytes`. */
  pos: number;
  /** Offset of `bytes[0]` in the source. */
  start: number;
  /** Reads on, so that `length` bytes from the next on, or all there are, are in memory. Answers how many are. */
  fill(length: number): Promise<number>;
  /** Goes on elsewhere. */
  seek(offset: number): void;
}

export function inputOf(source: ByteSource): Input {
  const input: Input = {
    size: source.size,
    bytes: new Uint8Array(0),
    pos: 0,
    start: 0,
    fill: async (length) => {
      const left = input.bytes.length - input.pos;
      if (left >= length) return left;
      const at = offsetOf(input);
      const wanted = Math.min(Math.max(length, STEP), Math.max(0, input.size - at));
      if (wanted <= left) return left;
      input.bytes = await source.read(at, wanted);
      input.start = at;
      input.pos = 0;
      return wanted;
    },
    seek: (offset) => {
      const index = offset - input.start;
      if (index >= 0 && index <= input.bytes.length) input.pos = index;
      else Object.assign(input, { bytes: new Uint8Array(0), start: offset, pos: 0 });
    },
  };
  return input;
}

/** Offset of the next byte in the source. */
export function offsetOf({ start, pos }: Input): number {
  return start + pos;
}

/** The next `length` bytes, taken. Throws MalformedError when there are fewer. */
export async function take(input: Input, length: number): Promise<Uint8Array> {
  if ((await input.fill(length)) < length) throw new MalformedError('the stream is cut off', offsetOf(input));
  const taken = input.bytes.subarray(input.pos, input.pos + length);
  input.pos += length;
  return taken;
}

/** The next bytes, not taken; fewer when the input ends. */
export async function peek(input: Input, length: number): Promise<Uint8Array> {
  const there = await input.fill(length);
  return input.bytes.subarray(input.pos, input.pos + Math.min(there, length));
}

/** Skips NUL bytes. Answers whether anything else follows. */
export async function skipZeros(input: Input): Promise<boolean> {
  for (;;) {
    const there = await input.fill(1);
    if (there === 0) return false;
    while (input.pos < input.bytes.length && input.bytes[input.pos] === 0) input.pos += 1;
    if (input.pos < input.bytes.length) return true;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What a decoder has besides its input. */
export interface Trade {
  readonly budget: Budget;
  /** Something is wrong that does not keep the stream from being decoded. */
  readonly tell: (code: Defect['code'], message: string, offset: number) => void;
  /** A name of the original that the stream tells. */
  readonly named: (name: string) => void;
}

/**
 * Decodes a stream from the input's next byte to the end of the input. Yields pieces of at most a few MiB. Throws
 * MalformedError where it cannot go on, OverBudgetError where it may not; what came before was yielded.
 */
export type Decoder = (input: Input, trade: Trade) => AsyncGenerator<Uint8Array, void>;
