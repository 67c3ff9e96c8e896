import { assertWithin, type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { filesInTable } from '../among-numbers.ts';
import { type FlatBuffer, type FlatTable, flatBuffer, tablesOf, vectorOf } from '../flatbuffer/buffer.ts';
import { verifyFlat } from '../flatbuffer/verify.ts';
import type { Defect, Part, ReadContext } from '../format.ts';
import { batchOf, brokenBatch, type Column, columnOf, TEXTS } from './columns.ts';
import { type Extension, readSchema } from './schema.ts';
import { ARROW_SCHEMA } from './tables.ts';
import { unpacker } from './unpack.ts';

/** What a run of messages holds. */
export interface Messages {
  /** Where they end. */
  readonly end: number;
  readonly columns: number;
  /** Places of the messages that carry data. */
  readonly batches: ReadonlySet<number>;
  readonly extensions: readonly Extension[];
  readonly defects: readonly Defect[];
  /** Files among values and metadata. */
  readonly parts: readonly Part[];
}

const CONTINUATION = 0xffffffff;
/** Metadata of one message; wide schemas have some hundred kilobytes. */
const LONGEST_METADATA = 64 * 1024 * 1024;
/** Message.fbs: MessageHeader. */
const SCHEMA = 1;
const DICTIONARY = 2;
const BATCH = 3;
const TENSORS = [4, 5];
const BUFFER = 16;

/**
 * Walks encapsulated messages (Arrow Columnar Format 1.5, 'Encapsulated message format') from `start` to their end
 * marker, or to `limit`. Polars 2 writes the schema of a file without its length: then it reaches to `bare`. Throws
 * MalformedError where there is no message.
 */
export async function walkMessages(
  source: ByteSource,
  start: number,
  limit: number,
  { budget }: ReadContext,
  bare: number | null = null,
): Promise<Messages> {
  const extensions: Extension[] = [];
  const defects: Defect[] = [];
  const parts: Part[] = [];
  const batches = new Set<number>();
  const unpacking = unpacker(budget);
  let columns = 0;
  let layout: readonly Column[] | null = null;
  let at = start;
  if (bare !== null) {
    columns = await readBareSchema(sliceOf(source, start, bare - start), budget, extensions);
    at = bare;
  }
  for (let first = bare === null; at + 8 <= limit; first = false) {
    budget.checkTime();
    budget.spend('opcodes', 1);
    const frame = viewOf(await source.read(at, 8));
    const wide = frame.getUint32(0, true) === CONTINUATION;
    const length = frame.getUint32(wide ? 4 : 0, true);
    const metadata = at + (wide ? 8 : 4);
    if (length === 0) return { end: metadata, columns, batches, extensions, defects, parts };
    if (length > LONGEST_METADATA) throw new MalformedError(`metadata of ${length} bytes`, at);
    assertWithin(limit, metadata, length);
    const flat = flatBuffer(sliceOf(source, metadata, length), budget);
    const told = sliceOf(source, metadata, length);
    const texts = await verifyFlat(flat, ARROW_SCHEMA, 'Message', length);
    parts.push(...(await filesInTable(told, texts)));
    const message = await flat.root();
    const kind = await byteOf(flat, message, 1);
    if (first !== (kind === SCHEMA)) throw new MalformedError('a schema is not where it belongs', at);
    const body = metadata + length;
    const size = await longOf(flat, message, 3);
    assertWithin(limit, body, size);
    const header = await tableOf(flat, message, 2);
    if (header === null) throw new MalformedError('a message without a header', at);
    if (kind === SCHEMA) {
      columns = await readSchema(flat, header, length, extensions);
      layout = await columnsOf(flat, header, length);
      if (layout === null)
        defects.push({ code: 'odd-type', message: 'a column of a type that there is not', offset: at });
    }
    if (kind === BATCH || kind === DICTIONARY) {
      batches.add(at);
      const batch = kind === BATCH ? header : await tableOf(flat, header, 1);
      const outside = batch === null ? true : await reachesOut(flat, batch, length, size);
      if (outside) defects.push({ code: 'buffer-outside', message: 'a column lies outside its message', offset: at });
      else if (kind === DICTIONARY && batch !== null) {
        const values = await batchOf(flat, batch, length, sliceOf(source, body, size));
        for (const column of TEXTS) if ((await brokenBatch([column], values, unpacking, parts)) === null) break;
      } else if (kind === BATCH && layout !== null) {
        const wrong = await brokenBatch(
          layout,
          await batchOf(flat, header, length, sliceOf(source, body, size)),
          unpacking,
          parts,
        );
        if (wrong !== null) defects.push({ code: 'odd-column', message: wrong, offset: at });
      }
    } else if (kind !== SCHEMA && !TENSORS.includes(kind)) throw new MalformedError('a message of an unknown kind', at);
    at = body + size;
  }
  return { end: at, columns, batches, extensions, defects, parts };
}

/** How the columns lie; null where one has a type that there is not. */
async function columnsOf(flat: FlatBuffer, schema: FlatTable, length: number): Promise<readonly Column[] | null> {
  const found: Column[] = [];
  for (const field of await tablesOf(flat, schema, 1, length)) {
    const column = await columnOf(flat, field, length);
    if (column === null) return null;
    found.push(column);
  }
  return found;
}

async function readBareSchema(
  source: ByteSource,
  budget: ReadContext['budget'],
  extensions: Extension[],
): Promise<number> {
  const flat = flatBuffer(source, budget);
  const message = await flat.root();
  const header = await tableOf(flat, message, 2);
  if ((await byteOf(flat, message, 1)) !== SCHEMA || header === null) throw new MalformedError('no schema', 0);
  return readSchema(flat, header, source.size, extensions);
}

async function reachesOut(flat: FlatBuffer, batch: FlatTable, metadata: number, body: number): Promise<boolean> {
  const buffers = await vectorOf(flat, batch, 2, BUFFER, metadata);
  for (let index = 0; index < (buffers?.length ?? 0); index++) {
    const at = (buffers?.start ?? 0) + index * BUFFER;
    if ((await flat.u64(at)) + (await flat.u64(at + 8)) > body) return true;
  }
  return false;
}

export async function tableOf(flat: FlatBuffer, table: FlatTable, index: number): Promise<FlatTable | null> {
  const at = table.field(index);
  return at === null ? null : flat.table(at + (await flat.u32(at)));
}

async function byteOf(flat: FlatBuffer, table: FlatTable, index: number): Promise<number> {
  const at = table.field(index);
  return at === null ? 0 : flat.u8(at);
}

async function longOf(flat: FlatBuffer, table: FlatTable, index: number): Promise<number> {
  const at = table.field(index);
  return at === null ? 0 : flat.u64(at);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
