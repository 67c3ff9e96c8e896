import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { claimsTreelite } from './claims.ts';

/**
 * Checkpoints of Treelite 4 (dmlc/treelite, include/treelite/tree.h and docs/serialization): numbers, then arrays with
 * their lengths, for the model and for each tree. Nothing in them can run. Optional fields, which no release has
 * written, are refused.
 */
export const treeliteFormat: Format<'treelite'> = { id: 'treelite', claims: claimsTreelite, read };

/** Bytes of an element by `TypeInfo`: u32, float, double. */
const WIDTHS = [0, 4, 4, 8];
const LONGEST_TEXT = 1024 * 1024;
const MOST_TARGETS = 65_536;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'treelite'>> {
  const fields = sequenceOver(source);
  const version = [await fields.u32(), await fields.u32(), await fields.u32()].join('.');
  const threshold = WIDTHS[await fields.u8()] ?? 0;
  const leaf = WIDTHS[await fields.u8()] ?? 0;
  const trees = await fields.u64();
  await skipModel(fields);
  for (let tree = 0; tree < trees; tree++) {
    budget.spend('opcodes', 1);
    if (tree % 256 === 0) budget.checkTime();
    await skipTree(fields, threshold, leaf);
  }
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the trees`, fields.position());
  return { facts: { format: 'treelite', version, trees }, parts: [], defects: [], coverage: 'structure' };
}

/** Number of features, kind of task, whether trees are averaged; targets; texts and numbers for what comes after. */
async function skipModel(fields: Sequence): Promise<void> {
  fields.skip(4 + 1 + 1);
  const targets = await fields.u32();
  if (targets > MOST_TARGETS) throw new MalformedError(`${targets} targets`, fields.position());
  for (let array = 0; array < 4; array++) await skipArray(fields, 4);
  await skipText(fields);
  fields.skip(2 * 4);
  await skipArray(fields, 8);
  await skipText(fields);
  await noOptional(fields);
}

async function skipTree(fields: Sequence, threshold: number, leaf: number): Promise<void> {
  const nodes = await fields.u32();
  fields.skip(1);
  // What every node has: its kind, its children, the feature, where to go by default, the leaf, the threshold, and how to compare.
  for (const width of [1, 4, 4, 4, 1, leaf, threshold, 1]) await skipArray(fields, width, nodes);
  // Where categories lead; leaves of several numbers; lists of categories; counts, sums and gains, if there are any.
  for (const width of [1, leaf, 8, 8, 4, 8, 8, 8, 1, 8, 1, 8, 1]) await skipArray(fields, width);
  await noOptional(fields);
  await noOptional(fields);
}

async function skipArray(fields: Sequence, width: number, expected?: number): Promise<void> {
  const at = fields.position();
  const length = await fields.u64();
  if (expected !== undefined && length !== expected)
    throw new MalformedError(`${length} values for ${expected} nodes`, at);
  fields.skip(length * width);
}

async function skipText(fields: Sequence): Promise<void> {
  const at = fields.position();
  const length = await fields.u64();
  if (length > LONGEST_TEXT) throw new MalformedError(`a text of ${length} bytes`, at);
  fields.skip(length);
}

async function noOptional(fields: Sequence): Promise<void> {
  const at = fields.position();
  const count = await fields.i32();
  if (count !== 0) throw new MalformedError(`${count} optional fields`, at);
}
