import { type ByteSource, MalformedError, sliceOf } from '../../kernel/bytes.ts';
import { fileBehind } from '../among-numbers.ts';
import type { Part, ReadContext } from '../format.ts';
import type { Directory } from './directory.ts';
import type { Region } from './layout.ts';
import { createOpener } from './members.ts';

/** Regions of one archive that are handed out; more of them is a broken archive, which is said anyway. */
const MOST_REGIONS = 64;

interface Seen {
  readonly regions: readonly Region[];
  readonly offsets: ReadonlySet<number>;
}

/**
 * What the directory does not show: members that another end record or another place of the directory leads to, and the
 * bytes before, between and after the members, in which other readers find archives and programs.
 */
export async function openUnseen(
  { end, rivals }: Directory,
  { regions, offsets }: Seen,
  source: ByteSource,
  context: ReadContext,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const opener = createOpener(source, context);
  const opened = new Set(offsets);
  for (const entry of rivals) {
    context.budget.checkTime();
    if (opened.has(entry.offset)) continue;
    opened.add(entry.offset);
    const part = await partOf(() => opener.open(entry));
    if (part !== null && part.bytes.size > 0) parts.push(part);
  }
  const after = await trailer(source, end.start);
  for (const { start, end: stop } of [...regions, ...after].slice(0, MOST_REGIONS)) {
    if (start >= 0 && stop > start && stop <= source.size) {
      parts.push({ name: `unlisted@${start}`, bytes: sliceOf(source, start, stop - start) });
    }
  }
  // A comment that is a text may be a program of the first protocols of pickle.
  if (after.length === 0 && end.start + END_SIZE < source.size)
    parts.push(...(await fileBehind(source, end.start + END_SIZE)));
  return parts;
}

/** An entry of a rival directory that leads nowhere is seen by no reader. */
async function partOf(open: () => Promise<{ part: Part | null }>): Promise<Part | null> {
  try {
    return (await open()).part;
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}

const END = 0x06054b50;
const END_SIZE = 22;

/** A plain end record with the longest comment, a zip64 record and its locator. */
const LONGEST_TAIL = END_SIZE + 0xffff + 76;

/** The archive's comment and what follows it; a comment that is text is one. */
async function trailer(source: ByteSource, recordAt: number): Promise<readonly Region[]> {
  // A zip64 record may stand, or be said to stand, anywhere.
  const from = Math.max(recordAt, source.size - LONGEST_TAIL);
  const tail = await source.read(from, source.size - from);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = 0; at + END_SIZE <= view.byteLength; at++) {
    if (view.getUint32(at, true) !== END) continue;
    const start = from + at + END_SIZE;
    return start < source.size && !isText(tail.subarray(start - from)) ? [{ start, end: source.size }] : [];
  }
  return [];
}

/** Whether bytes behind an archive are a comment that somebody wrote. */
export function isText(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  return !text.includes('\uFFFD') && !/[^\P{Cc}\t\n\r]/u.test(text);
}
