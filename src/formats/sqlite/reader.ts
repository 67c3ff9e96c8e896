import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { withoutScripts } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { claimsSqlite } from './claims.ts';
import { takeFree, takeKept } from './free.ts';
import { filesInRows } from './rows.ts';
import { type SchemaRow, schemaProblem, schemaRow } from './schema.ts';
import { type Layout, type Pages, pagesOf, walkTree } from './tree.ts';

/**
 * SQLite 3, read for its schema: tables, views and triggers, of which the last two run statements when the database is
 * used. Of rows and indexes the trees are walked, of rows the headers and how their values begin: what is a file, but for
 * scripts, is handed out, as far as the database is at hand.
 *
 * Defects:
 * - `schema`: a row of the schema that SQLite calls malformed.
 * - `pages`: a tree, a row or the list of free pages that does not hold together, or a page that nothing leads to.
 */
export const sqliteFormat: Format<'sqlite'> = {
  id: 'sqlite',
  claims: claimsSqlite,
  read,
};

/** Genuine ones have some hundred statements. */
const LONGEST_SCHEMA = 64 * 1024 * 1024;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'sqlite'>> {
  if (source.size < 512) throw new MalformedError('shorter than a page', source.size);
  const header = await source.read(0, 100);
  const pages = pagesOf(source, layoutOf(header, source.size), budget);
  const rows: SchemaRow[] = [];
  pages.take(1, 0);
  let told = 0;
  await walkTree(pages, 1, {
    row: (payload) => {
      told += payload.length;
      if (told > LONGEST_SCHEMA) throw new MalformedError(`a schema of more than ${LONGEST_SCHEMA} bytes`, 100);
      rows.push(schemaRow(payload, pages.layout));
    },
  });
  const parts: Part[] = [];
  const tables = rows.filter(({ type }) => type === 'table').length;
  const problem = schemaProblem(rows);
  const defects: readonly Defect[] = [
    ...(problem === null ? [] : [{ code: 'schema', message: problem, offset: 100 }]),
    ...(await pageDefects(pages, rows, { header, parts: source.costly === true ? null : parts, budget })),
  ];
  return {
    facts: { format: 'sqlite', tables, reaches: rows.flatMap(reachesOf) },
    parts: await withoutScripts(parts),
    defects,
    coverage: 'structure',
  };
}

/** What keeps the pages from holding together; the schema has been walked, so that its statements are told all the same. */
async function pageDefects(
  pages: Pages,
  rows: readonly SchemaRow[],
  { header, parts, budget }: { readonly header: Uint8Array; readonly parts: Part[] | null; readonly budget: Budget },
): Promise<readonly Defect[]> {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  try {
    takeKept(pages, view.getUint32(52) !== 0);
    await takeFree(pages, view.getUint32(32), view.getUint32(36));
    const counts = new Map<string, number>();
    for (const row of rows.filter(({ root }) => root > 0)) {
      pages.take(row.root, 1);
      const { kind, entries } = await walkTree(
        pages,
        row.root,
        parts === null ? {} : filesInRows(pages, row, parts, budget),
      );
      if (row.type === 'index' && kind === 'table')
        return [{ code: 'pages', message: `index ${row.name} is a table`, offset: 0 }];
      if (row.type === 'table') counts.set(row.table.toLowerCase(), entries);
      const asked = counts.get(row.table.toLowerCase());
      // An index over some rows says which.
      if (row.type === 'index' && asked !== undefined && asked !== entries && !/\bWHERE\b/i.test(row.sql))
        return [{ code: 'pages', message: `index ${row.name} has ${entries} entries of ${asked} rows`, offset: 0 }];
    }
    const unused = pages.unused();
    if (unused < 0) return [];
    return [
      { code: 'pages', message: `nothing leads to page ${unused}`, offset: (unused - 1) * pages.layout.pageSize },
    ];
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    return [{ code: 'pages', message: error.message, offset: error.offset }];
  }
}

const ENCODINGS: readonly Layout['encoding'][] = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'];

/** The header (SQLite, fileformat2, 1.3). The count of pages holds only if whoever wrote last knew it. */
function layoutOf(header: Uint8Array, size: number): Layout {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const written = view.getUint16(16);
  const pageSize = written === 1 ? 65_536 : written;
  if (pageSize < 512 || (pageSize & (pageSize - 1)) !== 0) throw new MalformedError(`pages of ${pageSize} bytes`, 16);
  const pages = size / pageSize;
  const told = view.getUint32(24) === view.getUint32(92) ? view.getUint32(28) : null;
  if (!Number.isInteger(pages) || (told !== null && told !== pages)) {
    const message = told === null ? 'no whole number of pages' : `${told} pages by its header, ${pages} by its size`;
    // Bytes behind the last page hide no other.
    throw Object.assign(new MalformedError(message, 28), told === null ? {} : { soundTo: told * pageSize });
  }
  const encoding = ENCODINGS[view.getUint32(56)];
  if (encoding === undefined) throw new MalformedError(`texts of kind ${view.getUint32(56)}`, 56);
  if (view.getUint8(18) > 2 || view.getUint8(19) > 2 || view.getUint8(19) < 1)
    throw new MalformedError(`version ${view.getUint8(19)} of the format`, 19);
  if (view.getUint8(21) !== 64 || view.getUint8(22) !== 32 || view.getUint8(23) !== 32)
    throw new MalformedError('other shares of a page than SQLite has', 21);
  if (view.getUint32(44) > 4) throw new MalformedError(`version ${view.getUint32(44)} of the schema`, 44);
  const usable = pageSize - view.getUint8(20);
  if (usable < 480) throw new MalformedError(`pages of ${usable} bytes`, 20);
  return { pageSize, usable, pages, encoding };
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
