import { crc32 } from 'node:zlib';
import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Defect, ReadContext } from '../format.ts';
import { type EndRecord, findEndRecord } from './end-record.ts';
import { isNoText, strayField } from './extra.ts';

/** One entry of the central directory (APPNOTE 4.3.12), its zip64 sizes taken in. */
export interface CentralEntry {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  /** Of its local header, from the start of the file. */
  readonly offset: number;
  /** Unix tools make a symbolic link of it when they extract it: its bytes are what it points at. */
  readonly symlink?: true;
  /** Info-ZIP's name in Unicode (APPNOTE 4.6.9), where it is another one: unzip and 7-Zip take it. */
  readonly otherName?: string;
  /** What its extra fields or its comment carry that no tool writes there. */
  readonly carries?: string;
}

export interface Directory {
  readonly entries: readonly CentralEntry[];
  readonly end: EndRecord;
  readonly defects: readonly Defect[];
  /** Entries that only readers see which take another end record or place for the directory. */
  readonly rivals: readonly CentralEntry[];
}

const CENTRAL = 0x02014b50;
const HEADER = 46;
/** A directory beyond this holds more than LIMITS.archiveEntries entries of 160 bytes each, or enormous names. */
const LARGEST = 64 * 1024 * 1024;
export const ENCRYPTED = 0x0001;
const MASKED = 0x2000;
const UTF8 = 0x0800;
const MAX32 = 0xffffffff;

/** Reads the whole central directory. Throws MalformedError when there is none. */
export async function readDirectory(source: ByteSource, { budget }: ReadContext): Promise<Directory> {
  const { end, others, defects } = await findEndRecord(source);
  const { entries, lies } = await readEntries(source, end, budget);
  return { entries, end, defects: [...defects, ...lies], rivals: await readRivals(source, others, budget) };
}

/** Directories that are none are no view of the archive either. */
async function readRivals(source: ByteSource, ends: readonly EndRecord[], budget: Budget): Promise<CentralEntry[]> {
  const entries: CentralEntry[] = [];
  for (const end of ends) {
    try {
      entries.push(...(await readEntries(source, end, budget)).entries);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
  }
  return entries;
}

async function readEntries(
  source: ByteSource,
  end: EndRecord,
  budget: Budget,
): Promise<{ entries: CentralEntry[]; lies: Defect[] }> {
  if (end.directorySize > LARGEST) throw new OverBudgetError(`a directory of ${end.directorySize} bytes`);
  budget.spend('entries', Math.min(end.entries, Math.ceil(end.directorySize / HEADER)));
  const bytes = await source.read(end.directoryStart, end.directorySize);
  const entries: CentralEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (entries.length % 4096 === 4095) budget.checkTime();
    const entry = readEntry(bytes, at, end);
    entries.push(entry.entry);
    at = entry.next;
  }
  if (entries.length > end.entries) budget.spend('entries', entries.length - end.entries);
  const lies = entries.length === end.entries ? [] : [countLie(entries.length, end)];
  return { entries, lies };
}

function readEntry(bytes: Uint8Array, at: number, end: EndRecord): { entry: CentralEntry; next: number } {
  const offset = end.directoryStart + at;
  if (at + HEADER > bytes.length) throw new MalformedError('the central directory is cut off', offset);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  if (view.getUint32(0, true) !== CENTRAL) throw new MalformedError('no entry of a central directory', offset);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(place, true));
  const extraAt = HEADER + (nameLength ?? 0);
  const next = extraAt + (extraLength ?? 0) + (commentLength ?? 0);
  if (next > view.byteLength) throw new MalformedError('an entry reaches past the central directory', offset);
  const rawName = bytes.slice(at + HEADER, at + extraAt);
  const extra = bytes.subarray(at + extraAt, at + extraAt + (extraLength ?? 0));
  const sizes = widen(extra, view.getUint32(24, true), view.getUint32(20, true), view.getUint32(42, true));
  const flags = view.getUint16(8, true);
  const otherName = unicodeName(extra, rawName);
  const comment = bytes.subarray(at + extraAt + (extraLength ?? 0), at + next);
  const carries = strayField(extra, comment) ?? (isNoText(comment) ? `a comment of ${comment.length} bytes` : null);
  const entry: CentralEntry = {
    ...(isSymlink(view) ? { symlink: true } : {}),
    ...(otherName === null || otherName === nameOf(rawName, flags) ? {} : { otherName }),
    ...(carries === null ? {} : { carries }),
    name: nameOf(rawName, flags),
    rawName,
    flags: (flags & MASKED) === 0 ? flags : flags | ENCRYPTED,
    method: view.getUint16(10, true),
    crc: view.getUint32(16, true),
    size: sizes.size,
    stored: sizes.stored,
    offset: sizes.offset + end.shift,
  };
  return { entry, next: at + next };
}

/** Made on Unix, or macOS, and S_IFLNK in the mode (APPNOTE 4.4.2 and 4.4.15). */
function isSymlink(view: DataView): boolean {
  const system = view.getUint8(5);
  return (system === 3 || system === 19) && view.getUint32(38, true) >>> 28 === 0xa;
}

/** A name counts where its CRC is that of the plain one. */
function unicodeName(extra: Uint8Array, rawName: Uint8Array): string | null {
  const field = extraField(extra, 0x7075);
  if (field === undefined || field.byteLength < 6 || field.getUint32(1, true) !== crc32(rawName)) return null;
  return Buffer.from(field.buffer, field.byteOffset + 5, field.byteLength - 5).toString('utf8');
}

/** Takes from the zip64 extra field (APPNOTE 4.5.3) what the 32-bit fields could not hold. */
function widen(extra: Uint8Array, size: number, stored: number, offset: number) {
  const wide = extraField(extra, 0x0001);
  let at = 0;
  const take = (narrow: number): number => {
    if (narrow !== MAX32 || wide === undefined || at + 8 > wide.byteLength) return narrow;
    at += 8;
    return Number(wide.getBigUint64(at - 8, true));
  };
  return { size: take(size), stored: take(stored), offset: take(offset) };
}

function extraField(extra: Uint8Array, id: number): DataView | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > extra.length) return undefined;
    if (view.getUint16(at, true) === id) return new DataView(extra.buffer, extra.byteOffset + at + 4, length);
    at += 4 + length;
  }
  return undefined;
}

/** UTF-8 where it is said or valid; else Latin-1, which loses nothing. */
export function nameOf(raw: Uint8Array, flags: number): string {
  const text = Buffer.from(raw).toString('utf8');
  return (flags & UTF8) !== 0 || !text.includes('\uFFFD') ? text : Buffer.from(raw).toString('latin1');
}

function countLie(found: number, end: EndRecord): Defect {
  const message = `the end record counts ${end.entries} entries; the directory has ${found}`;
  return { code: 'entry-count', message, offset: end.start };
}
