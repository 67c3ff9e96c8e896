import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { standsAt } from '../magic.ts';
import { sequenceOver } from '../sequence.ts';
import type { VectorIndexFacts } from './facts.ts';

const HEADER = 96;

/** Sizes of one element as the library computes them: links, then numbers, then a label of eight bytes. */
export function isHnswlib(head: Uint8Array, size: number): boolean {
  // The first number is nought.
  if (head.length < HEADER || !standsAt(head, 0, '\0\0\0\0\0\0\0\0')) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const at = (index: number): number => Number(view.getBigUint64(8 * index, true));
  const [capacity, count, element, label, data] = [at(1), at(2), at(3), at(4), at(5)];
  return count > 0 && count <= capacity && label + 8 === element && data < label && HEADER + count * element <= size;
}

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
