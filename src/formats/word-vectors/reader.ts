import type { Budget } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { claimsWordVectors, isFastText, isWord2vec } from './claims.ts';
import type { WordVectorsFacts } from './facts.ts';
import { readFastText } from './fasttext.ts';
import { readTextVectors } from './text-vectors.ts';
import { readWord2vec } from './word2vec.ts';

/** Words and their vectors: word2vec's binary form, models of fastText, and texts too long for a document. Nothing in them can run. */
export const wordVectorsFormat: Format<'word-vectors'> = {
  id: 'word-vectors',
  claims: claimsWordVectors,
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'word-vectors'>> {
  const head = await source.read(0, Math.min(source.size, LIMITS.head));
  const facts = await readBy(head, source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}

function readBy(head: Uint8Array, source: ByteSource, budget: Budget): Promise<WordVectorsFacts> {
  if (isFastText(head)) return readFastText(source, budget);
  return isWord2vec(head, source.size) ? readWord2vec(source, budget) : readTextVectors(source, budget);
}
