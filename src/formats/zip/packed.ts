import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { bzip2Decoder } from '../compressed/bzip2.ts';
import { type Decoder, inputOf } from '../compressed/input.ts';
import { lzmaDecoder } from '../compressed/lzma-alone.ts';
import { xzDecoder } from '../compressed/xz.ts';
import { zstdDecoder } from '../compressed/zstd.ts';
import { forwardSource, joined } from '../forward.ts';
import { assertNoBomb } from './inflate.ts';

const LZMA = 14;
/** APPNOTE 4.4.5: bzip2, LZMA, Zstandard, xz. Python's zipfile reads the first two, and so do NumPy and Keras; PyTorch none. */
const DECODERS: ReadonlyMap<number, Decoder> = new Map([
  [12, bzip2Decoder],
  [LZMA, lzmaDecoder],
  [93, zstdDecoder],
  [95, xzDecoder],
]);

/** Whether a member is a compressed stream of its own. */
export function isPacked(method: number): boolean {
  return DECODERS.has(method);
}

/** A member's packed bytes within a source, and what they are said to unpack to. */
export interface Packed {
  readonly method: number;
  readonly source: ByteSource;
  readonly start: number;
  readonly stored: number;
  readonly size: number;
}

/** A source that unpacks as it is read, forwards. Throws MalformedError where the stream does not go on. */
export function unpackedSource(packed: Packed, budget: Budget): ByteSource {
  const forward = forwardSource(() => poured(packed, budget), { kind: 'known', size: packed.size });
  return {
    size: packed.size,
    read: async (offset, length) => {
      assertNoBomb(packed.stored, packed.size);
      return forward.read(offset, length);
    },
  };
}

/** What a stream unpacks to, up to `most` bytes and one piece; where it breaks, the message says how. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  readonly broken: string | null;
}

/** Unpacks at once. A stream that breaks gives what came before: loaders that go forwards have it. */
export async function unpackWhole(packed: Packed, most: number, budget: Budget): Promise<Unpacked> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let broken: string | null = null;
  const told = (message: string): void => {
    broken ??= message;
  };
  try {
    for await (const piece of poured(packed, budget, told)) {
      pieces.push(piece);
      length += piece.length;
      if (length > most) break;
    }
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    told(error.message);
  }
  return { bytes: joined(pieces, 0, length), broken };
}

async function* poured(packed: Packed, budget: Budget, tell: (message: string) => void = () => {}) {
  const bytes = await streamOf(packed);
  const decode = DECODERS.get(packed.method);
  if (decode === undefined) return;
  const trade = { budget, tell: (_: string, message: string) => tell(message), named: () => {} };
  for await (const piece of decode(inputOf(bytes), trade)) {
    budget.spend('inflated', piece.length);
    budget.checkTime();
    yield piece;
  }
}

/** Version, size of the properties, properties (APPNOTE 5.8.8). */
const LZMA_HEADER = 9;
const ALONE_HEADER = 13;

async function streamOf({ method, source, start, stored, size }: Packed): Promise<ByteSource> {
  const bytes = sliceOf(source, start, stored);
  if (method !== LZMA) return bytes;
  if (stored <= LZMA_HEADER) throw new MalformedError('no header of LZMA', start);
  return asLzmaAlone(bytes, size);
}

/** The same stream in the format before xz: its properties, its size, and what follows. */
async function asLzmaAlone(packed: ByteSource, size: number): Promise<ByteSource> {
  const header = Buffer.alloc(ALONE_HEADER);
  header.set((await packed.read(4, 5)).subarray(0, 5));
  header.writeBigUInt64LE(size > 0 ? BigInt(size) : UNTOLD, 5);
  const length = ALONE_HEADER + packed.size - LZMA_HEADER;
  const read = async (offset: number, wanted: number): Promise<Uint8Array> => {
    const head = header.subarray(offset, offset + wanted);
    if (head.length === wanted) return head;
    const from = Math.max(0, offset - ALONE_HEADER) + LZMA_HEADER;
    return Buffer.concat([head, await packed.read(from, wanted - head.length)]);
  };
  return { size: length, read };
}

/** The end is marked in the stream. */
const UNTOLD = 0xffffffffffffffffn;
