import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { crc32c, masked } from '../crc32c.ts';
import { unsnap } from '../snappy.ts';

/** One entry of a sorted table. */
export interface TableEntry {
  readonly key: string;
  readonly value: Uint8Array;
  /** Of the block it stands in. */
  readonly offset: number;
}

const FOOTER = 48;
const TRAILER = 5;
/** LevelDB table_format.md: the first eight bytes of a SHA-1. */
const MAGIC = 0xdb4775248b80fb57n;

/** The entries of a LevelDB table (google/leveldb, doc/table_format.md), which is how TensorFlow keeps its index. */
export async function tableEntries(source: ByteSource): Promise<readonly TableEntry[]> {
  if (source.size > LIMITS.document) throw new OverBudgetError(`an index of ${source.size} bytes`);
  if (source.size < FOOTER) throw new MalformedError('a table without its footer', source.size);
  const bytes = new Uint8Array(await source.read(0, source.size));
  const start = bytes.length - FOOTER;
  const magic = new DataView(bytes.buffer, bytes.byteOffset + start).getBigUint64(FOOTER - 8, true);
  if (magic !== MAGIC) throw new MalformedError('a table without its magic number', start + FOOTER - 8);
  const meta = handleAt(bytes, start);
  const index = handleAt(bytes, meta.end);
  // Nothing is kept in it, and it has a checksum all the same.
  blockAt(bytes, meta);
  if (bytes.subarray(index.end, start + FOOTER - 8).some((byte) => byte !== 0))
    throw new MalformedError('a footer with more than it has to say', index.end);
  const entries: TableEntry[] = [];
  for (const { value } of blockEntries(blockAt(bytes, index), index.offset)) {
    const handle = handleAt(value, 0);
    entries.push(...blockEntries(blockAt(bytes, handle), handle.offset));
    if (entries.length > LIMITS.archiveEntries) throw new OverBudgetError(`more than ${LIMITS.archiveEntries} entries`);
  }
  return entries;
}

interface Handle {
  readonly offset: number;
  readonly size: number;
  readonly end: number;
}

function handleAt(bytes: Uint8Array, at: number): Handle {
  const offset = varintAt(bytes, at);
  const size = varintAt(bytes, offset.end);
  return { offset: offset.value, size: size.value, end: size.end };
}

function blockAt(bytes: Uint8Array, { offset, size }: Handle): Uint8Array {
  if (offset + size + TRAILER > bytes.length) throw new MalformedError('a block reaches past the end', bytes.length);
  const block = bytes.subarray(offset, offset + size);
  const told = new DataView(bytes.buffer, bytes.byteOffset + offset + size + 1, 4).getUint32(0, true);
  if (told !== masked(crc32c(bytes.subarray(offset, offset + size + 1))))
    throw new MalformedError('a block does not have its checksum', offset);
  const compression = bytes[offset + size];
  if (compression === 0) return block;
  if (compression === 1) return unsnap(block, LIMITS.document);
  throw new MalformedError(`a block is compressed with ${compression}`, offset + size);
}

function* blockEntries(block: Uint8Array, offset: number): Iterable<TableEntry> {
  if (block.length < 4) throw new MalformedError('a block without an end', offset);
  const restarts = new DataView(block.buffer, block.byteOffset + block.length - 4).getUint32(0, true);
  const end = block.length - 4 - 4 * restarts;
  if (end < 0) throw new MalformedError('a block with more restarts than bytes', offset);
  let before = new Uint8Array(0);
  for (let at = 0; at < end; ) {
    const shared = varintAt(block, at);
    const own = varintAt(block, shared.end);
    const size = varintAt(block, own.end);
    const valueStart = size.end + own.value;
    if (valueStart + size.value > end || shared.value > before.length)
      throw new MalformedError('an entry reaches past its block', offset);
    const key = new Uint8Array(shared.value + own.value);
    key.set(before.subarray(0, shared.value));
    key.set(block.subarray(size.end, valueStart), shared.value);
    before = key;
    yield { key: new TextDecoder().decode(key), value: block.subarray(valueStart, valueStart + size.value), offset };
    at = valueStart + size.value;
  }
}

function varintAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    const byte = bytes[start + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  throw new MalformedError('a number without an end', Math.min(start, bytes.length));
}
