import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { LIGHTGBM_MARK } from './claims.ts';
import type { BoostingDataFacts } from './facts.ts';

/** What is written is filled up to whole words. */
const WORD = 8;
/** Rows, features used, all features; the flag for raw values; which features are used. Each in a word of its own. */
const ALL_FEATURES = 2 * WORD;
const HAS_RAW = 9 * WORD;
const USED = 10 * WORD;
const LONGEST_HEADER = 256 * 1024 * 1024;

/**
 * A data set of LightGBM (microsoft/LightGBM 3.2 and later, `Dataset::SaveBinaryFile` in src/io/dataset.cpp): blocks with
 * their lengths for the header, the labels and each group of features, then the raw values of the rows when they are
 * kept. What is in a block of bins is not followed. Throws MalformedError.
 */
export async function readLightgbmData(source: ByteSource, budget: Budget): Promise<BoostingDataFacts> {
  const fields = sequenceOver(source, padded(LIGHTGBM_MARK.length));
  const { rows, columns, groups, hasRaw } = await readHeader(fields);
  for (let block = 0; block < 1 + groups; block++) {
    budget.spend('opcodes', 1);
    fields.skip(await fields.u64());
  }
  const left = fields.left();
  const row = hasRaw && rows > 0 ? left / (4 * rows) : left;
  if (!Number.isInteger(row) || row > (hasRaw ? columns : 0))
    throw new MalformedError(`${left} bytes after the groups`, fields.position());
  return { format: 'boosting-data', library: 'lightgbm', rows, columns };
}

interface Header {
  readonly rows: number;
  readonly columns: number;
  readonly groups: number;
  readonly hasRaw: boolean;
}

async function readHeader(fields: Sequence): Promise<Header> {
  const at = fields.position();
  const length = await fields.u64();
  if (length > LONGEST_HEADER) throw new MalformedError(`a header of ${length} bytes`, at);
  const bytes = await fields.bytes(length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const number = (offset: number): number => {
    if (offset + 4 > length) throw new MalformedError('a header that ends too soon', at);
    return view.getInt32(offset, true);
  };
  const rows = number(0);
  const columns = number(ALL_FEATURES);
  const groups = number(USED + padded(4 * Math.max(0, columns)));
  if (rows < 0 || columns < 0 || groups < 0) throw new MalformedError('a count below zero', at);
  return { rows, columns, groups, hasRaw: number(HAS_RAW) % 256 !== 0 };
}

function padded(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}
