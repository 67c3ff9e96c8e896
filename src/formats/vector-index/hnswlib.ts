import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { sequenceOver } from '../sequence.ts';
import { HEADER } from './claims.ts';
import type { VectorIndexFacts } from './facts.ts';

/** An index of hnswlib (nmslib/hnswlib, hnswalg.h, `saveIndex`): a header, the elements, and the upper links of each. */
export async function readHnswlib(source: ByteSource, budget: Budget): Promise<VectorIndexFacts> {
  const fields = sequenceOver(source, 16);
  const count = await fields.u64();
  const element = await fields.u64();
  fields.skip(HEADER - fields.position());
  fields.skip(count * element);
  for (let index = 0; index < count; index++) {
    if (index % 4096 === 0) budget.checkTime();
    budget.spend('opcodes', 1);
    fields.skip(await fields.u32());
  }
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the links`, fields.position());
  return { format: 'vector-index', library: 'hnswlib', codes: [] };
}
