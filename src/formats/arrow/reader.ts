import { assertWithin, type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { type FlatBuffer, type FlatTable, flatBuffer, vectorOf } from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Defect, Format, Part, ReadContext } from '../format.ts';
import { standsAt } from '../magic.ts';
import { claimsArrow, isFile, MAGIC, startsMessage } from './claims.ts';
import { type Messages, tableOf, walkMessages } from './messages.ts';
import { type Extension, readSchema } from './schema.ts';
import { ARROW_SCHEMA } from './tables.ts';

const FILE_START = 8;
/** A length and the magic again. */
const TRAILER = 10;

/**
 * Tables of Apache Arrow (Columnar Format 1.5): streams, and files, of which Feather is one. Messages and their buffers
 * must follow one another; of values only what begins as a file is looked at. The metadata of extension types is handed out: pyarrow before 14.0.1
 * unpickled it (CVE-2023-47248), and other libraries do so still.
 *
 * Defects:
 * - `buffer-outside`: a column's bytes lie outside their message.
 * - `odd-type`, `odd-column`: a column of no known type; one of other lengths, buffers or offsets than its type asks for.
 * - `two-views`: the footer of a file leads to other data than its messages are.
 * - `trailing-bytes`: bytes after the end of the messages.
 */
export const arrowFormat: Format<'arrow'> = {
  id: 'arrow',
  claims: claimsArrow,
  read: async (source, context) => {
    const layout = isFile(await source.read(0, Math.min(source.size, FILE_START))) ? 'file' : 'stream';
    const { messages, defects, extensions } =
      layout === 'file' ? await readFile(source, context) : await readStream(source, context);
    const held = extensions.flatMap(({ name, metadata }): Part[] =>
      metadata.length === 0 ? [] : [{ name: `${name}.metadata`, bytes: sourceOf(metadata) }],
    );
    const facts = {
      format: 'arrow' as const,
      layout,
      columns: messages.columns,
      batches: messages.batches.size,
      extensions: extensions.map(({ name }) => name),
    } as const;
    const parts = [...held, ...messages.parts];
    return { facts, parts, defects: [...messages.defects, ...defects], coverage: 'structure' };
  },
};

interface Table {
  readonly messages: Messages;
  readonly extensions: readonly Extension[];
  readonly defects: readonly Defect[];
}

async function readStream(source: ByteSource, context: ReadContext): Promise<Table> {
  const messages = await walkMessages(source, 0, source.size, context);
  return { messages, extensions: messages.extensions, defects: [...trailing(messages.end, source.size)] };
}

/** What stands before bytes that were put behind a file is said to be sound. */
async function readFile(source: ByteSource, context: ReadContext): Promise<Table> {
  try {
    return await readWhole(source, context);
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    const end = await endBefore(source, context);
    throw end === null ? error : Object.assign(error, { soundTo: end });
  }
}

async function readWhole(source: ByteSource, context: ReadContext): Promise<Table> {
  if (source.size < FILE_START + TRAILER) throw new MalformedError('an Arrow file that is cut off', source.size);
  const trailer = await source.read(source.size - TRAILER, TRAILER);
  if (!standsAt(trailer, 4, MAGIC))
    throw new MalformedError('an Arrow file without its end', source.size - MAGIC.length);
  const length = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength).getInt32(0, true);
  const footerAt = source.size - TRAILER - length;
  assertWithin(source.size - TRAILER, footerAt, length);
  const flat = flatBuffer(sliceOf(source, footerAt, length), context.budget);
  await verifyFlat(flat, ARROW_SCHEMA, 'Footer', length);
  const footer = await flat.root();
  const blocks = [...(await blocksOf(flat, footer, 2, length)), ...(await blocksOf(flat, footer, 3, length))];
  const bare = startsMessage(await source.read(FILE_START, 16)) ? null : Math.min(...blocks, footerAt);
  const messages = await walkMessages(source, FILE_START, footerAt, context, bare);
  const extensions = [...messages.extensions];
  const schema = await tableOf(flat, footer, 1);
  if (schema !== null) await readSchema(flat, schema, length, extensions);
  const defects: Defect[] = [...trailing(messages.end, footerAt)];
  for (const at of blocks) {
    if (messages.batches.has(at)) continue;
    defects.push({ code: 'two-views', message: 'the footer leads to data that is no message of the file', offset: at });
  }
  return { messages, extensions, defects };
}

/** A footer of more columns than anybody has. */
const LONGEST_FOOTER = 4 * 1024 * 1024;

/** The magic in a footer, as the name of a column, is no end: so many are asked whether a footer of such a length stands before them. */
const MOST_ENDS = 16;
/** Between the messages and the footer stands their end, of eight bytes, and what fills it up. */
const MOST_BETWEEN = 72;

/** Where a file ended to which bytes were appended: its footer stands behind its messages, and is as long as its end says. */
async function endBefore(source: ByteSource, context: ReadContext): Promise<number | null> {
  const end = await endOfMessages(source, context);
  if (end === null) return null;
  const behind = await source.read(end, Math.min(LONGEST_FOOTER, source.size - end));
  const bytes = Buffer.from(behind.buffer, behind.byteOffset, behind.byteLength);
  let [first, asked]: [number | null, number] = [null, 0];
  for (let at = bytes.indexOf(MAGIC); at >= 0 && asked < MOST_ENDS; at = bytes.indexOf(MAGIC, at + 1)) {
    const stop = end + at + MAGIC.length;
    if (stop === source.size) break;
    first ??= stop;
    const footerAt = at < 4 ? -1 : at - 4 - bytes.readInt32LE(at - 4);
    if (footerAt < 0 || footerAt > Math.min(MOST_BETWEEN, at - 4)) continue;
    asked++;
    if (await reads(sliceOf(source, 0, stop), context)) return stop;
  }
  return first;
}

async function endOfMessages(source: ByteSource, context: ReadContext): Promise<number | null> {
  try {
    return (await walkMessages(source, FILE_START, source.size, context)).end;
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

async function reads(source: ByteSource, context: ReadContext): Promise<boolean> {
  try {
    await readWhole(source, context);
    return true;
  } catch (error) {
    if (error instanceof MalformedError) return false;
    throw error;
  }
}

/** Places that the footer leads to. */
async function blocksOf(flat: FlatBuffer, footer: FlatTable, list: number, length: number): Promise<readonly number[]> {
  const blocks = await vectorOf(flat, footer, list, BLOCK, length);
  const places: number[] = [];
  for (let index = 0; index < (blocks?.length ?? 0); index++) {
    places.push(await flat.u64((blocks?.start ?? 0) + index * BLOCK));
  }
  return places;
}

/** File.fbs: Block, a struct of two longs and an int. */
const BLOCK = 24;

function* trailing(end: number, limit: number): Iterable<Defect> {
  if (end === limit) return;
  yield { code: 'trailing-bytes', message: `${limit - end} bytes follow the last message`, offset: end };
}
