import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { sequenceOver } from '../sequence.ts';
import { CATBOOST_MARK } from './claims.ts';
import type { BoostingDataFacts } from './facts.ts';

const END = new TextEncoder().encode('CatboostQuantizedPoolEnd\0');
/** Where chunks, the description of the pool, that of the columns, and the table of chunks begin. */
const SECTIONS = 4;

/**
 * A quantised pool of CatBoost (catboost/catboost, catboost/libs/data_util and quantized_pool/serialization.cpp): four
 * sections, whose places stand at the end. What is in them is not followed. Throws MalformedError.
 */
export async function readCatboostPool(source: ByteSource, _budget: Budget): Promise<BoostingDataFacts> {
  const tail = 8 * SECTIONS + END.length;
  const fields = sequenceOver(source, Math.max(0, source.size - tail));
  let last = CATBOOST_MARK.length;
  for (let section = 0; section < SECTIONS; section++) {
    const place = await fields.u64();
    if (place < last || place > source.size - tail)
      throw new MalformedError(`a section at ${place}, which is not its place`, fields.position() - 8);
    last = place;
  }
  const mark = await fields.bytes(END.length);
  if (!END.every((byte, at) => mark[at] === byte)) throw new MalformedError('no mark of the end', source.size);
  return { format: 'boosting-data', library: 'catboost', rows: null, columns: null };
}
