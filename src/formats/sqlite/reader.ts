import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { standsAt } from '../magic.ts';
import { type Layout, readSchema, type SchemaRow } from './schema.ts';

/**
 * SQLite 3, read for its schema: tables, views and triggers, of which the last two run statements when the database is
 * used. Rows, indexes and free pages are passed over.
 */
export const sqliteFormat: Format<'sqlite'> = {
  id: 'sqlite',
  claims: (_path, head) => standsAt(head, 0, MAGIC),
  read,
};

const MAGIC = 'SQLite format 3\0';

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'sqlite'>> {
  if (source.size < 512) throw new MalformedError('shorter than a page', source.size);
  const layout = layoutOf(await source.read(0, 100), source.size);
  const rows = await readSchema(source, layout, budget);
  const tables = rows.filter(({ type }) => type === 'table').length;
  return {
    facts: { format: 'sqlite', tables, reaches: rows.flatMap(reachesOf) },
    parts: [],
    defects: [],
    coverage: 'structure',
  };
}

const ENCODINGS: readonly Layout['encoding'][] = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'];

/** The header (SQLite, fileformat2, 1.3). The count of pages holds only if whoever wrote last knew it. */
function layoutOf(header: Uint8Array, size: number): Layout {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65_536 : written;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw new MalformedError(`pages of ${pageSize} bytes`, 16);
  const pages = size / pageSize;
  if (!Number.isInteger(pages)) throw new MalformedError('no whole number of pages', size);
  const known = view.getUint32(24) === view.getUint32(92);
  if (known && view.getUint32(28) !== pages)
    throw new MalformedError(`${view.getUint32(28)} pages by its header, ${pages} by its size`, 28);
  return { pageSize, pages, encoding: ENCODINGS[view.getUint32(56)] ?? 'utf-8' };
}

/** Functions that load libraries, read, write or start an editor, and kinds of table that are not SQLite's own. */
const FUNCTION = /\b(?:load_extension|readfile|writefile|edit|fts3_tokenizer|fsdir|zipfile|eval)\s*\(/i;
const VIRTUAL = /^\s*CREATE\s+VIRTUAL\s+TABLE\b[\s\S]{0,400}?\bUSING\s+["'`[]?(\w+)/i;
const OWN: ReadonlySet<string> = new Set(
  'fts3 fts4 fts4aux fts5 fts5vocab rtree rtree_i32 geopoly dbstat json_each json_tree vec0 vss0'.split(' '),
);

function reachesOf({ type, sql }: SchemaRow): readonly string[] {
  // A table may well be called `edit`; views, triggers and indexes over expressions call.
  const called = type === 'table' ? undefined : FUNCTION.exec(sql)?.[0];
  const module = VIRTUAL.exec(sql)?.[1]?.toLowerCase();
  return [
    ...(called === undefined ? [] : [`${called}…)`]),
    ...(module === undefined || OWN.has(module) ? [] : [`a table of kind ${module}`]),
  ];
}
