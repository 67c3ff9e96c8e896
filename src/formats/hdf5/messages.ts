import { MalformedError } from '../../kernel/bytes.ts';
import type { Stretch } from '../among-numbers.ts';
import type { Defect, Part } from '../format.ts';
import { lookup3 } from './checksum.ts';
import { Cursor, type Pages } from './pages.ts';
import type { Superblock } from './superblock.ts';

/** One header message, its data not decoded. */
export interface Message {
  readonly type: number;
  readonly data: Uint8Array;
  /** Where the data stands in the file. */
  readonly at: number;
  /** Whether it stands elsewhere and this is a pointer to it. */
  readonly shared: boolean;
}

export interface Reading {
  readonly pages: Pages;
  readonly superblock: Superblock;
  /** Counts work; throws OverBudgetError when there was too much. */
  readonly step: (amount?: number) => void;
  /** Notes bytes that are not looked at. */
  readonly leave: (bytes: number) => void;
  /** Notes a defect that does not keep the reader from going on. */
  readonly note: (defect: Defect) => void;
  /** Where values of data sets begin. */
  readonly stretches: Stretch[];
  /** What in chunks that were packed is a file. */
  readonly parts: Part[];
}

const CONTINUATION = 0x10;
const SHARED = 0x02;
/** Blocks of one header, which lists of attributes need; genuine ones have some dozens. */
const MOST_BLOCKS = 4096;
/** One block of a header; the library's own bound for a message is 64 KiB. */
const LARGEST_BLOCK = 16 * 1024 * 1024;

interface Block {
  readonly start: number;
  readonly length: number;
}

/** All messages of the object header at `address` (specification IV.A), its continuation blocks included. */
export async function readMessages(reading: Reading, address: number): Promise<readonly Message[]> {
  const { pages, superblock } = reading;
  const start = superblock.base + address;
  const [first = 0, , , fourth = 0] = await pages.bytes(start, 4);
  if (first === 1) {
    const { block, count } = await firstBlockOld(reading, start);
    return readBlocks(reading, block, { created: null, count });
  }
  const flags = fourth;
  if (first !== 0x4f || fourth !== 0x52) throw new MalformedError('no object header where an object should be', start);
  void flags;
  const { block, created } = await firstBlockNew(pages, start);
  await noteSum(reading, start, block.start + block.length);
  return readBlocks(reading, block, { created, count: null });
}

/** Version 1 says how many messages there are, empty room and continuations counted. */
async function firstBlockOld({ pages }: Reading, start: number): Promise<{ block: Block; count: number }> {
  const cursor = new Cursor(await pages.bytes(start, 16), start);
  cursor.take(2);
  const count = cursor.u16();
  cursor.take(4);
  return { block: { start: start + 16, length: bounded(cursor.u32(), start) }, count };
}

/** Version 2: OHDR, flags, times and bounds that may be left out, the size of the first block. */
async function firstBlockNew(pages: Pages, start: number): Promise<{ block: Block; created: boolean }> {
  const cursor = new Cursor(await pages.bytes(start, Math.min(40, pages.size - start)), start);
  if (cursor.text(4) !== 'OHDR') throw new MalformedError('no object header where an object should be', start);
  const version = cursor.u8();
  if (version !== 2) throw new MalformedError(`object header version ${version}`, start);
  const flags = cursor.u8();
  if ((flags & 0x20) !== 0) cursor.take(16);
  if ((flags & 0x10) !== 0) cursor.take(4);
  const length = cursor.need(2 ** (flags & 3));
  return { block: { start: start + cursor.at, length: bounded(length, start) }, created: (flags & 0x04) !== 0 };
}

interface Header {
  /** Null for version 1, else whether messages carry the order of their making. */
  readonly created: boolean | null;
  /** Messages that are told; null where that is not. */
  readonly count: number | null;
}

async function readBlocks(reading: Reading, first: Block, { created, count }: Header): Promise<readonly Message[]> {
  let found = 0;
  const messages: Message[] = [];
  const blocks: Block[] = [first];
  const seen = new Set<number>();
  for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) {
    if (seen.has(block.start) || seen.size > MOST_BLOCKS)
      throw new MalformedError('a header that goes in circles', block.start);
    seen.add(block.start);
    for (const message of await readBlock(reading, block, created)) {
      found += 1;
      if (message.type === CONTINUATION) {
        const next = continuation(reading, message, created);
        if (created !== null) await noteSum(reading, next.start - SIGNED, next.start + next.length);
        blocks.push(next);
      } else messages.push(message);
    }
  }
  if (count !== null && count !== found) {
    const message = `a header of ${count} messages that has ${found}`;
    reading.note({ code: 'header', message, offset: first.start });
  }
  return messages;
}

/** Bytes of a signature, OHDR or OCHK. */
const SIGNED = 4;

/** The sum of a block of version 2 stands behind it. */
export async function noteSum({ pages, note }: Reading, start: number, end: number): Promise<void> {
  const told = new Cursor(await pages.bytes(end, 4), end).u32();
  if (told === lookup3(await pages.bytes(start, end - start))) return;
  note({ code: 'checksum', message: 'a checksum of another header', offset: start });
}

function continuation({ superblock }: Reading, { data, at }: Message, created: boolean | null): Block {
  const cursor = new Cursor(data, at);
  const start = superblock.base + cursor.need(superblock.offsets);
  const length = bounded(cursor.need(superblock.lengths), at);
  if (created === null) return { start, length };
  if (length < 8) throw new MalformedError('a continuation that is cut short', at);
  // OCHK before the messages, a checksum after them.
  return { start: start + SIGNED, length: length - 8 };
}

async function readBlock(
  { pages, step }: Reading,
  { start, length }: Block,
  created: boolean | null,
): Promise<readonly Message[]> {
  const cursor = new Cursor(await pages.bytes(start, length), start);
  const header = created === null ? 8 : created ? 6 : 4;
  const messages: Message[] = [];
  while (cursor.left >= header) {
    step();
    const type = created === null ? cursor.u16() : cursor.u8();
    const size = cursor.u16();
    const flags = cursor.u8();
    cursor.take(header - (created === null ? 5 : 4));
    const at = start + cursor.at;
    messages.push({ type, data: cursor.take(size), at, shared: (flags & SHARED) !== 0 });
  }
  return messages;
}

function bounded(length: number, at: number): number {
  if (length > LARGEST_BLOCK) throw new MalformedError(`a header of ${length} bytes`, at);
  return length;
}
