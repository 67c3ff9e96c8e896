import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { isCatboostPool, readCatboostPool } from './catboost.ts';
import { isLightgbmData, readLightgbmData } from './lightgbm.ts';
import { isXgboostBuffer, readXgboostBuffer } from './xgboost.ts';

/** Data sets that boosting libraries save for the next training: numbers, and names of columns. Nothing in them can run. */
export const boostingDataFormat: Format<'boosting-data'> = {
  id: 'boosting-data',
  claims: (_path, head) => readerOf(head) !== undefined,
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'boosting-data'>> {
  const head = await source.read(0, Math.min(source.size, 64));
  const readBy = readerOf(head);
  if (readBy === undefined) throw new MalformedError('no mark of a data set', 0);
  const facts = await readBy(source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}

function readerOf(head: Uint8Array): typeof readXgboostBuffer | undefined {
  if (isXgboostBuffer(head)) return readXgboostBuffer;
  if (isLightgbmData(head)) return readLightgbmData;
  return isCatboostPool(head) ? readCatboostPool : undefined;
}
