import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { integerOf } from '../protobuf/message.ts';
import { readMessage } from '../protobuf/reader.ts';
import { BUNDLE_ENTRY, BUNDLE_HEADER } from './shapes.ts';
import { tableEntries } from './table.ts';

const KEEP = { leave: () => true };

/** Where a checkpoint's index says that its tensors lie (tensorflow/core/util/tensor_bundle). */
export async function readIndex(
  source: ByteSource,
  path: string,
  budget: Budget,
): Promise<{ readonly external: readonly ExternalBytes[]; readonly defects: readonly Defect[] }> {
  const [first, ...entries] = await tableEntries(source);
  if (first === undefined || first.key !== '') throw new MalformedError('an index without its header', 0);
  const header = await readMessage(sourceOf(first.value), BUNDLE_HEADER, KEEP, budget);
  const shards = integerOf(header, 1) ?? 0;
  const external: ExternalBytes[] = [];
  for (const { key, value, offset: at } of entries) {
    const entry = await readMessage(sourceOf(value), BUNDLE_ENTRY, KEEP, budget);
    const [shard, offset, length] = [3, 4, 5].map((field) => integerOf(entry, field) ?? 0);
    if (shard === undefined || offset === undefined || length === undefined) continue;
    if (shard < 0 || shard >= shards || offset < 0 || length < 0) throw new MalformedError('a tensor in no shard', at);
    // An entry of slices has no bytes of its own.
    if (length > 0) external.push({ location: shardName(path, shard, shards), offset, length, owner: key });
  }
  return { external, defects: [...overlaps(external), ...holes(external)] };
}

function shardName(path: string, shard: number, shards: number): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.index$/i, '');
  const five = (number: number): string => String(number).padStart(5, '0');
  return `${name}.data-${five(shard)}-of-${five(shards)}`;
}

function overlaps(external: readonly ExternalBytes[]): readonly Defect[] {
  const sorted = external.toSorted((a, b) =>
    a.location < b.location ? -1 : a.location > b.location ? 1 : a.offset - b.offset,
  );
  for (const [index, one] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next === undefined || next.location !== one.location || next.offset >= one.offset + (one.length ?? 0)) continue;
    return [{ code: 'overlapping-tensors', message: `${one.owner} and ${next.owner} claim the same bytes`, offset: 0 }];
  }
  return [];
}

/** Writers may begin tensors at multiples of a page. */
const PAGE = 4096;

/** Bytes between the tensors of a shard that belong to none. */
function holes(external: readonly ExternalBytes[]): readonly Defect[] {
  const ends = new Map<string, number>();
  for (const { location, offset, length, owner } of external.toSorted((a, b) => a.offset - b.offset)) {
    const end = ends.get(location) ?? 0;
    if (offset - end >= PAGE)
      return [{ code: 'hole', message: `${offset - end} bytes before ${owner} belong to no tensor`, offset: 0 }];
    ends.set(location, Math.max(end, offset + (length ?? 0)));
  }
  return [];
}
