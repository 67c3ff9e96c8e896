import type { Budget } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Sequence } from '../sequence.ts';

/** Numbers that are read at once. */
const AT_ONCE = 16_384;

/** Hands on each of `count` whole numbers of `width` bytes. */
async function eachOf(
  fields: Sequence,
  budget: Budget,
  count: number,
  width: 4 | 8,
  hear: (value: number, index: number) => void,
): Promise<void> {
  for (let done = 0; done < count; done += AT_ONCE) {
    budget.checkTime();
    const few = Math.min(AT_ONCE, count - done);
    const bytes = await fields.bytes(few * width);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let index = 0; index < few; index++)
      hear(width === 4 ? view.getInt32(4 * index, true) : Number(view.getBigUint64(8 * index, true)), done + index);
  }
}

/** A sum of a list of numbers, so that two lists are compared and neither is kept. */
function mixed(sum: number, value: number): number {
  return Math.imul(Math.imul(sum ^ (value / 2 ** 32), 16_777_619) ^ value, 16_777_619);
}

/** The most that a vector has of floors, and of neighbours on them. */
const MOST_FLOORS = 1000;

/** The graph of HNSW over `total` vectors: floors, where each one's neighbours stand, and they themselves (validate_HNSW). */
export async function takeHnsw(fields: Sequence, budget: Budget, total: number): Promise<void> {
  const at = fields.position();
  const wrong = (what: string): MalformedError => new MalformedError(`a graph of ${total} vectors with ${what}`, at);
  fields.skip(8 * (await fields.u64()));
  const floors = await fields.u64();
  if (floors > MOST_FLOORS) throw wrong(`${floors} floors`);
  const most: number[] = [];
  await eachOf(fields, budget, floors, 4, (value) => {
    if (value < (most.at(-1) ?? 0)) throw wrong('fewer neighbours on more floors');
    most.push(value);
  });
  const levels = await fields.u64();
  if (levels !== total) throw wrong(`${levels} levels`);
  let neighbours = 0;
  let highest = 0;
  let [told, asked] = [0, mixed(0, 0)];
  await eachOf(fields, budget, levels, 4, (level) => {
    if (level < 1 || level >= floors) throw wrong(`a vector on ${level} of ${floors} floors`);
    highest = Math.max(highest, level);
    neighbours += most[level] ?? 0;
    asked = mixed(asked, neighbours);
  });
  const offsets = await fields.u64();
  if (offsets !== total + 1) throw wrong(`${offsets} places of neighbours`);
  await eachOf(fields, budget, offsets, 8, (offset) => {
    told = mixed(told, offset);
  });
  if (told !== asked) throw wrong('neighbours elsewhere than their floors say');
  const listed = await fields.u64();
  if (listed !== neighbours) throw wrong(`${listed} neighbours instead of ${neighbours}`);
  await eachOf(fields, budget, listed, 4, (value) => {
    if (value < -1 || value >= total) throw wrong(`neighbour ${value}`);
  });
  const entry = await fields.i32();
  const top = await fields.i32();
  if (entry < -1 || entry >= Math.max(total, 1) || (total > 0 && entry < 0)) throw wrong(`its entry at ${entry}`);
  if (total > 0 && top !== highest - 1) throw wrong(`its highest floor at ${top}`);
  fields.skip(12);
}

/** The graph of NSG: for each vector its neighbours and a -1. */
export async function takeNsg(fields: Sequence, budget: Budget, vectors: number): Promise<void> {
  const at = fields.position();
  const total = await fields.u32();
  const most = await fields.u32();
  fields.skip(3 * 4);
  const entry = await fields.i32();
  const built = await fields.u8();
  if (built > 1 || (built === 1 && (total !== vectors || entry < 0 || entry >= total)))
    throw new MalformedError(`a graph of ${total} vectors that begins at ${entry}`, at);
  if (built === 0) return;
  let found = 0;
  for (let seen = 0; seen < total; ) {
    budget.spend('opcodes', 1);
    const next = await fields.i32();
    if (next === -1) {
      seen += 1;
      found = 0;
    } else if (next < 0 || next >= total || ++found > most)
      throw new MalformedError(`neighbour ${next} in a graph of ${total} vectors`, at);
  }
}
