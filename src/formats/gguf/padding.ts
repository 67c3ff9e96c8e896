import type { ByteSource } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';
import type { Padding } from './layout.ts';

/** Each gap may be a request for a remote file, so only the largest are read: smaller ones hold under 32 bytes each. */
const MAX_READS = 32;
/** With the usual alignment of 32, a million gaps would not reach this. */
const MAX_BYTES = 1024 * 1024;

/** Whether padding is what it should be: little, and zero. */
export async function paddingDefects(source: ByteSource, paddings: readonly Padding[]): Promise<readonly Defect[]> {
  const total = paddings.reduce((sum, padding) => sum + lengthOf(padding), 0);
  const largest = paddings.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, MAX_READS);
  const [first] = largest;
  if (first === undefined) return [];
  if (total > MAX_BYTES) {
    return [{ code: 'large-padding', message: `${total} bytes are padding between tensors`, offset: first.start }];
  }
  const defects: Defect[] = [];
  for (const padding of largest) {
    const bytes = await source.read(padding.start, lengthOf(padding));
    const index = bytes.findIndex((byte) => byte !== 0);
    if (index === -1) continue;
    const message = `the ${bytes.length} bytes of padding here are not zero`;
    defects.push({ code: 'filled-padding', message, offset: padding.start + index });
  }
  return defects;
}

function lengthOf({ start, end }: Padding): number {
  return end - start;
}
