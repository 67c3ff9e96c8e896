import { MalformedError } from '../../kernel/bytes.ts';
import { fromGlobalHeap } from './attributes.ts';
import type { Message, Reading } from './messages.ts';
import { Cursor } from './pages.ts';

/** The virtual data set's own file. */
const SAME = '.';
/** Bytes of a selection's kind and version, and of what stands behind them before a count of bytes. */
const LENGTH_AT: Readonly<Record<string, number>> = { '1.1': 4, '2.1': 4, '2.2': 1 };
const NONE = 0;
const ALL = 3;

/** Other files from which a virtual data set takes its values (specification IV.A.2.i and III.H); null where that cannot be told. */
export async function readVirtualSources(reading: Reading, { data, at }: Message): Promise<readonly string[] | null> {
  const { offsets, lengths, base } = reading.superblock;
  const cursor = new Cursor(data, at);
  cursor.take(2);
  const collection = cursor.number(offsets);
  const index = cursor.u32();
  if (collection === null) return [];
  const block = new Cursor(await fromGlobalHeap(reading, base + collection, index), base + collection);
  if (block.u8() !== 0) return null;
  const files = new Set<string>();
  for (let left = block.need(lengths); left > 0; left--) {
    reading.step();
    const file = untilNul(block);
    untilNul(block);
    if (file !== SAME) files.add(file);
    if (!passSelection(block) || !passSelection(block)) return files.size === 0 ? null : [...files];
  }
  return [...files];
}

function untilNul(cursor: Cursor): string {
  const end = cursor.bytes.indexOf(0, cursor.at);
  if (end < 0) throw new MalformedError('a name without its end', cursor.base + cursor.at);
  return cursor.text(end + 1 - cursor.at);
}

/** Goes past one serialized selection; false where its form is not known. */
function passSelection(cursor: Cursor): boolean {
  const kind = cursor.u32();
  const version = cursor.u32();
  if (kind === NONE || kind === ALL) cursor.take(8);
  else if (kind === 2 && version === 3) passRegular(cursor);
  else {
    const before = LENGTH_AT[`${kind}.${version}`];
    if (before === undefined) return false;
    cursor.take(before);
    cursor.take(cursor.u32());
  }
  return true;
}

/** Version 3 of blocks: flags, the width of its numbers, how many dimensions there are, and four numbers of each, or corners. */
function passRegular(cursor: Cursor): void {
  const regular = (cursor.u8() & 1) !== 0;
  const width = cursor.u8();
  const dimensions = cursor.u32();
  cursor.take(regular ? dimensions * 4 * width : cursor.need(width) * dimensions * 2 * width);
}
