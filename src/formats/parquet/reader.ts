import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { fileIn, withoutScripts } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext } from '../format.ts';
import { standsAt } from '../magic.ts';
import { claimsParquet, ENCRYPTED, MAGIC } from './claims.ts';
import { type Chunk, type Footer, isMetadata, readFooter, type Stretch } from './footer.ts';
import { pagesProblem } from './pages.ts';
import { filesInColumns } from './values.ts';

const EDGE = 8;
/** Values of one footer: a table of ten thousand columns has some two million. */
const VALUES = 8_000_000;
const GAP_STEP = 1024 * 1024;

/**
 * Tables of Apache Parquet (parquet-format 2.11): the footer, and that column chunks and indexes lie within the file and
 * leave nothing between them but zeros and what repeats the footer. Of values, texts and bytes are looked at that begin as a
 * file, as far as there is room for them. The Arrow schema in the metadata is handed out, since its
 * extension types may hold pickles.
 *
 * Defects:
 * - `chunk-outside`: a column lies outside the file's data.
 * - `footer`: the schema is no tree, or columns and rows of the groups are not those of the table.
 * - `pages`: a column does not consist of pages with its values.
 * - `gap`: bytes that belong to no column.
 */
export const parquetFormat: Format<'parquet'> = {
  id: 'parquet',
  claims: claimsParquet,
  read: async (source, context) => {
    const { footer, end } = await footerOf(source);
    const defects: Defect[] = [...footerDefects(footer, end)];
    // Columns of other files lie where those files say.
    if (footer.elsewhere.length === 0) defects.push(...(await layoutOf(source, footer, end, context)));
    const sound = defects.length === 0 && footer.elsewhere.length === 0;
    const held = sound && source.size <= LOOKED_THROUGH ? await filesInColumns(source, footer.chunks, context) : [];
    const { rows, columns, createdBy, elsewhere } = footer;
    const keys = footer.metadata.map(({ key }) => key);
    const facts = { format: 'parquet' as const, rows, columns, createdBy, keys, elsewhere };
    return {
      facts,
      parts: [...schemas(footer), ...(await filesInNotes(footer)), ...held],
      defects,
      coverage: 'structure',
    };
  },
};

async function footerOf(source: ByteSource): Promise<{ readonly footer: Footer; readonly end: number }> {
  if (source.size < MAGIC.length + EDGE) throw new MalformedError('a table that is cut off', source.size);
  const head = await source.read(0, MAGIC.length);
  if (standsAt(head, 0, ENCRYPTED)) throw new MalformedError('an encrypted table', 0);
  if (!standsAt(head, 0, MAGIC)) throw new MalformedError('no Parquet', 0);
  const edge = await source.read(source.size - EDGE, EDGE);
  if (!standsAt(edge, 4, MAGIC)) throw await withoutEnd(source);
  const length = new DataView(edge.buffer, edge.byteOffset, edge.byteLength).getUint32(0, true);
  const end = source.size - EDGE - length;
  if (end < MAGIC.length) throw new MalformedError('a footer longer than the file', source.size - EDGE);
  if (length > LIMITS.document) throw new OverBudgetError(`a footer of ${length} bytes`);
  return { footer: readFooter(await source.read(end, length), VALUES), end };
}

/** Bytes that are put behind the end of a table and hide it. */
const HIDING = 1024 * 1024;

async function withoutEnd(source: ByteSource): Promise<MalformedError> {
  const error = new MalformedError('a table without its end', source.size - MAGIC.length);
  const from = Math.max(MAGIC.length, source.size - HIDING);
  const last = Buffer.from(await source.read(from, source.size - from)).lastIndexOf(MAGIC);
  return last < 0 ? error : Object.assign(error, { soundTo: from + last + MAGIC.length });
}

async function layoutOf(source: ByteSource, footer: Footer, end: number, context: ReadContext): Promise<Defect[]> {
  const { stretches, openEnded } = footer;
  const outside = stretches.find(({ start, length }) => start < MAGIC.length || length < 0 || start + length > end);
  if (outside !== undefined) {
    const offset = Math.max(0, Math.min(outside.start, end));
    return [{ code: 'chunk-outside', message: 'a column lies outside the data', offset }];
  }
  const pages = source.size > LOOKED_THROUGH ? null : await pageDefect(source, footer.chunks, context);
  const unlisted = openEnded ? [] : await gaps(source, stretches, end, context);
  return pages === null ? unlisted : [pages, ...unlisted];
}

/** Of what lies afar the header of each page would cost a request. */
const LOOKED_THROUGH = 64 * 1024 * 1024;

async function pageDefect(
  source: ByteSource,
  chunks: readonly Chunk[],
  { budget }: ReadContext,
): Promise<Defect | null> {
  for (const chunk of chunks) {
    const problem = await pagesProblem(source, chunk, budget);
    if (problem !== null) return { code: 'pages', message: problem, offset: chunk.start };
  }
  return null;
}

/** What contradicts itself in a footer (parquet.thrift). */
function* footerDefects({ leaves, groups, rows }: Footer, offset: number): Iterable<Defect> {
  const said = (message: string): Defect => ({ code: 'footer', message, offset });
  if (leaves === null) yield said('elements of a schema that make no tree');
  else if (groups.some(({ columns }) => columns !== leaves)) yield said('a group of rows without all columns');
  const total = groups.reduce((sum, group) => sum + group.rows, 0);
  if (total !== rows) yield said(`${rows} rows in groups of ${total}`);
}

/** Bytes other than zero that no column accounts for. */
async function gaps(
  source: ByteSource,
  stretches: readonly Stretch[],
  end: number,
  { budget }: ReadContext,
): Promise<Defect[]> {
  const sorted = stretches.toSorted((one, other) => one.start - other.start);
  let covered = MAGIC.length;
  for (const { start, length } of [...sorted, { start: end, length: 0 }]) {
    const metadata = start - covered <= LONGEST_METADATA && start > covered;
    if (metadata && isMetadata(await source.read(covered, start - covered))) covered = start;
    for (let at = covered; at < start; at += GAP_STEP) {
      budget.checkTime();
      const bytes = await source.read(at, Math.min(GAP_STEP, start - at));
      const filled = bytes.findIndex((byte) => byte !== 0);
      if (filled >= 0) return [{ code: 'gap', message: 'bytes that belong to no column', offset: at + filled }];
    }
    covered = Math.max(covered, start + length);
  }
  return [];
}

/** Of one column, with its statistics. */
const LONGEST_METADATA = 64 * 1024;

/** What else stands in the metadata. */
async function filesInNotes({ metadata }: Footer): Promise<Part[]> {
  const files: Part[] = [];
  for (const { key, value } of metadata) {
    const file = key === 'ARROW:schema' ? null : await fileIn(key, sourceOf(value));
    if (file !== null) files.push(file);
  }
  return withoutScripts(files);
}

const BASE64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

function schemas({ metadata }: Footer): Part[] {
  return metadata.flatMap(({ key, value }) => {
    if (key !== 'ARROW:schema') return [];
    const text = Buffer.from(value).toString('latin1');
    const bytes = BASE64.test(text) ? Buffer.from(text, 'base64') : value;
    return bytes.length === 0 ? [] : [{ name: key, bytes: sourceOf(new Uint8Array(bytes)) }];
  });
}
