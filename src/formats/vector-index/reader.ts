import type { Budget } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { filesAmong, type Stretch } from '../among-numbers.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { readAnnoy } from './annoy.ts';
import { claimsVectorIndex, isAnnoy, isFaiss, isHnswlib } from './claims.ts';
import type { VectorIndexFacts } from './facts.ts';
import { readFaiss } from './faiss.ts';
import { readHnswlib } from './hnswlib.ts';

/** Indexes of vectors, which lie beside models that search: faiss, hnswlib and Annoy. Nothing in them can run, but vectors of faiss that are files. */
export const vectorIndexFormat: Format<'vector-index'> = {
  id: 'vector-index',
  claims: claimsVectorIndex,
  read,
};

async function read(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'vector-index'>> {
  const head = await source.read(0, Math.min(source.size, 128));
  const stretches: Stretch[] = [];
  const facts = await readBy(path, head, source, { budget, stretches });
  return { facts, parts: await filesAmong(source, stretches), defects: [], coverage: 'structure' };
}

function readBy(
  path: string,
  head: Uint8Array,
  source: ByteSource,
  { budget, stretches }: { readonly budget: Budget; readonly stretches: Stretch[] },
): Promise<VectorIndexFacts> {
  if (isFaiss(head)) return readFaiss(source, budget, stretches);
  return isHnswlib(head, source.size) || !isAnnoy(path, source.size)
    ? readHnswlib(source, budget)
    : readAnnoy(source, budget);
}
