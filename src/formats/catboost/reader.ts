import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReaderResult } from '../format.ts';

/**
 * A model of CatBoost (catboost/libs/model/model.cpp, TFullModel::Save): `CBM1`, the length of a flat buffer, the buffer,
 * and the parts that the buffer names. Nothing in it can run; the core's root table is checked, the parts are not read.
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
  return { facts: { format: 'catboost', core: size, parts }, parts: [], defects: [], coverage: 'structure' };
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
