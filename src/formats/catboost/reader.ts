import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReaderResult } from '../format.ts';

/**
 * A model of CatBoost (catboost/libs/model/model.cpp, TFullModel::Save): `CBM1`, the length of a flat buffer, the buffer,
 * and the part that the buffer names: tables of categories, each behind its length, or what texts and embeddings are
 * counted by, behind a magic of its own. Nothing in it can run; the core's root table is checked, and that the tables tile
 * the rest.
 */
export const catboostFormat: Format<'catboost'> = {
  id: 'catboost',
  claims: (_path, head) => MAGIC.every((byte, index) => head[index] === byte),
  read,
};

const MAGIC = [0x43, 0x42, 0x4d, 0x31];
const HEADER = 8;
/** Bytes of the core that are read: its root table and the strings it names stand near either end. */
const CORE = 256 * 1024 * 1024;

async function read(source: ByteSource): Promise<ReaderResult<'catboost'>> {
  if (source.size < HEADER + 8) throw new MalformedError('a model cut short', source.size);
  const head = view(await source.read(0, HEADER));
  const size = head.getUint32(4, true);
  if (size < 8 || HEADER + size > source.size) throw new MalformedError(`a core of ${size} bytes`, 4);
  const core = await source.read(HEADER, Math.min(size, CORE));
  const parts = partNames(core);
  if (parts.length === 0 && HEADER + size !== source.size) {
    throw new MalformedError(`${source.size - HEADER - size} bytes after the core`, HEADER + size);
  }
  if (isCollection(parts)) await collectionStarts(source, HEADER + size, parts[0]);
  else if (parts.length > 0) await tablesTile(source, HEADER + size);
  return { facts: { format: 'catboost', core: size, parts }, parts: [], defects: [], coverage: 'structure' };
}

/** Parts of texts and embeddings are named by the magic that they begin with (text_features/text_processing_collection.cpp). */
function isCollection(parts: readonly string[]): parts is readonly [string] {
  return parts.length === 1 && /^(?:text|embed)\w*_process\w*\0*$/.test(parts[0] ?? '');
}

async function collectionStarts(source: ByteSource, start: number, magic: string): Promise<void> {
  const length = Math.min(magic.length + HEADER, source.size - start);
  const head = await source.read(start, length);
  const says = new TextDecoder('latin1').decode(head.subarray(0, magic.length));
  if (says !== magic || length < magic.length + HEADER) throw new MalformedError('a part of another kind', start);
  const header = view(head).getBigUint64(magic.length, true);
  if (header > BigInt(source.size - start - length)) throw new MalformedError(`a header of ${header} bytes`, start);
}

const MOST_TABLES = 65_536;

/** `TCtrDataStreamWriter`: how many tables there are, then each behind its size; they reach to the end of the file. */
async function tablesTile(source: ByteSource, start: number): Promise<void> {
  const word = async (at: number): Promise<number> => {
    if (at + 4 > source.size) throw new MalformedError('tables cut short', at);
    return view(await source.read(at, 4)).getUint32(0, true);
  };
  const count = await word(start);
  if (count > MOST_TABLES) throw new MalformedError(`${count} tables`, start);
  let at = start + 4;
  for (let table = 0; table < count; table++) at += 4 + (await word(at));
  if (at !== source.size) throw new MalformedError(`tables that end at ${at} of ${source.size}`, start);
}

/** `TModelCore` (flatbuffers/model.fbs): FormatVersion, ModelTrees, InfoMap, ModelPartIds. */
const PART_IDS = 3;
const MOST_PARTS = 100;

function partNames(core: Uint8Array): readonly string[] {
  const data = view(core);
  const at = (offset: number): number => {
    if (offset < 0 || offset + 4 > core.length)
      throw new MalformedError('a core that points past its end', HEADER + offset);
    return data.getUint32(offset, true);
  };
  const root = at(0);
  const table = root - (at(root) | 0);
  if (table < 0 || table + 4 > core.length) throw new MalformedError('a core without a table', HEADER + root);
  const fields = (data.getUint16(table, true) - 4) / 2;
  if (fields <= PART_IDS) return [];
  const slotAt = table + 4 + 2 * PART_IDS;
  if (slotAt + 2 > core.length) throw new MalformedError('a table past the end of the core', HEADER + table);
  const field = data.getUint16(slotAt, true);
  if (field === 0) return [];
  const vector = root + field + at(root + field);
  const count = at(vector);
  if (count > MOST_PARTS) throw new MalformedError(`${count} parts`, HEADER + vector);
  return Array.from({ length: count }, (_, index) => {
    const slot = vector + 4 + 4 * index;
    const text = slot + at(slot);
    const length = at(text);
    if (length > 1024) throw new MalformedError('a part with a long name', HEADER + text);
    return new TextDecoder().decode(core.subarray(text + 4, text + 4 + length));
  });
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
