import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { inputOf } from '../compressed/input.ts';
import { lz4Decoder } from '../compressed/lz4.ts';
import { zstdDecoder } from '../compressed/zstd.ts';

/** Codecs of Message.fbs: frames of LZ4, and Zstandard. */
const [LZ4, ZSTD] = [0, 1] as const;

/** What is unpacked of one file; buffers beyond are looked at as they are told. */
const MOST = 64 * 1024 * 1024;

/** Unpacks the buffers of one file, as long as they are few enough. */
export interface Unpacker {
  readonly budget: Budget;
  left: number;
}

export function unpacker(budget: Budget): Unpacker {
  return { budget, left: MOST };
}

/** The bytes of a buffer that is to have `size` of them: `skipped` where that is too many, null where it does not unpack to so many. */
export async function unpackBuffer(
  unpacking: Unpacker,
  packed: ByteSource,
  codec: number,
  size: number,
): Promise<Uint8Array | 'skipped' | null> {
  if (codec !== LZ4 && codec !== ZSTD) return null;
  if (size > unpacking.left) return 'skipped';
  unpacking.left -= size;
  const { budget } = unpacking;
  let told = false;
  const tell = (): void => {
    told = true;
  };
  // No room is made for what a buffer only says that it has.
  const pieces: Uint8Array[] = [];
  let at = 0;
  try {
    const decode = codec === LZ4 ? lz4Decoder : zstdDecoder;
    for await (const piece of decode(inputOf(packed), { budget, tell, named: () => {} })) {
      if (at + piece.length > size) return null;
      pieces.push(piece.slice());
      at += piece.length;
    }
  } catch (error) {
    if (error instanceof OverBudgetError || !(error instanceof MalformedError)) throw error;
    return null;
  }
  return at === size && !told ? Buffer.concat(pieces) : null;
}
