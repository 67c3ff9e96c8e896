import { MalformedError } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';
import { lookup3 } from './checksum.ts';
import { SIGNATURE } from './claims.ts';
import { Cursor, type Pages } from './pages.ts';

/** What the rest of the file is read by. Addresses in the file count from `base`. */
export interface Superblock {
  readonly base: number;
  readonly offsets: number;
  readonly lengths: number;
  readonly root: number;
  readonly extension: number | null;
  readonly defects: readonly Defect[];
}

const FIRST_MOVED = 512;

/** Where the superblock stands: at 0, or behind a user block of 512 bytes, 1024, 2048 … (specification 3.0, II.A). */
export async function findSuperblock(pages: Pages): Promise<number> {
  for (let at = 0; at + 8 <= pages.size; at = at === 0 ? FIRST_MOVED : at * 2) {
    const bytes = await pages.bytes(at, 8);
    if (SIGNATURE.every((byte, index) => bytes[index] === byte)) return at;
  }
  throw new MalformedError('no HDF5 superblock', 0);
}

const WIDTHS: readonly number[] = [2, 4, 8];
const LONGEST = 128;

/** Defects: `trailing-bytes` (after the end that the superblock tells), `driver` (the file is one of several), `superblock`, `checksum`. */
export async function readSuperblock(pages: Pages): Promise<Superblock> {
  const base = await findSuperblock(pages);
  const cursor = new Cursor(await pages.bytes(base, Math.min(LONGEST, pages.size - base)), base);
  cursor.take(8);
  const version = cursor.u8();
  if (version > 3) throw new MalformedError(`superblock version ${version}`, base + 8);
  return version < 2 ? readOld(cursor, version, pages.size) : readNew(cursor, pages.size);
}

function readOld(cursor: Cursor, version: number, size: number): Superblock {
  cursor.take(4);
  const [offsets, lengths] = widths(cursor);
  cursor.take(1);
  const ranks = [cursor.u16(), cursor.u16()];
  cursor.take(version === 0 ? 4 : 8);
  const base = cursor.number(offsets);
  const extension = cursor.number(offsets);
  const end = cursor.need(offsets);
  const driver = cursor.number(offsets);
  cursor.number(offsets);
  const root = cursor.need(offsets);
  const cache = cursor.u32();
  const defects = [...endDefects(cursor.base, end, size)];
  if (ranks.includes(0) || base !== cursor.base || extension !== null || cache > MOST_CACHE)
    defects.push({ code: 'superblock', message: 'a superblock that the library refuses', offset: cursor.base });
  if (driver !== null) {
    defects.push({ code: 'driver', message: 'the file is one of several that make up a whole', offset: cursor.base });
  }
  return { base: cursor.base, offsets, lengths, root, extension: null, defects };
}

/** Kinds of what is kept beside an entry of a group (III.C): nothing, a group, a soft link. */
const MOST_CACHE = 2;

function readNew(cursor: Cursor, size: number): Superblock {
  const [offsets, lengths] = widths(cursor);
  cursor.u8();
  cursor.number(offsets);
  const extension = cursor.number(offsets);
  const end = cursor.need(offsets);
  const root = cursor.need(offsets);
  const defects = [...endDefects(cursor.base, end, size)];
  const sum = lookup3(cursor.bytes.subarray(0, cursor.at));
  if (cursor.u32() !== sum)
    defects.push({ code: 'checksum', message: 'a checksum of another superblock', offset: cursor.base });
  return { base: cursor.base, offsets, lengths, root, extension, defects };
}

function widths(cursor: Cursor): readonly [number, number] {
  const [offsets, lengths] = [cursor.u8(), cursor.u8()];
  if (!WIDTHS.includes(offsets) || !WIDTHS.includes(lengths)) {
    throw new MalformedError(`addresses of ${offsets} and sizes of ${lengths} bytes`, cursor.base + cursor.at);
  }
  return [offsets, lengths];
}

/** The library counts the end from the base in some versions and from the start in others; both are taken. */
function* endDefects(base: number, end: number, size: number): Iterable<Defect> {
  if (end > size) throw new MalformedError(`the file should have ${end} bytes and has ${size}`, size);
  if (end !== size && end + base !== size) {
    yield { code: 'trailing-bytes', message: `${size - end} bytes after the end of the file`, offset: end };
  }
}
