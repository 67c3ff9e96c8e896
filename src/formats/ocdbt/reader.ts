import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { OCDBT_DATA_FILE } from '../ocdbt-data-file.ts';
import { blockAt, isBlock } from './blocks.ts';
import { claimsOcdbt } from './claims.ts';
import { valueAt } from './values.ts';

/**
 * Databases of TensorStore, in which Orbax keeps checkpoints of JAX (google/tensorstore, kvstore/ocdbt): manifests and
 * nodes of trees, each with its length and checksum, and files of data, where nodes and chunks of arrays stand one after
 * the other. Chunks are walked frame by frame, and not decoded; nothing in them can run.
 */
export const ocdbtFormat: Format<'ocdbt'> = {
  id: 'ocdbt',
  claims: claimsOcdbt,
  read,
};

async function read(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'ocdbt'>> {
  const isData = OCDBT_DATA_FILE.test(path);
  let blocks = 0;
  let values = 0;
  for (let at = 0; at < source.size; ) {
    budget.checkTime();
    budget.spend('opcodes', 1);
    const head = await source.read(at, Math.min(LIMITS.head, source.size - at));
    if (isBlock(head)) {
      at = await blockAt(source, at, budget);
      blocks += 1;
    } else {
      if (!isData) throw new MalformedError(`${source.size - at} bytes after the last block`, at);
      at = await valueAt(source, at, budget);
      values += 1;
    }
  }
  return { facts: { format: 'ocdbt', blocks, values }, parts: [], defects: [], coverage: 'structure' };
}
