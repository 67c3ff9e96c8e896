import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { fileBehind, filesAmong, filesInTexts } from '../among-numbers.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { isLfsPointer } from '../lfs-pointer.ts';
import { quoted, readEntries } from './entries.ts';
import { HEADER_START, type Header, parseHeader } from './header.ts';
import { layoutDefects } from './layout.ts';

/**
 * What can be wrong with a file whose header can be read (the format, safetensors README: 'Format'). The reference
 * loader refuses all but `duplicate-key` (where the last one wins) and `unknown-field` (which it skips).
 */
export const SAFETENSORS_DEFECTS = [
  'duplicate-key',
  'unknown-field',
  'entry-invalid',
  'odd-number',
  'metadata-invalid',
  'unknown-dtype',
  'size-mismatch',
  'overlapping-tensors',
  'hole',
  'trailing-bytes',
  'out-of-bounds',
] as const;

/** Most headers are shorter: one request for a remote file. */
const FIRST_READ = 64 * 1024;

/** Reads the header and proves the layout; never the tensors. */
export const safetensorsFormat: Format<'safetensors'> = {
  id: 'safetensors',
  claims: (path, head, size) =>
    (path.toLowerCase().endsWith('.safetensors') && !isLfsPointer(head)) || looksRight(head, size),
  read,
};

/** A header length that fits into the file, and a JSON object where the header begins. */
function looksRight(head: Uint8Array, size: number): boolean {
  if (head.length <= HEADER_START || head[HEADER_START] !== 0x7b) return false;
  const length = headerLength(head);
  return length >= 2 && length <= LIMITS.safetensorsHeader && length <= size - HEADER_START;
}

async function read(bytes: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'safetensors'>> {
  const headerBytes = await readHeader(bytes);
  const header = parseHeader(headerBytes);
  const { value } = header;
  budget.checkTime();
  budget.spend('entries', Object.keys(value).length);
  const { tensors, metadata, parameters, defects } = readEntries(value);
  budget.checkTime();
  const dataStart = HEADER_START + headerBytes.length;
  const region = { start: dataStart, size: bytes.size - dataStart };
  const lastEnd = tensors.reduce((most, { end }) => Math.max(most, end), 0);
  return {
    facts: { format: 'safetensors', headerBytes: headerBytes.length, tensors, metadata, parameters },
    parts: [
      ...(await filesInTexts(metadata)),
      ...(await filesAmong(
        bytes,
        tensors.map(({ name, dtype, start, end }) => ({
          name,
          start: dataStart + start,
          size: end - start,
          bytes: dtype === 'U8' || dtype === 'I8',
        })),
        budget,
      )),
      ...(await fileBehind(bytes, dataStart + lastEnd)),
    ],
    defects: [...spellingDefects(header), ...defects, ...layoutDefects(tensors, region)],
    coverage: 'structure',
  };
}

async function readHeader(bytes: ByteSource): Promise<Uint8Array> {
  if (bytes.size < HEADER_START) throw new MalformedError('shorter than the 8 bytes of a header length', 0);
  const first = await bytes.read(0, Math.min(bytes.size, FIRST_READ));
  const length = headerLength(first);
  if (length > LIMITS.safetensorsHeader) {
    throw new MalformedError(`a header may have ${LIMITS.safetensorsHeader} bytes, not ${length}`, 0);
  }
  const end = HEADER_START + length;
  if (end > bytes.size) throw new MalformedError(`a header of ${length} bytes does not fit into the file`, 0);
  return end <= first.length ? first.subarray(HEADER_START, end) : bytes.read(HEADER_START, length);
}

/** As a number: past 2^53 it loses digits, and is past every limit anyway. */
function headerLength(head: Uint8Array): number {
  return Number(new DataView(head.buffer, head.byteOffset, head.byteLength).getBigUint64(0, true));
}

function* spellingDefects({ duplicateKeys, oddNumber, oddBlanks }: Header): Iterable<Defect> {
  if (oddBlanks)
    yield {
      code: 'filled-padding',
      message: 'the header is filled up with other blanks than spaces',
      offset: HEADER_START,
    };
  for (const key of duplicateKeys) {
    yield { code: 'duplicate-key', message: `the key ${quoted(key)} stands twice`, offset: HEADER_START };
  }
  if (oddNumber !== null) {
    yield { code: 'odd-number', message: `${oddNumber} is not a plain whole number`, offset: HEADER_START };
  }
}
