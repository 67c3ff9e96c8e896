import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { fileBehind, filesAmong, filesInTexts } from '../among-numbers.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsGguf, hasMagic } from './claims.ts';
import { type Cursor, cursorOver } from './cursor.ts';
import { aligned, proveLayout } from './layout.ts';
import { readMetadata } from './metadata.ts';
import { paddingDefects } from './padding.ts';
import { readTensors } from './tensors.ts';
import { type Dialect, readLength, type Stream } from './values.ts';

/**
 * What can be wrong with a file whose header can be read (the format: ggml, docs/gguf.md; what loaders refuse:
 * src/gguf.cpp). The reference loader does not look at padding or past the last tensor, and refuses all the rest.
 */
export const GGUF_DEFECTS = [
  'duplicate-key',
  'duplicate-tensor',
  'invalid-name',
  'template-not-text',
  'value-type',
  'unknown-type',
  'size-mismatch',
  'misaligned',
  'unordered-tensors',
  'overlapping-tensors',
  'hole',
  'trailing-bytes',
  'out-of-bounds',
  'large-padding',
  'filled-padding',
] as const;
const VERSIONS = [1, 2, 3];
/** ggml: GGML_TYPE_I8. */
const I8 = 24;

/** Reads the header in growing windows and proves the layout; never the tensors. */
export const ggufFormat: Format<'gguf'> = {
  id: 'gguf',
  claims: claimsGguf,
  read,
};

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'gguf'>> {
  const cursor = cursorOver(bytes, budget);
  const stream: Stream = { cursor, dialect: await readDialect(cursor), budget, stretches: [] };
  const [tensorCount, valueCount] = [await readCount(stream, 'tensors'), await readCount(stream, 'key-values')];
  const defects: Defect[] = [];
  const { values, chatTemplates, alignment, blobs } = await readMetadata(stream, valueCount, defects);
  const sized = await readTensors(stream, tensorCount, defects);
  const headerEnd = cursor.position();
  // The data begin at a boundary of the file; without tensors there need be none.
  const dataStart = Math.min(aligned(headerEnd, alignment), Math.max(bytes.size, headerEnd));
  const region = { start: dataStart, size: bytes.size - dataStart, alignment };
  const layout = proveLayout(sized, region);
  const paddings = [...layout.paddings, ...(dataStart > headerEnd ? [{ start: headerEnd, end: dataStart }] : [])];
  const lastEnd = sized.reduce((most, { offset, bytes: size }) => Math.max(most, offset + (size ?? 0)), 0);
  return {
    facts: {
      format: 'gguf',
      version: stream.dialect.version,
      littleEndian: stream.dialect.littleEndian,
      dataStart,
      metadata: Object.fromEntries(values),
      chatTemplates,
      tensors: sized.map(({ name, type, shape, offset }) => ({ name, type, shape, offset })),
      parameters: sized.reduce((sum, { elements }) => sum + elements, 0),
    },
    parts: [
      ...(await filesInTexts(Object.fromEntries(values))),
      ...(await filesAmong(bytes, [
        ...blobs,
        ...stream.stretches,
        ...sized.map(({ name, type, offset, bytes: size }) => ({
          name,
          start: dataStart + offset,
          size: size ?? 0,
          bytes: type === I8,
        })),
      ])),
      ...(await fileBehind(bytes, dataStart + lastEnd)),
    ],
    defects: [...defects, ...layout.defects, ...(await paddingDefects(bytes, paddings))],
    coverage: 'structure',
  };
}

/** The version's own bytes tell the byte order: 1 to 3 in one of them. */
async function readDialect(cursor: Cursor): Promise<Dialect> {
  const head = await cursor.take(8);
  if (!hasMagic(head)) throw new MalformedError('does not begin with GGUF', 0);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  for (const littleEndian of [true, false]) {
    const version = view.getUint32(4, littleEndian);
    if (VERSIONS.includes(version)) return { version, littleEndian };
  }
  throw new MalformedError(`version ${view.getUint32(4, true)} is none of 1 to 3`, 4);
}

async function readCount(stream: Stream, what: string): Promise<number> {
  const at = stream.cursor.position();
  const count = await readLength(stream);
  // A key-value takes 9 bytes at least, a tensor more: a count that the file cannot hold is a lie, not a load.
  if (count * 9 > stream.cursor.left()) throw new MalformedError(`${count} ${what} do not fit into the file`, at);
  if (count > LIMITS.ggufEntries) throw new OverBudgetError(`${count} ${what}`);
  return count;
}
