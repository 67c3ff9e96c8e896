import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';

/** As much as is read at once of a vocabulary. */
const WINDOW = 256 * 1024;
/** Behind a tensor comes the head of the next one, and more tensors than that. */
const AFTER_JUMP = 4 * 1024;

/** Goes forward through a file in which heads and data take turns. Past the end throws MalformedError. */
export interface Walker {
  readonly position: () => number;
  readonly left: () => number;
  readonly u32: () => Promise<number>;
  /** The next bytes, in place: they stand until the next call. */
  readonly take: (length: number) => Promise<Uint8Array>;
  readonly skip: (length: number) => void;
}

export function walkerOver(source: ByteSource, budget: Budget): Walker {
  let bytes: Uint8Array = new Uint8Array(0);
  let start = 0;
  let position = 0;
  const left = (): number => source.size - position;
  const demand = (length: number): void => {
    if (length > left()) throw new MalformedError(`${length} bytes are told, and the file ends before`, position);
  };
  const take = async (length: number): Promise<Uint8Array> => {
    demand(length);
    if (position + length > start + bytes.length) {
      budget.checkTime();
      const window = position > start + bytes.length ? AFTER_JUMP : WINDOW;
      bytes = await source.read(position, Math.min(Math.max(length, window), left()));
      start = position;
    }
    const at = position - start;
    position += length;
    return bytes.subarray(at, at + length);
  };
  return {
    position: () => position,
    left,
    take,
    u32: async () => {
      const [a = 0, b = 0, c = 0, d = 0] = await take(4);
      return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
    },
    skip: (length) => {
      demand(length);
      position += length;
    },
  };
}
