import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { readCatboostPool } from './catboost.ts';
import { claimsBoostingData, libraryOf } from './claims.ts';
import { readLightgbmData } from './lightgbm.ts';
import { readXgboostBuffer } from './xgboost.ts';

/** Data sets that boosting libraries save for the next training: numbers, and names of columns. Nothing in them can run. */
export const boostingDataFormat: Format<'boosting-data'> = {
  id: 'boosting-data',
  claims: claimsBoostingData,
  read,
};

const READERS = { xgboost: readXgboostBuffer, lightgbm: readLightgbmData, catboost: readCatboostPool };

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'boosting-data'>> {
  const head = await source.read(0, Math.min(source.size, 64));
  const library = libraryOf(head);
  if (library === undefined) throw new MalformedError('no mark of a data set', 0);
  const facts = await READERS[library](source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}
