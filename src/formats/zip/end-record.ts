import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { carriedIn } from '../carried.ts';
import type { Defect } from '../format.ts';

/** Where the directory lies, by the end record (APPNOTE 4.3.16) and its zip64 forms (4.3.14, 4.3.15). */
export interface EndRecord {
  readonly start: number;
  readonly entries: number;
  readonly directoryStart: number;
  readonly directorySize: number;
  /** Added to every offset: bytes that were put before the archive. */
  readonly shift: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const END64 = 0x06064b50;
const END64_SIZE = 56;
const MAX16 = 0xffff;
const MAX32 = 0xffffffff;

/** The end record that most loaders take, and the places where others find another directory. */
export interface EndRecords {
  readonly end: EndRecord;
  readonly others: readonly EndRecord[];
  readonly defects: readonly Defect[];
}

/** Finds the end record that loaders take: the last in the file. Throws MalformedError when there is none. */
export async function findEndRecord(source: ByteSource): Promise<EndRecords> {
  const length = Math.min(source.size, END_SIZE + LONGEST_COMMENT + LOCATOR_SIZE);
  const tail = await source.read(source.size - length, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const places = [...signatures(view)];
  const [at] = places;
  const base = source.size - length;
  if (at === undefined) throw new MalformedError('no end of central directory', source.size);
  const defects: Defect[] = [];
  const end = base + at + END_SIZE + view.getUint16(at + 20, true);
  if (end !== source.size) {
    const message = `${source.size - end} bytes follow the end of the archive`;
    defects.push({ code: 'trailing-bytes', message, offset: Math.min(end, source.size) });
  }
  const comment = tail.subarray(at + END_SIZE, at + END_SIZE + view.getUint16(at + 20, true));
  const carried = carriedIn(Buffer.from(comment).toString('latin1'));
  if (carried !== null) defects.push({ code: 'hidden-field', message: `its comment is ${carried}`, offset: base + at });
  const narrow = toldAt(view, at);
  const disks = [view.getUint16(at + 4, true), view.getUint16(at + 6, true)];
  if (disks.some((disk) => disk !== 0 && disk !== MAX16)) {
    const message = 'the end record says that this is one of several volumes';
    defects.push({ code: 'several-volumes', message, offset: base + at });
  }
  const wide = await readWide(source, view, at, base);
  if (wide !== null && wide.more > 0) {
    const message = `the zip64 end record carries ${wide.more} bytes that no tool writes there`;
    defects.push({ code: 'hidden-field', message, offset: wide.start });
  }
  if (wide !== null && disagree(narrow, wide)) {
    const message = 'the zip64 end record and the plain one disagree';
    defects.push({ code: 'several-end-records', message, offset: wide.start });
  }
  const chosen = wide ?? { ...narrow, start: base + at };
  const rivals = [...(wide === null ? [] : [{ ...narrow, start: base + at }]), chosen];
  const ends = { end: place(chosen, base + at, defects), defects };
  const earlier = places.slice(1).filter((other) => couldBeTaken(view, other, base, ends.end, source.size));
  if (earlier.length > 0) {
    const message = `${earlier.length + 1} end records: readers may choose different ones`;
    defects.push({ code: 'several-end-records', message, offset: base + at });
  }
  for (const other of earlier.slice(0, MOST_RIVALS - 1)) rivals.push({ ...toldAt(view, other), start: base + other });
  return { ...ends, others: rivals.flatMap((told) => elsewhere(told, source.size, ends.end)) };
}

/** Whether a reader may take an earlier end record. Those of archives that are members, stored as they are, lead nobody. */
function couldBeTaken(view: DataView, at: number, base: number, end: EndRecord, size: number): boolean {
  return base + at >= end.directoryStart || base + at + END_SIZE + view.getUint16(at + 20, true) === size;
}

/** End records in one tail that are followed. */
const MOST_RIVALS = 8;

function toldAt(view: DataView, at: number): Omit<Told, 'start'> {
  return {
    entries: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
}

/** Where a reader finds the directory that takes the offset as it stands, and one that counts back from the record. */
function elsewhere({ start, entries, size, offset }: Told, fileSize: number, chosen: EndRecord): EndRecord[] {
  const absolute: EndRecord = { start, entries, directoryStart: offset, directorySize: size, shift: 0 };
  const counted: EndRecord = { ...absolute, directoryStart: start - size, shift: start - size - offset };
  return [absolute, counted].filter(
    ({ directoryStart, shift }) =>
      directoryStart >= 0 &&
      shift >= 0 &&
      directoryStart + size <= fileSize &&
      size > 0 &&
      (directoryStart !== chosen.directoryStart || size !== chosen.directorySize || shift !== chosen.shift),
  );
}

interface Told {
  readonly start: number;
  readonly entries: number;
  readonly size: number;
  readonly offset: number;
}

/** Places of end records in the tail, last first. */
function* signatures(view: DataView): Iterable<number> {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) === END) yield at;
  }
}

/** Of a zip64 record: what stands behind the fields that are known. */
type Wide = Told & { readonly more: number };

async function readWide(source: ByteSource, tail: DataView, at: number, base: number): Promise<Wide | null> {
  const locator = at - LOCATOR_SIZE;
  if (locator < 0 || tail.getUint32(locator, true) !== LOCATOR) return null;
  const told = Number(tail.getBigUint64(locator + 8, true));
  // Bytes put before the archive move the record; it stands right before its locator then.
  for (const start of [told, base + locator - END64_SIZE]) {
    if (start < 0 || start + END64_SIZE > source.size) continue;
    const bytes = await source.read(start, END64_SIZE);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (view.getUint32(0, true) !== END64) continue;
    return {
      start,
      entries: Number(view.getBigUint64(32, true)),
      size: Number(view.getBigUint64(40, true)),
      offset: Number(view.getBigUint64(48, true)),
      more: Math.max(0, Number(view.getBigUint64(4, true)) + 12 - END64_SIZE),
    };
  }
  throw new MalformedError('a zip64 locator points at no end record', base + locator);
}

function disagree(narrow: Omit<Told, 'start'>, wide: Told): boolean {
  const differs = (told: number, most: number, real: number): boolean => told !== most && told !== real;
  return (
    differs(narrow.entries, MAX16, wide.entries) ||
    differs(narrow.size, MAX32, wide.size) ||
    differs(narrow.offset, MAX32, wide.offset)
  );
}

/** The directory ends where the end record begins: what lies elsewhere was moved, as when bytes were put before. */
function place(told: Told, endAt: number, defects: Defect[]): EndRecord {
  const directoryStart = told.start - told.size;
  const shift = directoryStart - told.offset;
  if (!Number.isSafeInteger(directoryStart) || directoryStart < 0 || shift < 0) {
    throw new MalformedError('the end record places the central directory outside the file', endAt);
  }
  if (shift > 0) {
    const message = `offsets are ${shift} bytes short: something was put before or into the archive`;
    defects.push({ code: 'prefix-bytes', message, offset: 0 });
  }
  return { start: told.start, entries: told.entries, directoryStart, directorySize: told.size, shift };
}
