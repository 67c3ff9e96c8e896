import { MalformedError } from '../../kernel/bytes.ts';
import type { Stretch } from '../among-numbers.ts';
import type { Defect } from '../format.ts';
import { nameAt, readHeap } from './groups.ts';
import type { Message, Reading } from './messages.ts';
import { Cursor } from './pages.ts';

/** Names of the other files that an External Data Files message takes bytes from (specification IV.A.2.h). */
export async function readExternalFiles(reading: Reading, { data, at }: Message): Promise<readonly string[]> {
  const { offsets, lengths, base } = reading.superblock;
  const cursor = new Cursor(data, at);
  cursor.take(4);
  const allocated = cursor.u16();
  const used = cursor.u16();
  if (used > allocated) throw new MalformedError('more external files than there is room for', at);
  const heap = await readHeap(reading, base + cursor.need(offsets));
  const names: string[] = [];
  for (let index = 0; index < used; index++) {
    names.push(nameAt(heap, cursor.need(lengths), at));
    cursor.take(2 * lengths);
  }
  return names;
}

const COMPACT = 0;
const CONTIGUOUS = 1;
const VIRTUAL = 3;

/** Where the values of a data set lie that are in one piece. */
export function stretchOf({ pages, superblock }: Reading, { data, at }: Message, name: string): Stretch | null {
  const cursor = new Cursor(data, at);
  if (cursor.u8() < 3) return null;
  const kind = cursor.u8();
  if (kind === COMPACT) {
    const size = cursor.u16();
    return size > cursor.left ? null : { name, start: at + cursor.at, size, bytes: true };
  }
  if (kind !== CONTIGUOUS) return null;
  const start = cursor.number(superblock.offsets);
  const size = cursor.number(superblock.lengths);
  if (start === null || size === null || superblock.base + start + size > pages.size) return null;
  return { name, start: superblock.base + start, size, bytes: true };
}

export function isVirtual({ data }: Message): boolean {
  const [version = 0, kind] = data;
  return version >= 3 && kind === VIRTUAL;
}

/** Where the values lie (specification IV.A.2.i): `cut-short` ends early. */
export function* layoutDefects({ pages, superblock }: Reading, { data, at }: Message, path: string): Iterable<Defect> {
  const cursor = new Cursor(data, at);
  const version = cursor.u8();
  if (version === 0 || version > 5)
    yield { code: 'shape', message: `${path} has a layout of version ${version}`, offset: at };
  if (version < 3) return;
  const kind = cursor.u8();
  if (kind > VIRTUAL) yield { code: 'shape', message: `${path} has a layout of kind ${kind}`, offset: at };
  if (kind !== CONTIGUOUS) return;
  const start = cursor.number(superblock.offsets);
  const size = cursor.number(superblock.lengths);
  if (start === null || size === null) return;
  if (superblock.base + start + size > pages.size) {
    yield { code: 'cut-short', message: `the values of ${path} reach past the end of the file`, offset: at };
  }
}
