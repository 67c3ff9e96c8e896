import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { recordProblem, varint } from './record.ts';

export interface Layout {
  readonly pageSize: number;
  /** Bytes of a page without those that are reserved at its end. */
  readonly usable: number;
  readonly pages: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/** Pages of a database, each of which has one use. */
export interface Pages {
  readonly layout: Layout;
  readonly budget: Budget;
  readonly read: (page: number) => Promise<Uint8Array>;
  /** Throws MalformedError where the page is none, or used already. */
  readonly take: (page: number, from: number) => void;
  readonly unused: () => number;
}

/** A byte is kept of each; 512 GiB of pages as they usually are. */
const MOST_PAGES = 2 ** 27;

export function pagesOf(source: ByteSource, layout: Layout, budget: Budget): Pages {
  if (layout.pages > MOST_PAGES) throw new OverBudgetError(`more than ${MOST_PAGES} pages`);
  const used = new Uint8Array(layout.pages + 1);
  return {
    layout,
    budget,
    read: (page) => {
      budget.checkTime();
      return source.read((page - 1) * layout.pageSize, layout.pageSize);
    },
    take: (page, from) => {
      if (page < 1 || page > layout.pages || used[page] !== 0)
        throw new MalformedError(`page ${from} leads to page ${page}`, Math.max(0, from - 1) * layout.pageSize);
      used[page] = 1;
    },
    unused: () => used.indexOf(0, 1),
  };
}

/** What a walk through a tree came to. */
export interface Walked {
  readonly kind: 'table' | 'index';
  /** Rows of a table; entries of an index, of which inner pages have some. */
  readonly entries: number;
}

const [INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF] = [0x02, 0x05, 0x0a, 0x0d] as const;
const FILE_HEADER = 100;
/** A tree of a milliard pages has seven floors. */
const DEEPEST = 24;

interface Cell {
  /** Page below, 0 on a leaf. */
  readonly child: number;
  /** Number of the row, of a leaf of a table. */
  readonly row: number | null;
  /** Bytes of the row, -1 where there is none. */
  readonly size: number;
  readonly local: Uint8Array;
  /** First page of the rest of the row, 0 where there is none. */
  readonly rest: number;
  readonly end: number;
}

/** Who hears of rows: of each as a whole, or of what of it lies in its page, and of the pages with the rest. */
export interface Hearer {
  readonly row?: (payload: Uint8Array) => void;
  readonly cell?: (local: Uint8Array, rest: readonly number[], size: number) => Promise<void>;
}

/** Walks through a tree from its root, in the order of its rows. */
export async function walkTree(pages: Pages, root: number, { row, cell: hear }: Hearer = {}): Promise<Walked> {
  const { layout } = pages;
  let [entries, before] = [0, Number.NEGATIVE_INFINITY];
  let kind: Walked['kind'] | null = null;
  let floors = -1;
  const open: { readonly page: number; readonly depth: number }[] = [{ page: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const bytes = await pages.read(next.page);
    const start = next.page === 1 ? FILE_HEADER : 0;
    const type = bytes[start] ?? 0;
    const own = kindOf(type);
    if (own === null || (kind !== null && own !== kind)) throw wrong(next.page, `is of kind ${type}`, layout);
    kind = own;
    const leaf = type === TABLE_LEAF || type === INDEX_LEAF;
    if (leaf && floors === -1) floors = next.depth;
    if (next.depth > DEEPEST || (leaf && next.depth !== floors))
      throw wrong(next.page, 'lies on another floor than its fellows', layout);
    const cells = cellsOf(bytes, start, type, next.page, layout);
    const below: number[] = [];
    for (const cell of cells) {
      if (cell.child !== 0) below.push(cell.child);
      if (cell.row !== null && cell.row <= before && Number.isSafeInteger(cell.row))
        throw wrong(next.page, `has row ${cell.row} after ${before}`, layout);
      if (cell.row !== null) before = cell.row;
      if (cell.size < 0) continue;
      entries++;
      const problem = recordProblem(cell.local, cell.size);
      if (problem !== null) throw wrong(next.page, `has ${problem}`, layout);
      const { numbers, parts } = await followRest(pages, cell, next.page, row !== undefined);
      row?.(parts.length === 0 ? cell.local : Buffer.concat([cell.local, ...parts]).subarray(0, cell.size));
      await hear?.(cell.local, numbers, cell.size);
    }
    if (!leaf) below.push(new DataView(bytes.buffer, bytes.byteOffset).getUint32(start + 8));
    for (const child of below) pages.take(child, next.page);
    for (const child of below.toReversed()) open.push({ page: child, depth: next.depth + 1 });
  }
  return { kind: kind ?? 'table', entries };
}

function kindOf(type: number): Walked['kind'] | null {
  if (type === TABLE_LEAF || type === TABLE_INNER) return 'table';
  return type === INDEX_LEAF || type === INDEX_INNER ? 'index' : null;
}

function wrong(page: number, what: string, { pageSize }: Layout): MalformedError {
  return new MalformedError(`page ${page} ${what}`, (page - 1) * pageSize);
}

/** Rows of the schema, whose statements are kept; genuine ones have some hundred characters. */
const LONGEST = 64 * 1024 * 1024;

interface Rest {
  readonly numbers: readonly number[];
  /** What they hold, where it is asked for. */
  readonly parts: readonly Uint8Array[];
}

/** The pages with the rest of a row: as many as it needs, and no more. */
async function followRest(pages: Pages, cell: Cell, from: number, kept: boolean): Promise<Rest> {
  const { layout } = pages;
  const numbers: number[] = [];
  const parts: Uint8Array[] = [];
  if (kept && cell.size > LONGEST) throw wrong(from, `has a row of ${cell.size} bytes`, layout);
  let left = cell.size - cell.local.length;
  let [page, before] = [cell.rest, from];
  while (left > 0) {
    pages.take(page, before);
    numbers.push(page);
    // Of the rest of a row only the number of the page behind is wanted.
    const bytes = await pages.read(page);
    if (kept) parts.push(bytes.subarray(4, layout.usable));
    left -= layout.usable - 4;
    before = page;
    page = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }
  if (cell.size > cell.local.length && page !== 0) throw wrong(before, 'goes on after the end of its row', layout);
  return { numbers, parts };
}

/** Cells of a page, which share its room with what is free, and nothing else (1.6, B-tree Pages). */
function cellsOf(page: Uint8Array, start: number, type: number, number: number, layout: Layout): readonly Cell[] {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const count = view.getUint16(start + 3);
  const leaf = type === TABLE_LEAF || type === INDEX_LEAF;
  const pointers = start + (leaf ? 8 : 12);
  const content = view.getUint16(start + 5) || 65_536;
  if (pointers + 2 * count > content || content > layout.usable)
    throw wrong(number, `has ${count} cells, and its content from ${content}`, layout);
  const room: (readonly [from: number, to: number])[] = [];
  const cells = Array.from({ length: count }, (_, index) => {
    const at = view.getUint16(pointers + 2 * index);
    if (at < content || at + 4 > layout.usable) throw wrong(number, `has a cell at ${at}`, layout);
    const cell = cellAt(page, at, type, layout);
    if (cell.end > layout.usable) throw wrong(number, 'has a cell that reaches past its end', layout);
    room.push([at, Math.max(cell.end, at + 4)]);
    return cell;
  });
  for (let free = view.getUint16(start + 1), before = content; free !== 0; ) {
    const size = free + 4 <= layout.usable ? view.getUint16(free + 2) : 0;
    if (free < before || size < 4 || free + size > layout.usable)
      throw wrong(number, `has free room at ${free}`, layout);
    room.push([free, free + size]);
    before = free + size;
    free = view.getUint16(free);
  }
  const lost = lostRoom(room, content, layout.usable);
  if (lost === null) throw wrong(number, 'has two things in one place', layout);
  if (lost !== (page[start + 7] ?? 0)) throw wrong(number, `has ${lost} bytes that are nothing`, layout);
  return cells;
}

/** Bytes between the things of a page; null where two lie upon each other. */
function lostRoom(room: (readonly [from: number, to: number])[], content: number, end: number): number | null {
  let [lost, before] = [0, content];
  for (const [from, to] of room.sort(([left], [right]) => left - right)) {
    if (from < before) return null;
    lost += from - before;
    before = to;
  }
  return lost + end - before;
}

function cellAt(page: Uint8Array, at: number, type: number, layout: Layout): Cell {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const inner = type === TABLE_INNER || type === INDEX_INNER;
  const child = inner ? view.getUint32(at) : 0;
  const cursor = { at: inner ? at + 4 : at };
  const first = varint(page, cursor);
  if (type === TABLE_INNER) return { child, row: null, size: -1, local: page.subarray(0, 0), rest: 0, end: cursor.at };
  const row = type === TABLE_LEAF ? varint(page, cursor) : null;
  if (first < 0 || first > 2 ** 31) throw new MalformedError(`a row of ${first} bytes`, at);
  const local = localOf(first, type, layout.usable);
  const end = cursor.at + local + (local < first ? 4 : 0);
  if (end > page.length) throw new MalformedError('a row past the end of its page', at);
  const rest = local < first ? view.getUint32(cursor.at + local) : 0;
  return { child, row, size: first, local: page.subarray(cursor.at, cursor.at + local), rest, end };
}

/** How much of a row stays on its page (1.6, Cell Payload Overflow Pages). */
function localOf(size: number, type: number, usable: number): number {
  const most = type === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (size <= most) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const spread = least + ((size - least) % (usable - 4));
  return spread <= most ? spread : least;
}
