import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';
import type { ExternalBytes } from '../location.ts';
import { headFields } from '../protobuf/head.ts';
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
  const sizes: Defect[] = [];
  for (const { key, value, offset: at } of entries) {
    const entry = await readMessage(sourceOf(value), BUNDLE_ENTRY, KEEP, budget);
    const [shard, offset, length] = [3, 4, 5].map((field) => integerOf(entry, field) ?? 0);
    if (shard === undefined || offset === undefined || length === undefined) continue;
    if (shard < 0 || shard >= shards || offset < 0 || length < 0) throw new MalformedError('a tensor in no shard', at);
    const told = toldOf(value);
    const wrong = wrongSize(told, length);
    if (wrong !== null && sizes.length < MOST_SAID)
      sizes.push({ code: 'tensor-size', message: `${key}: ${wrong}`, offset: at });
    // An entry of slices has no bytes of its own.
    if (length > 0)
      external.push({ location: shardName(path, shard, shards), offset, length, owner: key, ...sumOf(told) });
  }
  return { external, defects: [...sizes, ...overlaps(external), ...holes(external)] };
}

const MOST_SAID = 50;

/** What an entry tells of its tensor (tensor_bundle.proto, BundleEntryProto). */
interface Told {
  readonly type: number;
  readonly elements: number;
  readonly sum: number | null;
  readonly sliced: boolean;
}

function toldOf(entry: Uint8Array): Told {
  const fields = headFields(entry, entry.length) ?? [];
  const one = (number: number) => fields.findLast((field) => field.number === number);
  const [shape, sum] = [one(2), one(6)];
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  return {
    type: one(1)?.value ?? 0,
    elements: shape?.wire === 2 ? elementsOf(entry.subarray(shape.start, shape.start + shape.length)) : 1,
    sum: sum?.wire === 5 ? view.getUint32(sum.start, true) : null,
    sliced: one(7) !== undefined,
  };
}

/** The product of a shape's dimensions, each a message whose first field is its size. */
function elementsOf(shape: Uint8Array): number {
  let elements = 1;
  for (const { number, wire, start, length } of headFields(shape, shape.length) ?? []) {
    if (number !== 2 || wire !== 2) continue;
    const dimension = shape.subarray(start, start + length);
    elements *= headFields(dimension, length)?.find((field) => field.number === 1)?.value ?? 0;
  }
  return elements;
}

/** Bytes of an element by its type (types.proto); texts and what a program keeps have no size of their own. */
const WIDTHS: ReadonlyMap<number, number> = new Map([
  ...[6, 4, 10, 11, 12, 24, 25].map((type): [number, number] => [type, 1]),
  ...[5, 14, 15, 16, 17, 19].map((type): [number, number] => [type, 2]),
  ...[1, 3, 13, 22].map((type): [number, number] => [type, 4]),
  ...[2, 8, 9, 23].map((type): [number, number] => [type, 8]),
  [18, 16],
]);
const TEXTS = 7;

function wrongSize({ type, elements, sliced }: Told, length: number): string | null {
  const width = WIDTHS.get(type);
  if (width === undefined || sliced || length === elements * width) return null;
  return `${length} bytes where ${elements * width} are asked for`;
}

/** What bytes in a shard are held to; the sum of texts is of their lengths, too. */
function sumOf({ type, elements, sum }: Told): Partial<ExternalBytes> {
  const texts = type === TEXTS ? { texts: elements } : {};
  return sum === null || !(WIDTHS.has(type) || type === TEXTS) ? texts : { ...texts, sum };
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
