import type { Defect } from '../format.ts';
import type { CentralEntry } from './directory.ts';

const HEADER = 30;
/** The longest extra field, and a data descriptor with zip64 sizes (APPNOTE 4.3.9). */
const EXTRA = 0xffff;
const DESCRIPTOR = 24;
const DESCRIBED = 0x0008;

/** Bytes of the file that belong to no member. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether the members tile the file up to the directory. `ends` tells where the bytes of opened members end; of others
 * only the least and the most they can take is known.
 */
export function* layoutDefects(
  entries: readonly CentralEntry[],
  ends: ReadonlyMap<CentralEntry, number>,
  directoryStart: number,
): Iterable<Defect & { readonly region?: Region }> {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  const [first] = sorted;
  if (first !== undefined && first.offset > 0) {
    const message = `${first.offset} bytes lie before the first member`;
    yield { code: 'prefix-bytes', message, offset: 0, region: { start: 0, end: first.offset } };
  }
  for (const [index, entry] of sorted.entries()) {
    const next = sorted[index + 1]?.offset ?? directoryStart;
    const known = ends.get(entry);
    const least = known ?? entry.offset + HEADER + entry.rawName.length + entry.stored;
    const slack = (known === undefined ? EXTRA : 0) + ((entry.flags & DESCRIBED) === 0 ? 0 : DESCRIPTOR);
    if (least > next) {
      const message = `${entry.name}: shares bytes with what follows it`;
      yield { code: 'overlapping-entries', message, offset: entry.offset };
    } else if (next > least + slack) {
      yield {
        code: 'gap',
        message: `${next - least} bytes after ${entry.name} belong to no member`,
        offset: least,
        region: { start: least, end: next },
      };
    }
  }
}
