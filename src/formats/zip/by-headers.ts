import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import type { Part, ReadContext } from '../format.ts';
import { type CentralEntry, nameOf } from './directory.ts';
import { inflatedSource, inflateWhole } from './inflate.ts';
import { DEFLATED, DESCRIBED_IN, DESCRIPTOR, HEADER, STORED } from './members.ts';
import { isStorage, pytorchRoots } from './names.ts';
import { isPacked, unpackWhole } from './packed.ts';

/** A member as its own header tells of it. */
interface Told {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  /** Of its bytes once they are unpacked, as far as it tells. */
  readonly size: number;
  /** Of the header itself. */
  readonly at: number;
  /** Where its bytes begin, and end. */
  readonly start: number;
  readonly end: number;
}

interface Mark {
  readonly at: number;
  readonly kind: number;
  /** What a data descriptor says of the bytes before it: stored bytes, by the short and by the wide form. */
  readonly sizes: readonly number[];
}

const LOCAL = 0x0403;
const DESCRIBES = 0x0807;
const KINDS: readonly number[] = [LOCAL, DESCRIBES, 0x0201, 0x0605, 0x0606];
const WIDE = 0xffffffff;

const MiB = 1024 * 1024;
const STEP = 4 * MiB;
/** A file without a directory loads nowhere: this far it is looked through all the same for what somebody would repair. */
const LOOKED_THROUGH = 256 * MiB;
const MOST_MARKS = 4096;
const MOST_MEMBERS = 1024;
/** Names that are longer are no names, and a header is no header then. */
const LONGEST_NAME = 4096;
const LARGEST_INFLATED = 8 * MiB;
/** Inflated bytes kept for one archive: the rest is inflated again when it is read. */
const KEPT = 32 * MiB;

/**
 * Members of an archive whose directory is gone, empty or out of reach, by their own headers (APPNOTE 4.3.7), which
 * `zip -FF` and readers of streams go by: what was appended must not take from sight what was found before. Bounded in
 * bytes, marks and members; what lies beyond stays unread, and the archive is never said to be sound.
 */
export async function readByHeaders(source: ByteSource, context: ReadContext): Promise<ByHeaders> {
  const marks = await marksOf(source, context);
  const told: Told[] = [];
  let from = 0;
  for (const [index, { at, kind }] of marks.entries()) {
    if (kind !== LOCAL || at < from || told.length >= MOST_MEMBERS) continue;
    context.budget.checkTime();
    const member = await memberAt(source, marks, index);
    if (member === null) continue;
    told.push(member);
    from = member.end;
  }
  context.budget.spend('entries', told.length);
  const roots = pytorchRoots(told.map(({ name }) => name));
  const parts: Part[] = [];
  const room = { left: KEPT };
  for (const member of told) {
    if (member.end === member.start || isStorage(member.name, roots)) continue;
    const part = await partOf(source, member, room, context);
    if (part !== null) parts.push(part);
  }
  const entries = told.map(({ name, method, flags, size, at, start, end }) => ({
    name,
    method,
    flags,
    size,
    stored: end - start,
    offset: at,
  }));
  return { entries, roots, parts };
}

/** What members' own headers tell, as the directory would. */
export interface ByHeaders {
  readonly entries: readonly Pick<CentralEntry, 'name' | 'method' | 'flags' | 'size' | 'stored' | 'offset'>[];
  readonly roots: ReadonlySet<string>;
  readonly parts: readonly Part[];
}

/** Places of signatures, in order. */
async function marksOf(source: ByteSource, { budget }: ReadContext): Promise<readonly Mark[]> {
  const marks: Mark[] = [];
  const stop = Math.min(source.size, LOOKED_THROUGH);
  for (let base = 0; base < stop && marks.length < MOST_MARKS; base += STEP) {
    budget.checkTime();
    const bytes = await source.read(base, Math.min(STEP + DESCRIBED_IN, source.size - base));
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (
      let at = buffer.indexOf('PK', 0, 'latin1');
      at >= 0 && at < STEP;
      at = buffer.indexOf('PK', at + 1, 'latin1')
    ) {
      if (at + 4 > buffer.length || marks.length >= MOST_MARKS) break;
      const kind = buffer.readUInt16LE(at + 2);
      if (!KINDS.includes(kind)) continue;
      const described = kind === DESCRIBES && at + 16 <= buffer.length;
      const wide = described && at + DESCRIBED_IN <= buffer.length ? [Number(buffer.readBigUInt64LE(at + 8))] : [];
      marks.push({ at: base + at, kind, sizes: described ? [buffer.readUInt32LE(at + 8), ...wide] : [] });
    }
  }
  return marks;
}

async function memberAt(source: ByteSource, marks: readonly Mark[], index: number): Promise<Told | null> {
  const at = marks[index]?.at ?? 0;
  const front = await source.read(at, Math.min(HEADER + LONGEST_NAME, source.size - at));
  if (front.length < HEADER) return null;
  const view = new DataView(front.buffer, front.byteOffset, front.byteLength);
  const nameLength = view.getUint16(26, true);
  const start = at + HEADER + nameLength + view.getUint16(28, true);
  if (nameLength === 0 || nameLength > LONGEST_NAME || start > source.size) return null;
  const method = view.getUint16(8, true);
  if (method !== STORED && method !== DEFLATED && !isPacked(method)) return null;
  const flags = view.getUint16(6, true);
  const stored = view.getUint32(18, true);
  const untold = stored === WIDE || (stored === 0 && (flags & DESCRIPTOR) !== 0);
  const end = untold ? endBefore(marks, index, start, source.size) : Math.min(start + stored, source.size);
  const name = nameOf(front.slice(HEADER, HEADER + nameLength), flags);
  return { name, method, flags, size: untold ? 0 : view.getUint32(22, true), at, start, end };
}

/** Where bytes end whose length stands behind them: at a descriptor that fits, or else at the next signature. */
function endBefore(marks: readonly Mark[], index: number, start: number, size: number): number {
  let next: number | null = null;
  for (let later = index + 1; later < marks.length; later++) {
    const mark = marks[later];
    if (mark === undefined || mark.at < start) continue;
    if (mark.kind === DESCRIBES && mark.sizes.includes(mark.at - start)) return mark.at;
    next ??= mark.at;
  }
  return next ?? size;
}

async function partOf(
  source: ByteSource,
  { name, method, size: told, start, end }: Told,
  room: { left: number },
  context: ReadContext,
): Promise<Part | null> {
  const stored = end - start;
  if (method === STORED) return { name, bytes: sliceOf(source, start, stored) };
  if (isPacked(method)) {
    const { bytes } = await unpackWhole(
      { method, source, start, stored, size: Math.min(told, LARGEST_INFLATED) },
      LARGEST_INFLATED,
      context.budget,
    );
    room.left -= bytes.length;
    if (room.left < 0) throw new OverBudgetError(`more than ${KEPT} bytes unpacked of an archive without a directory`);
    return { name, bytes: sourceOf(bytes.slice()) };
  }
  if (stored > LARGEST_INFLATED)
    return { name, bytes: inflatedSource({ source, start, stored, size: LARGEST_INFLATED }, context.budget) };
  try {
    const { bytes } = inflateWhole(await source.read(start, stored), LARGEST_INFLATED, context.budget);
    const size = bytes.length;
    if (size > room.left) return { name, bytes: inflatedSource({ source, start, stored, size }, context.budget) };
    room.left -= size;
    return { name, bytes: sourceOf(bytes.slice()) };
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}
