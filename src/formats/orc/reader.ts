import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { integerOf, textOf } from '../protobuf/message.ts';
import { readMessage } from '../protobuf/reader.ts';
import { INTEGER, NUMBERS, STRING, shapeOf } from '../protobuf/shape.ts';

/**
 * Tables of Apache ORC (specification v1, File Tail): the postscript in the last bytes, and that the footers it tells fit
 * before it. Stripes and footers are compressed, and not unpacked: readers make columns of them and nothing else.
 */
export const orcFormat: Format<'orc'> = {
  id: 'orc',
  claims: (path, head) => isMagic(head) || /\.orc$/i.test(path),
  read,
};

const MAGIC = 'ORC';
const CODECS = 7;

const POSTSCRIPT = shapeOf('PostScript', {
  1: INTEGER,
  2: INTEGER,
  3: INTEGER,
  4: NUMBERS,
  5: INTEGER,
  6: INTEGER,
  7: INTEGER,
  8000: STRING,
});

function isMagic(head: Uint8Array): boolean {
  return head[0] === 0x4f && head[1] === 0x52 && head[2] === 0x43;
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'orc'>> {
  if (source.size < MAGIC.length + 2 || !isMagic(await source.read(0, MAGIC.length)))
    throw new MalformedError('no ORC', 0);
  const length = (await source.read(source.size - 1, 1))[0] ?? 0;
  const start = source.size - 1 - length;
  if (length === 0 || start < MAGIC.length) throw new MalformedError('no postscript', source.size - 1);
  const postscript = await readMessage(sliceOf(source, start, length), POSTSCRIPT, { leave: () => true }, budget);
  if (textOf(postscript, 8000) !== MAGIC) throw new MalformedError('a postscript without its name', start);
  const compression = integerOf(postscript, 2) ?? 0;
  if (compression >= CODECS) throw new MalformedError(`compression ${compression}`, start);
  const footers = [1, 5, 7].reduce((total, field) => total + (integerOf(postscript, field) ?? 0), 0);
  if (footers > start - MAGIC.length) throw new MalformedError('footers longer than the file', start);
  return { facts: { format: 'orc', compression }, parts: [], defects: [], coverage: 'structure' };
}
