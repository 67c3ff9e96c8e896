import { MOST, SHORTEST, type Stretch } from '../formats/among-numbers.ts';
import { crc32c, masked } from '../formats/crc32c.ts';
import type { Defect } from '../formats/format.ts';
import { varint } from '../formats/varint.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import type { Description, TextStretch } from './described.ts';

/** Bytes of a file whose sums are taken: a few tenths of a second. Of larger files the first tensors are. */
const MOST_SUMMED = 64 * 1024 * 1024;
const STEP = 4 * 1024 * 1024;

/** The first tensor whose bytes do not have the sum that the index of its checkpoint tells: TensorFlow refuses it. */
export async function wrongSums(bytes: ByteSource, { sums = [] }: Description): Promise<readonly Defect[]> {
  if (bytes.costly === true) return [];
  let left = MOST_SUMMED;
  for (const one of sums) {
    const { start, size, sum } = one;
    if (start + size > bytes.size || size > left) continue;
    left -= size;
    let crc = 0;
    for (let at = start; at < start + size; at += STEP)
      crc = crc32c(await bytes.read(at, Math.min(STEP, start + size - at)), crc);
    if (masked(crc) !== sum) return [wrongSum(one)];
  }
  return [];
}

function wrongSum({ owner, start }: { readonly owner: string; readonly start: number }): Defect {
  return { code: 'checksum', message: `${owner} does not have its checksum`, offset: start };
}

/** Texts of one list that are looked at. */
const MOST_TEXTS = 100_000;
/** The longest a number of a length is written. */
const LONGEST = 10;
const SUM = 4;

interface Lengths {
  readonly values: readonly number[];
  /** Behind the lengths, from the start of the list. */
  readonly end: number;
}

/** Of each length as a number of four bytes, of the sum of these as it stands there, and of the texts; null where that is another. */
async function sumOfTexts(
  bytes: ByteSource,
  { start, size }: TextStretch,
  { values, end }: Lengths,
): Promise<number | null> {
  if (values.some((length) => length > 0xffff_ffff) || end + SUM > size) return null;
  const ofLengths = crc32c(new Uint8Array(Uint32Array.from(values).buffer));
  const rest = await bytes.read(start + end, size - end);
  const told = new DataView(rest.buffer, rest.byteOffset, SUM).getUint32(0, true);
  return told === masked(ofLengths) ? masked(crc32c(rest, ofLengths)) : null;
}

/** What the lists of a file hold, and the first of them that does not have its sum, told as `wrongSums` tells it. */
export interface Texts {
  readonly stretches: readonly Stretch[];
  readonly wrong: readonly Defect[];
}

/** Where the texts of a variable lie (tensor_bundle.cc, ReadStringTensor): lengths as varints, a sum of them, the texts. */
export async function textsIn(bytes: ByteSource, lists: readonly TextStretch[]): Promise<Texts> {
  const stretches: Stretch[] = [];
  const wrong: Defect[] = [];
  let left = MOST_SUMMED;
  for (const list of lists) {
    // Entries may name one list as often as they like.
    if (list.size > left) continue;
    left -= list.size;
    const lengths = await listOf(bytes, list);
    if (lengths === null) continue;
    if (list.sum !== null && wrong.length === 0 && (await sumOfTexts(bytes, list, lengths)) !== list.sum)
      wrong.push(wrongSum(list));
    let at = list.start + lengths.end + SUM;
    for (const length of lengths.values) {
      if (at + length > list.start + list.size) break;
      if (length >= SHORTEST && stretches.length < MOST)
        stretches.push({ name: `text@${at}`, start: at, size: length, bytes: true });
      at += length;
    }
  }
  return { stretches, wrong };
}

/** Null where there are more than are looked at, since it is not known then where the first begins. */
async function listOf(bytes: ByteSource, { start, size, count }: TextStretch): Promise<Lengths | null> {
  if (bytes.costly === true || start + size > bytes.size || count > MOST_TEXTS) return null;
  return varints(await bytes.read(start, Math.min(size, count * LONGEST)), count);
}

function varints(bytes: Uint8Array, count: number): Lengths | null {
  const cursor = { bytes, at: 0 };
  const values: number[] = [];
  while (values.length < count) {
    const value = varint(cursor);
    if (value === null) return null;
    values.push(value);
  }
  return { values, end: cursor.at };
}
