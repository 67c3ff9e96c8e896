import { crc32 } from 'node:zlib';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import type { Defect, Part, ReadContext } from '../format.ts';
import { type CentralEntry, ENCRYPTED, nameOf } from './directory.ts';
import { strayField } from './extra.ts';
import { inflatedSource, inflateWhole } from './inflate.ts';
import { isPacked, unpackedSource, unpackWhole } from './packed.ts';

const MiB = 1024 * 1024;
/** Members up to here are read with their header, in one request, checked against their CRC and kept. */
const SMALL = 1 * MiB;
/** Bytes of small members kept for one archive: the rest is read when it is wanted, and its CRC is not checked. */
const KEPT = 32 * MiB;

const LOCAL = 0x04034b50;
export const HEADER = 30;
/** Room for the local extra field in the first request; PyTorch pads with up to 64 bytes there. */
const EXTRA = 256;
export const DESCRIPTOR = 0x0008;
const DESCRIBES = 0x08074b50;
/** Bytes of small numbers held against their CRC: of more, one that is damaged is as likely among the rest. */
const LOOKED_INTO = 4 * MiB;
/** A signature, a CRC and two sizes of 64 bits. */
export const DESCRIBED_IN = 24;
export const STORED = 0;
export const DEFLATED = 8;

/** A member that was opened: its part, unless nobody could read it, and where its bytes end. */
export interface Opened {
  readonly part: Part | null;
  readonly end: number;
  readonly defects: readonly Defect[];
  /** What a reader takes that trusts the member's own header, where that tells something else. */
  readonly local: Part | null;
}

/** Opens members one after the other; keeps small ones as long as there is room. */
export interface Opener {
  open(entry: CentralEntry): Promise<Opened>;
  /** Looks at a member's own header, and at the bytes of small ones. */
  look(entry: CentralEntry): Promise<Pick<Opened, 'end' | 'defects'>>;
}

export function createOpener(source: ByteSource, context: ReadContext): Opener {
  let room = KEPT;
  const open = async (entry: CentralEntry): Promise<Opened> => {
    const small = entry.stored <= SMALL && entry.size <= SMALL && entry.size <= room;
    const front = await readFront(source, entry, small ? entry.stored + DESCRIBED_IN : 0);
    const local = readLocal(front, entry);
    const defects = [...disagreements(entry, local)];
    const carried: Defect[] = local.carries === null ? [] : [carrying(entry, local.carries)];
    const start = entry.offset + local.length;
    const end = start + entry.stored;
    if (end > source.size) throw new MalformedError(`member ${entry.name} reaches past the end`, entry.offset);
    const differing = defects.length === 0 ? null : localPart(entry, local, source, start, context);
    const opened = (part: Part | null): Opened => ({
      part,
      end,
      defects: [...defects, ...carried],
      local: differing,
    });
    if (isPacked(entry.method)) {
      if (!small) return opened(lazyPart(entry, source, start, context));
      room -= entry.size;
      return opened(await packedPart(entry, source, start, { context, defects }));
    }
    if (entry.method !== STORED && entry.method !== DEFLATED) return opened(null);
    if (!small) return opened(lazyPart(entry, source, start, context));
    const kept =
      front.length >= local.length + entry.stored
        ? front.subarray(local.length, local.length + entry.stored)
        : await source.read(start, entry.stored);
    const described = front.subarray(local.length + entry.stored, local.length + entry.stored + DESCRIBED_IN);
    if (!describes(described, entry, local)) carried.push(describing(entry));
    room -= entry.size;
    return opened(smallPart(entry, kept, { context, defects }) ?? lazyPart(entry, source, start, context));
  };
  let looked = source.costly === true ? 0 : LOOKED_INTO;
  const look = async (entry: CentralEntry): Promise<Pick<Opened, 'end' | 'defects'>> => {
    const whole = entry.method === STORED && entry.stored <= SMALL && entry.stored <= looked;
    const front = await readFront(source, entry, whole ? entry.stored + DESCRIBED_IN : 0);
    const local = readLocal(front, entry);
    const end = entry.offset + local.length + entry.stored;
    if (end > source.size) throw new MalformedError(`member ${entry.name} reaches past the end`, entry.offset);
    const defects = [...disagreements(entry, local)];
    if (!whole || front.length < local.length + entry.stored) return { end, defects };
    looked -= entry.stored;
    const judged = contentDefect(entry, front.subarray(local.length, local.length + entry.stored));
    if (judged !== null) defects.push(judged);
    else if (!describes(front.subarray(local.length + entry.stored), entry, local)) defects.push(describing(entry));
    return { end, defects };
  };
  return { open, look };
}

/** A member's own header and `behind` bytes more: once again where its extra field is longer, as Office leaves itself room. */
async function readFront(source: ByteSource, entry: CentralEntry, behind: number): Promise<Uint8Array> {
  const left = Math.max(0, source.size - entry.offset);
  const expected = HEADER + entry.rawName.length + EXTRA;
  const front = await source.read(entry.offset, Math.min(expected + behind, left));
  if (front.length < HEADER) return front;
  const view = new DataView(front.buffer, front.byteOffset, front.byteLength);
  const header = HEADER + view.getUint16(26, true) + view.getUint16(28, true);
  return header > expected ? source.read(entry.offset, Math.min(header + behind, left)) : front;
}

/** Whether what follows a member's bytes tells of them what the directory does (APPNOTE 4.3.9), where that is promised and at hand. */
function describes(bytes: Uint8Array, { crc, stored, size }: CentralEntry, local: Local): boolean {
  if ((local.flags & DESCRIPTOR) === 0 || local.crc === crc || bytes.length < DESCRIBED_IN) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [0, view.getUint32(0, true) === DESCRIBES ? 4 : 0].some(
    (at) =>
      view.getUint32(at, true) === crc &&
      ((view.getUint32(at + 4, true) === stored && view.getUint32(at + 8, true) === size) ||
        (view.getUint32(at + 4, true) === stored && view.getUint32(at + 12, true) === size)),
  );
}

function describing({ name, offset }: CentralEntry): Defect {
  const message = `${name}: what follows its bytes tells other sizes, or another CRC, than the directory`;
  return { code: 'local-header-differs', message, offset };
}

interface Local {
  /** Of the header with name and extra field. */
  readonly length: number;
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly carries: string | null;
}

/** Reads a local header (APPNOTE 4.3.7). Throws MalformedError when there is none where the directory says. */
function readLocal(bytes: Uint8Array, { name, offset }: CentralEntry): Local {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0, true) !== LOCAL) {
    throw new MalformedError(`no local header of ${name}`, offset);
  }
  const nameLength = view.getUint16(26, true);
  const rawName = bytes.slice(HEADER, HEADER + nameLength);
  const flags = view.getUint16(6, true);
  return {
    length: HEADER + nameLength + view.getUint16(28, true),
    name: nameOf(rawName, flags),
    rawName,
    flags,
    method: view.getUint16(8, true),
    crc: view.getUint32(14, true),
    stored: view.getUint32(18, true),
    size: view.getUint32(22, true),
    carries: strayField(bytes.subarray(HEADER + nameLength, HEADER + nameLength + view.getUint16(28, true))),
  };
}

function carrying({ name, offset }: CentralEntry, what: string): Defect {
  return { code: 'hidden-field', message: `${name}: its own header has ${what}`, offset };
}

const WIDE = 0xffffffff;

/** Where the two headers of a member tell different things: readers that trust either see different archives. */
function* disagreements(entry: CentralEntry, local: Local): Iterable<Defect> {
  const differ = (what: string, here: string | number, there: string | number): Defect => ({
    code: 'local-header-differs',
    message: `${entry.name}: ${what} is ${there} in the directory and ${here} in the member's own header`,
    offset: entry.offset,
  });
  if (Buffer.compare(local.rawName, entry.rawName) !== 0) yield differ('name', local.name, entry.name);
  if (local.method !== entry.method) yield differ('method', local.method, entry.method);
  if ((local.flags & ENCRYPTED) !== (entry.flags & ENCRYPTED)) {
    yield differ('encryption', local.flags & ENCRYPTED, entry.flags & ENCRYPTED);
  }
  // Zero with a data descriptor, all ones with zip64: told elsewhere.
  const told = (value: number): boolean => value !== WIDE && !(value === 0 && (local.flags & DESCRIPTOR) !== 0);
  if (told(local.stored) && local.stored !== entry.stored) yield differ('stored size', local.stored, entry.stored);
  if (told(local.size) && local.size !== entry.size) yield differ('size', local.size, entry.size);
  if (told(local.crc) && local.crc !== entry.crc) yield differ('CRC', local.crc, entry.crc);
  // What is neither packed nor encrypted is as long as it is stored: PyTorch refuses the archive else.
  if (entry.method === STORED && (entry.flags & ENCRYPTED) === 0 && entry.stored !== entry.size)
    yield of(entry, 'size-mismatch', `is stored in ${entry.stored} bytes, not ${entry.size}`);
}

/** The member by its own header: another name, method or size. What reaches past the end is no view. */
function localPart(
  entry: CentralEntry,
  local: Local,
  source: ByteSource,
  start: number,
  context: ReadContext,
): Part | null {
  const wide = local.stored === WIDE || (local.flags & DESCRIPTOR) !== 0;
  const stored = wide ? entry.stored : local.stored;
  const size = wide ? entry.size : local.size;
  const same = local.method === entry.method && stored === entry.stored && local.name === entry.name;
  if (same || stored === 0 || start + stored > source.size) return null;
  if (local.method !== STORED && local.method !== DEFLATED && !isPacked(local.method)) return null;
  const seen = { ...entry, name: local.name, method: local.method, stored };
  return lazyPart({ ...seen, size: local.method === STORED ? stored : size }, source, start, context);
}

function lazyPart(entry: CentralEntry, source: ByteSource, start: number, { budget }: ReadContext): Part {
  const { name, stored, size } = entry;
  if (entry.method === STORED) return { name, bytes: sliceOf(source, start, stored) };
  if (isPacked(entry.method))
    return { name, bytes: unpackedSource({ method: entry.method, source, start, stored, size }, budget) };
  return { name, bytes: inflatedSource({ source, start, stored, size }, budget) };
}

interface Check {
  readonly context: ReadContext;
  readonly defects: Defect[];
}

type Inflated = ReturnType<typeof inflateWhole>;

/** The part with its bytes in memory; null when they do not inflate, which the part's reader is to find. */
function smallPart(entry: CentralEntry, stored: Uint8Array, { context, defects }: Check): Part | null {
  const inflated = entry.method === STORED ? { bytes: stored, end: stored.length } : tryInflate(entry, stored, context);
  if (inflated === null) return null;
  const { bytes, end } = inflated;
  const judged = contentDefect(entry, bytes);
  if (judged !== null) defects.push(judged);
  else if (end < stored.length)
    defects.push(of(entry, 'gap', `${stored.length - end} bytes stand behind its deflated ones`));
  // A copy: the view would keep a whole read in memory for one member.
  return { name: entry.name, bytes: sourceOf(bytes.slice()) };
}

function of({ name, offset }: CentralEntry, code: string, message: string): Defect {
  return { code, message: `${name}: ${message}`, offset };
}

/** Whether a member's bytes are those that the directory describes. */
function contentDefect(entry: CentralEntry, bytes: Uint8Array): Defect | null {
  if (bytes.length !== entry.size) return of(entry, 'size-mismatch', `has ${bytes.length} bytes, not ${entry.size}`);
  return crc32(bytes) === entry.crc ? null : of(entry, 'crc-mismatch', 'its bytes do not have their CRC');
}

/** A small member packed by another method than deflate, unpacked: what came before its stream broke, where it breaks. */
async function packedPart(
  entry: CentralEntry,
  source: ByteSource,
  start: number,
  { context, defects }: Check,
): Promise<Part> {
  const { name, method, stored, size } = entry;
  const packed = { method, source, start, stored, size };
  const { bytes, broken } = await unpackWhole(packed, Math.max(size, SMALL), context.budget);
  if (broken !== null) defects.push(of(entry, 'unreadable-member', broken));
  else {
    const judged = contentDefect(entry, bytes);
    if (judged !== null) defects.push(judged);
  }
  return { name, bytes: sourceOf(bytes.slice()) };
}

function tryInflate(entry: CentralEntry, stored: Uint8Array, { budget }: ReadContext): Inflated | null {
  try {
    return inflateWhole(stored, Math.max(entry.size, SMALL), budget);
  } catch (error) {
    if (error instanceof MalformedError) return null;
    throw error;
  }
}
