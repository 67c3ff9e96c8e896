import type { ByteSource } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { isFastText, readFastText } from './fasttext.ts';
import { isWord2vec, readWord2vec } from './word2vec.ts';

/** Words and their vectors: word2vec's binary form, and models of fastText. Nothing in them can run. */
export const wordVectorsFormat: Format<'word-vectors'> = {
  id: 'word-vectors',
  claims: (_path, head, size) => isFastText(head) || isWord2vec(head, size),
  read,
};

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'word-vectors'>> {
  const head = await source.read(0, Math.min(source.size, 64));
  const facts = isFastText(head) ? await readFastText(source, budget) : await readWord2vec(source, budget);
  return { facts, parts: [], defects: [], coverage: 'structure' };
}
