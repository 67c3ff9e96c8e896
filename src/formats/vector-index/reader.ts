import type { ByteSource } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { isFaiss, readFaiss } from './faiss.ts';
import { isHnswlib, readHnswlib } from './hnswlib.ts';

/** Indexes of vectors, which lie beside models that search: faiss and hnswlib. Nothing in them can run. */
export const vectorIndexFormat: Format<'vector-index'> = {
  id: 'vector-index',
  claims: (_path, head, size) => isFaiss(head) || isHnswlib(head, size),
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'vector-index'>> {
  const head = await source.read(0, Math.min(source.size, 128));
  const facts = isFaiss(head) ? await readFaiss(source, budget) : await readHnswlib(source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}
