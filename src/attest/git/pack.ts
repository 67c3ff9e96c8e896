import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type GitObject, inflated, LARGEST_OBJECT } from './object.ts';

/** Deltas upon deltas: git's own bound is 50 by default. */
const DEPTH = 60;
const TYPES: Readonly<Record<number, GitObject['type']>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const OFFSET_DELTA = 6;
const NAMED_DELTA = 7;

/**
 * One object of a pack by its name (gitformat-pack: index version 2, pack version 2 or 3), by range; null where the pack
 * does not hold it. Throws MalformedError.
 */
export async function readPacked(index: ByteSource, pack: ByteSource, id: string): Promise<GitObject | null> {
  const offset = await offsetOf(index, id);
  return offset === null ? null : readAt({ index, pack }, offset, 0);
}

interface Pack {
  readonly index: ByteSource;
  readonly pack: ByteSource;
}

async function offsetOf(index: ByteSource, id: string): Promise<number | null> {
  const head = view(await index.read(0, 8 + 256 * 4));
  if (head.readUInt32BE(0) !== 0xff744f63 || head.readUInt32BE(4) !== 2) {
    throw new MalformedError('no pack index of version 2', 0);
  }
  const fanout = (at: number): number => (at < 0 ? 0 : head.readUInt32BE(8 + 4 * at));
  const wanted = Buffer.from(id, 'hex');
  const first = wanted[0] ?? 0;
  const total = fanout(255);
  let [low, high] = [fanout(first - 1), fanout(first)];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = Buffer.compare(view(await index.read(names(middle), 20)), wanted);
    if (order === 0) return offsetAt(index, total, middle);
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return null;
}

function names(at: number): number {
  return 8 + 256 * 4 + 20 * at;
}

async function offsetAt(index: ByteSource, total: number, at: number): Promise<number> {
  const offsets = names(total) + 4 * total;
  const short = view(await index.read(offsets + 4 * at, 4)).readUInt32BE(0);
  if (short < 0x80000000) return short;
  const long = view(await index.read(offsets + 4 * total + 8 * (short - 0x80000000), 8)).readBigUInt64BE(0);
  return Number(long);
}

async function readAt(files: Pack, offset: number, depth: number): Promise<GitObject | null> {
  if (depth > DEPTH) throw new MalformedError('deltas without end', offset);
  const { pack } = files;
  const bytes = view(await pack.read(offset, Math.min(LARGEST_OBJECT, pack.size - offset)));
  const { value: size, type, length } = entryHead(bytes);
  if (size > LARGEST_OBJECT) return null;
  const plain = TYPES[type];
  if (plain !== undefined) return { type: plain, body: inflated(bytes.subarray(length)) };
  if (type === OFFSET_DELTA) {
    const { value: back, length: used } = distance(bytes, length);
    if (back <= 0 || back > offset) throw new MalformedError('a delta on nothing', offset);
    return patched(await readAt(files, offset - back, depth + 1), inflated(bytes.subarray(used)));
  }
  if (type !== NAMED_DELTA) throw new MalformedError(`an entry of type ${type}`, offset);
  const base = await offsetOf(files.index, bytes.subarray(length, length + 20).toString('hex'));
  if (base === null) return null;
  return patched(await readAt(files, base, depth + 1), inflated(bytes.subarray(length + 20)));
}

function entryHead(bytes: Buffer): { readonly type: number; readonly value: number; readonly length: number } {
  let byte = byteAt(bytes, 0);
  const type = (byte >> 4) & 7;
  let value = byte & 0x0f;
  let length = 1;
  for (let shift = 4; byte >= 0x80; shift += 7) {
    if (shift > 46) throw new MalformedError('a size without end', length);
    byte = byteAt(bytes, length++);
    value += (byte & 0x7f) * 2 ** shift;
  }
  return { type, value, length };
}

function distance(bytes: Buffer, start: number): { readonly value: number; readonly length: number } {
  let byte = byteAt(bytes, start);
  let value = byte & 0x7f;
  let length = start + 1;
  while (byte >= 0x80) {
    if (length > start + 7) throw new MalformedError('an offset without end', length);
    byte = byteAt(bytes, length++);
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, length };
}

/** A delta is two sizes, then copies from the base and new bytes (gitformat-pack, 'Deltified representation'). */
function patched(base: GitObject | null, delta: Buffer): GitObject | null {
  if (base === null) return null;
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      if (shift > 35) throw new MalformedError('a size without end', at);
      const byte = byteAt(delta, at++);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  number();
  const size = number();
  if (size > LARGEST_OBJECT) return null;
  const parts: Uint8Array[] = [];
  let written = 0;
  while (at < delta.length) {
    const part = nextPart();
    written += part.length;
    if (written > size) throw new MalformedError('a delta that writes too much', at);
    parts.push(part);
  }
  if (written !== size) throw new MalformedError('a delta that writes too little', at);
  return { type: base.type, body: Buffer.concat(parts) };

  function nextPart(): Uint8Array {
    const code = byteAt(delta, at++);
    if (code === 0) throw new MalformedError('a delta with a reserved code', at);
    if (code < 0x80) {
      const part = delta.subarray(at, at + code);
      at += code;
      if (part.length < code) throw new MalformedError('a delta that ends early', at);
      return part;
    }
    const field = (bits: number, shift: number): number => {
      let value = 0;
      for (let bit = 0; bit < bits; bit++) {
        if ((code & (1 << (shift + bit))) !== 0) value += byteAt(delta, at++) * 2 ** (8 * bit);
      }
      return value;
    };
    const from = field(4, 0);
    const length = field(3, 4) || 0x10000;
    const part = base === null ? new Uint8Array() : base.body.subarray(from, from + length);
    if (part.length < length) throw new MalformedError('a delta that copies past its base', at);
    return part;
  }
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new MalformedError('git’s bytes end early', at);
  return byte;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
