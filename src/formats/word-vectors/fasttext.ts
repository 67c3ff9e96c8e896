import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { MAGIC } from './claims.ts';
import type { WordVectorsFacts } from './facts.ts';

const VERSIONS = [11, 12];
const LONGEST_WORD = 65_536;
/** Numbers of an argument line: dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate. */
const ARGUMENTS = 12;

/**
 * Models of fastText (facebookresearch/fastText, src/fasttext.cc, `saveModel`): arguments, dictionary, the matrix of
 * words and that of labels, either of which may be quantised. Throws MalformedError unless they fill the file.
 */
export async function readFastText(source: ByteSource, budget: Budget): Promise<WordVectorsFacts> {
  const fields = sequenceOver(source, MAGIC.length);
  const version = await fields.i32();
  if (!VERSIONS.includes(version)) throw new MalformedError(`version ${version} of fastText`, MAGIC.length);
  const dimension = await fields.i32();
  fields.skip(4 * (ARGUMENTS - 1) + 8);
  const words = await readDictionary(fields, budget);
  const quantised = (await fields.u8()) !== 0;
  await readMatrix(fields, quantised);
  const outputQuantised = (await fields.u8()) !== 0;
  await readMatrix(fields, quantised && outputQuantised);
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the matrices`, fields.position());
  return { format: 'word-vectors', what: 'fastText', words, dimension };
}

/** Words with their counts and types, then the pairs that pruning left. Answers how many words and labels there are. */
async function readDictionary(fields: Sequence, budget: Budget): Promise<number> {
  const size = await fields.i32();
  fields.skip(4 + 4 + 8);
  const pruned = Number(await fields.i64());
  for (let word = 0; word < size; word++) {
    if (word % 4096 === 0) budget.checkTime();
    budget.spend('opcodes', 1);
    await skipWord(fields);
    fields.skip(8 + 1);
  }
  if (pruned > 0) fields.skip(8 * pruned);
  return size;
}

async function skipWord(fields: Sequence): Promise<void> {
  const start = fields.position();
  while ((await fields.u8()) !== 0) {
    if (fields.position() - start > LONGEST_WORD) throw new MalformedError('a word without an end', start);
  }
}

async function readMatrix(fields: Sequence, quantised: boolean): Promise<void> {
  const normed = quantised && (await fields.u8()) !== 0;
  const rows = await fields.u64();
  const columns = await fields.u64();
  if (!quantised) return fields.skip(4 * rows * columns);
  fields.skip(await fields.u32());
  await skipQuantiser(fields);
  if (!normed) return;
  fields.skip(rows);
  await skipQuantiser(fields);
}

/** `ProductQuantizer`: dim, nsubq, dsub, lastdsub, and 256 centroids for each dimension. */
async function skipQuantiser(fields: Sequence): Promise<void> {
  const dimension = await fields.u32();
  fields.skip(3 * 4 + 4 * dimension * 256);
}
