import type { ByteSource } from '../../kernel/bytes.ts';
import type { Defect } from '../format.ts';

/** How far back an end is looked for: programs put notes of some thousand bytes behind pictures, and no more. */
const TAIL = 64 * 1024;

/** What a picture, sound, film, font or PDF says of where it ends, against where the file does. */
export async function endDefects(mime: string, source: ByteSource): Promise<readonly Defect[]> {
  const found = await ENDS[mime]?.(source);
  if (found === undefined || found === null || found === source.size) return [];
  if (found > source.size) return [{ code: 'cut-short', message: 'the file is cut short', offset: source.size }];
  if (await isPadding(source, found)) return [];
  return [{ code: 'trailing-bytes', message: `${source.size - found} bytes stand behind its end`, offset: found }];
}

/** Where the thing ends; past the file where it is cut, null where it does not say. */
type End = (source: ByteSource) => Promise<number | null>;

const ENDS: Readonly<Record<string, End>> = {
  // PNG 1.2, 4.1.4: the last chunk, its length and its sum.
  'image/png': (source) => behindLast(source, '\0\0\0\0IEND\xae\x42\x60\x82'),
  // ITU T.81, B.1.1.3: no compressed value holds an end of image; what opens a scan behind the last one was not closed.
  'image/jpeg': (source) => behindLast(source, '\xff\xd9', '\xff\xda'),
  'image/gif': gifEnd,
  'image/webp': riffEnd,
  'audio/wav': riffEnd,
  'audio/midi': (source) => chunksEnd(source, false, ['MThd', 'MTrk']),
  // Films of more than a gigabyte go on in further chunks of RIFF.
  'video/x-msvideo': (source) => chunksEnd(source, true, ['RIFF']),
  'model/gltf-binary': async (source) => (await viewOf(source, 8, 4))?.getUint32(0, true) ?? null,
  // ISO 32000-1, 7.5.5.
  'application/x-idx': idxEnd,
  'application/x-hadoop-crc': async ({ size }) => size - (size % 4),
  'application/pdf': (source) => behindLast(source, '%%EOF'),
  'font/woff': (source) => lengthAt(source, 8),
  'font/woff2': (source) => lengthAt(source, 8),
  'image/jp2': boxesEnd,
  'video/mp4': boxesEnd,
  'image/x-icns': (source) => lengthAt(source, 4),
};

async function behindLast(source: ByteSource, mark: string, opens?: string): Promise<number> {
  const from = Math.max(0, source.size - TAIL);
  const tail = Buffer.from(await source.read(from, source.size - from)).toString('latin1');
  const at = tail.lastIndexOf(mark);
  const open = opens !== undefined && tail.includes(opens, Math.max(0, at));
  return at === -1 || open ? source.size + 1 : from + at + mark.length;
}

/** The trailer (GIF89a, 27) behind the end of a block, or as the last byte; old editors left a few more there. */
async function gifEnd(source: ByteSource): Promise<number> {
  const last = await source.read(Math.max(0, source.size - STRAY), Math.min(STRAY, source.size));
  return last.includes(0x3b) ? source.size : behindLast(source, '\0;');
}

const STRAY = 4;

/** RIFF tells its length behind its name; writers that could not go back left it empty or full. Odd ones are padded with a zero. */
async function riffEnd(source: ByteSource): Promise<number | null> {
  const length = (await viewOf(source, 4, 4))?.getUint32(0, true) ?? 0;
  return length === 0 || length >= 0xffff_fff0 ? null : 8 + length;
}

/** Behind the counts of all dimensions, as many numbers as they make. */
async function idxEnd(source: ByteSource): Promise<number> {
  const head = await viewOf(source, 0, 4);
  const dimensions = head?.getUint8(3) ?? 0;
  const counts = await viewOf(source, 4, 4 * dimensions);
  if (head === null || counts === null) return source.size + 1;
  let numbers = 1;
  for (let at = 0; at < dimensions; at++) numbers *= counts.getUint32(4 * at);
  return 4 + 4 * dimensions + numbers * (IDX_BYTES.get(head.getUint8(2)) ?? 1);
}

const IDX_BYTES: ReadonlyMap<number, number> = new Map([
  [0x0b, 2],
  [0x0c, 4],
  [0x0d, 4],
  [0x0e, 8],
]);

/** Chunks of a name and a length, until one has none of these names; a length of nothing was never told. */
async function chunksEnd(source: ByteSource, little: boolean, names: readonly string[]): Promise<number | null> {
  let at = 0;
  for (let chunks = 0; at < source.size; chunks++) {
    const view = chunks === MOST_BOXES ? null : await viewOf(source, at, 8);
    if (view === null) return chunks === MOST_BOXES ? null : at;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(byte)));
    if (!names.includes(name)) return at;
    const length = view.getUint32(4, little);
    if (little && (length === 0 || length >= 0xffff_fff0)) return null;
    at += 8 + length;
  }
  return at;
}

async function lengthAt(source: ByteSource, offset: number): Promise<number | null> {
  return (await viewOf(source, offset, 4))?.getUint32(0) ?? null;
}

/** Boxes of ISO/IEC 14496-12, 4.2: a length, a name; one means that eight bytes follow, zero that it is the last. */
async function boxesEnd(source: ByteSource): Promise<number | null> {
  let at = 0;
  for (let boxes = 0; at < source.size; boxes++) {
    if (boxes === MOST_BOXES) return null;
    const view = await viewOf(source, at, 8);
    if (view === null) return source.size + 1;
    const short = view.getUint32(0);
    if (short === 0) return source.size;
    const long = short === 1 ? await viewOf(source, at + 8, 8) : null;
    const length = short === 1 ? Number(long?.getBigUint64(0) ?? 0) : short;
    if (length < 8) return at;
    at += length;
  }
  return at;
}

/** Films in fragments have some thousand. */
const MOST_BOXES = 4096;

async function viewOf(source: ByteSource, offset: number, length: number): Promise<DataView | null> {
  if (offset + length > source.size) return null;
  const bytes = await source.read(offset, length);
  return new DataView(bytes.buffer, bytes.byteOffset, length);
}

/** Disks and cameras fill up blocks. */
async function isPadding(source: ByteSource, from: number): Promise<boolean> {
  const bytes = await source.read(from, Math.min(TAIL, source.size - from));
  return (
    source.size - from <= TAIL && bytes.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x20)
  );
}
