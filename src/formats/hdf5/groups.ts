import { MalformedError } from '../../kernel/bytes.ts';
import type { Message, Reading } from './messages.ts';
import { Cursor, textOf } from './pages.ts';

/** One entry of a group. */
export type Entry =
  | { readonly kind: 'hard'; readonly name: string; readonly address: number }
  | { readonly kind: 'soft'; readonly name: string; readonly target: string }
  | { readonly kind: 'external'; readonly name: string; readonly file: string; readonly target: string }
  | { readonly kind: 'user-defined'; readonly name: string; readonly class: number };

const EXTERNAL = 64;

/** A Link message (specification IV.A.2.g), in a header or in a heap. */
export function readLink(data: Uint8Array, at: number, offsets: number): Entry {
  const cursor = new Cursor(data, at);
  if (cursor.u8() !== 1) throw new MalformedError('a link of a version nobody knows', at);
  const flags = cursor.u8();
  const type = (flags & 0x08) === 0 ? 0 : cursor.u8();
  if ((flags & 0x04) !== 0) cursor.take(8);
  if ((flags & 0x10) !== 0) cursor.take(1);
  const name = cursor.text(cursor.need(2 ** (flags & 3)));
  if (type === 0) return { kind: 'hard', name, address: cursor.need(offsets) };
  const value = cursor.take(cursor.u16());
  if (type === 1) return { kind: 'soft', name, target: new TextDecoder().decode(value) };
  if (type !== EXTERNAL) return { kind: 'user-defined', name, class: type };
  const file = textOf(value.subarray(1));
  return { kind: 'external', name, file, target: textOf(value.subarray(1 + file.length + 1)) };
}

const ENTRY_SOFT = 2;

/** Entries of an old group: a B-tree of nodes that name into a local heap (specification III.A, III.B, III.D). */
export async function readSymbolTable(reading: Reading, { data, at }: Message): Promise<readonly Entry[]> {
  const { offsets, base } = reading.superblock;
  const cursor = new Cursor(data, at);
  const tree = cursor.need(offsets);
  const heap = await readHeap(reading, base + cursor.need(offsets));
  const entries: Entry[] = [];
  for (const node of await symbolNodes(reading, base + tree, heap.length))
    entries.push(...(await readNode(reading, node, heap)));
  return entries;
}

/** The data of a local heap: names, and targets of soft links. */
export async function readHeap({ pages, superblock }: Reading, start: number): Promise<Uint8Array> {
  const { lengths, offsets, base } = superblock;
  const cursor = new Cursor(await pages.bytes(start, 8 + 2 * lengths + offsets), start);
  if (cursor.text(4) !== 'HEAP' || cursor.u8() !== 0) throw new MalformedError('no heap where names should be', start);
  cursor.take(3);
  const size = cursor.need(lengths);
  const free = cursor.number(lengths);
  if (size > 64 * 1024 * 1024) throw new MalformedError(`names of ${size} bytes`, start);
  const data = await pages.bytes(base + cursor.need(offsets), size);
  assertFree(data, free, { lengths, start });
  return data;
}

/** No room is free; a version before 1.8 says it with all bits. */
const NO_MORE = 1;

/** Room that is free lies within the heap, piece after piece. */
function assertFree(
  data: Uint8Array,
  first: number | null,
  { lengths, start }: { lengths: number; start: number },
): void {
  let at = first;
  for (let piece = 0; at !== null && at !== NO_MORE; piece++) {
    if (at + 2 * lengths > data.length || piece * 2 * lengths > data.length)
      throw new MalformedError('a heap whose free room is not in it', start);
    const cursor = new Cursor(data.subarray(at, at + 2 * lengths), start + at);
    const next = cursor.number(lengths);
    const size = cursor.need(lengths);
    if (at + size > data.length) throw new MalformedError('a heap whose free room is not in it', start);
    at = next;
  }
}

/** Addresses of the symbol nodes below a B-tree node, in order. */
async function symbolNodes(reading: Reading, root: number, names: number): Promise<readonly number[]> {
  const { pages, superblock, step } = reading;
  const { offsets, lengths, base } = superblock;
  const nodes: number[] = [];
  const open = [root];
  const seen = new Set<number>();
  for (let start = open.pop(); start !== undefined; start = open.pop()) {
    if (seen.has(start)) throw new MalformedError('a tree that goes in circles', start);
    seen.add(start);
    step();
    const head = new Cursor(await pages.bytes(start, 8), start);
    if (head.text(4) !== 'TREE' || head.u8() !== 0) throw new MalformedError('no tree where a group should be', start);
    const level = head.u8();
    const used = head.u16();
    const body = new Cursor(await pages.bytes(start + 8 + 2 * offsets, used * (lengths + offsets)), start);
    const children: number[] = [];
    for (let index = 0; index < used; index++) {
      // The library looks names up between the first and the last of a node.
      if (body.need(lengths) > names) throw new MalformedError('a name past the end of its heap', start);
      children.push(base + body.need(offsets));
    }
    if (level === 0) nodes.push(...children);
    else open.push(...children.reverse());
  }
  return nodes;
}

async function readNode({ pages, superblock, step }: Reading, start: number, heap: Uint8Array): Promise<Entry[]> {
  const { offsets } = superblock;
  const head = new Cursor(await pages.bytes(start, 8), start);
  if (head.text(4) !== 'SNOD' || head.u8() !== 1) throw new MalformedError('no node where names should be', start);
  head.take(1);
  const count = head.u16();
  const cursor = new Cursor(await pages.bytes(start + 8, count * (2 * offsets + 24)), start);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    step();
    const name = nameAt(heap, cursor.need(offsets), start);
    const address = cursor.number(offsets);
    const type = cursor.u32();
    cursor.take(4);
    const scratch = new Cursor(cursor.take(16), start);
    if (type > ENTRY_SOFT) throw new MalformedError(`${name} is an entry of kind ${type}`, start);
    if (type === ENTRY_SOFT) entries.push({ kind: 'soft', name, target: nameAt(heap, scratch.u32(), start) });
    else if (address === null) throw new MalformedError(`${name} is nowhere`, start);
    else entries.push({ kind: 'hard', name, address });
  }
  return entries;
}

export function nameAt(heap: Uint8Array, offset: number, at: number): string {
  if (offset >= heap.length) throw new MalformedError('a name past the end of its heap', at);
  return textOf(heap.subarray(offset));
}
