import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { integerOf, textOf } from '../protobuf/message.ts';
import { readMessage } from '../protobuf/reader.ts';
import { INTEGER, NUMBERS, STRING, shapeOf } from '../protobuf/shape.ts';
import { claimsOrc, isMagic } from './claims.ts';
import { judgeFooter, judgeMetadata } from './footer.ts';

/**
 * Tables of Apache ORC (specification v1): the postscript in the last bytes, the footers that it tells, unpacked, and that
 * stripes fill the file, streams their stripes, and columns have as many values as rows. Readers make columns of values and
 * nothing else; of texts what begins as a file is handed out.
 */
export const orcFormat: Format<'orc'> = {
  id: 'orc',
  claims: claimsOrc,
  read: async (source, context) => {
    try {
      return await read(source, context);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      const end = await endBefore(source);
      throw end === null ? error : Object.assign(error, { soundTo: end });
    }
  },
};

/** How a postscript ends: its last field, which is the name of the format. */
const LAST_FIELD = Buffer.from('82f403034f5243', 'hex');
/** As far back as an end is looked for that bytes were put behind. */
const LOOKED_BACK = 4 * 1024 * 1024;

/** Where a table ended to which bytes were appended, whose readers look at its end; what stands before is said to be sound. */
async function endBefore(source: ByteSource): Promise<number | null> {
  const length = Math.min(source.size, LOOKED_BACK);
  const base = source.size - length;
  const { buffer, byteOffset } = await source.read(base, length);
  const at = Buffer.from(buffer, byteOffset, length).lastIndexOf(LAST_FIELD);
  // Behind it stands the length of the postscript, in one byte.
  const end = base + at + LAST_FIELD.length + 1;
  return at < 0 || end >= source.size ? null : end;
}

const MAGIC = 'ORC';
const CODECS = 7;
/** What writers take where they say nothing, and more than any takes: chunks tell their length in 23 bits. */
const [BLOCK, LARGEST] = [256 * 1024, 2 ** 23];

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
  const [footer = 0, metadata = 0, statistics = 0] = [1, 5, 7].map((field) => integerOf(postscript, field));
  const lengths = [footer, metadata, statistics];
  if (lengths.some((each) => each < 0) || footer + metadata + statistics > start - MAGIC.length)
    throw new MalformedError('footers longer than the file', start);
  if (Math.max(...lengths) > LIMITS.document) throw new OverBudgetError('footers longer than any');
  const packing = { codec: compression, block: integerOf(postscript, 3) ?? BLOCK };
  if (packing.block < 1 || packing.block > LARGEST) throw new MalformedError(`chunks of ${packing.block} bytes`, start);
  const end = start - footer - metadata - statistics;
  await judgeMetadata(sliceOf(source, end + statistics, metadata), packing, budget);
  const parts = await judgeFooter(source, await source.read(start - footer, footer), end, packing, budget);
  return { facts: { format: 'orc', compression }, parts, defects: [], coverage: 'structure' };
}
