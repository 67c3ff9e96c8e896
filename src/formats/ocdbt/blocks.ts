import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { crc32c } from '../crc32c.ts';

/** Manifest, node of the tree of keys, node of the tree of versions; big-endian, unlike all that follows. */
const MAGICS: ReadonlySet<number> = new Set([0x0cdb3a2a, 0x0cdb20de, 0x0cdb1234]);
/** Magic, length of the whole, and a byte each for the version and the compression at least; the checksum ends it. */
const LEAST = 4 + 8 + 2 + 4;
const STEP = 1024 * 1024;

export function isBlock(head: Uint8Array): boolean {
  return (
    head.length >= LEAST && head[0] === 0x0c && MAGICS.has(new DataView(head.buffer, head.byteOffset).getUint32(0))
  );
}

/** Where the block at `at` ends. Throws MalformedError unless its checksum holds. */
export async function blockAt(source: ByteSource, at: number, budget: Budget): Promise<number> {
  const head = await source.read(at, LEAST);
  const length = Number(new DataView(head.buffer, head.byteOffset).getBigUint64(4, true));
  if (length < LEAST || at + length > source.size) throw new MalformedError(`a block of ${length} bytes`, at + 4);
  let crc = 0;
  for (let done = 0; done < length - 4; done += STEP) {
    budget.checkTime();
    crc = crc32c(await source.read(at + done, Math.min(STEP, length - 4 - done)), crc);
  }
  const told = await source.read(at + length - 4, 4);
  if (new DataView(told.buffer, told.byteOffset).getUint32(0, true) !== crc)
    throw new MalformedError('a block does not have its checksum', at + length - 4);
  return at + length;
}
