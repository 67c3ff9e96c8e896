import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';

/** One row of `sqlite_schema`, as far as it lies on its page; a longer statement is cut. */
export interface SchemaRow {
  readonly type: string;
  readonly sql: string;
}

export interface Layout {
  readonly pageSize: number;
  readonly pages: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

const LEAF = 0x0d;
const INTERIOR = 0x05;
/** Genuine schemas have some hundred rows on a few pages. */
const MOST_PAGES = 2000;

/** The rows of the schema: the table whose root is the first page (SQLite, fileformat2, 1.6 and 2.6). */
export async function readSchema(source: ByteSource, layout: Layout, budget: Budget): Promise<readonly SchemaRow[]> {
  const rows: SchemaRow[] = [];
  const open = [1];
  const seen = new Set(open);
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    budget.checkTime();
    if (seen.size > MOST_PAGES) throw new MalformedError('a schema over more pages than any has', 0);
    const page = await source.read((number - 1) * layout.pageSize, layout.pageSize);
    for (const found of cellsOf(page, number === 1 ? FILE_HEADER : 0, layout)) {
      if (typeof found !== 'number') rows.push(found);
      else if (found < 1 || found > layout.pages || seen.has(found))
        throw new MalformedError(`page ${number} leads to page ${found}`, (number - 1) * layout.pageSize);
      else {
        seen.add(found);
        open.push(found);
      }
    }
  }
  return rows;
}

const FILE_HEADER = 100;

/** Rows of a leaf, numbers of pages of an inner node. */
function* cellsOf(page: Uint8Array, at: number, { encoding }: Layout): Iterable<SchemaRow | number> {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const kind = view.getUint8(at);
  if (kind !== LEAF && kind !== INTERIOR) throw new MalformedError(`a page of kind ${kind} in the schema`, at);
  const cells = view.getUint16(at + 3);
  const pointers = at + (kind === LEAF ? 8 : 12);
  if (pointers + 2 * cells > page.length) throw new MalformedError('more cells than fit on a page', at);
  for (let index = 0; index < cells; index++) {
    const start = view.getUint16(pointers + 2 * index);
    if (start + 4 > page.length) throw new MalformedError('a cell past the end of its page', start);
    yield kind === INTERIOR ? view.getUint32(start) : rowAt(page, start, encoding);
  }
  if (kind === INTERIOR) yield view.getUint32(at + 8);
}

/** Type, name, table, root page and statement: the first text and the last. */
function rowAt(page: Uint8Array, start: number, encoding: Layout['encoding']): SchemaRow {
  const cursor = { at: start };
  varint(page, cursor);
  varint(page, cursor);
  const header = cursor.at;
  const end = header + varint(page, cursor);
  const columns: number[] = [];
  while (cursor.at < end && columns.length < 5) columns.push(varint(page, cursor));
  let at = end;
  const texts = columns.map((serial) => {
    const size = sizeOf(serial);
    const bytes = page.subarray(at, Math.min(page.length, at + size));
    at += size;
    return serial >= 13 && serial % 2 === 1 ? decoded(bytes, encoding) : '';
  });
  return { type: texts[0] ?? '', sql: texts[4] ?? '' };
}

/** Sizes of values by their serial type (2.1, Record Format). */
function sizeOf(serial: number): number {
  if (serial >= 12) return Math.floor((serial - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][serial] ?? 0;
}

function varint(page: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let index = 0; index < 9; index++) {
    const byte = page[cursor.at++];
    if (byte === undefined) throw new MalformedError('a number past the end of its page', cursor.at);
    if (index === 8) return value * 256 + byte;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  return value;
}

function decoded(bytes: Uint8Array, encoding: Layout['encoding']): string {
  if (encoding === 'utf-16be')
    return Buffer.from(bytes.slice(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return Buffer.from(bytes).toString(encoding === 'utf-8' ? 'utf8' : 'utf16le');
}
