/** What an Exif block tells of people and places, and which way up the picture is. (CIPA DC-008, Exif 2.32.) */
export interface Exif {
  readonly location: boolean;
  readonly author: boolean;
  /** Comments: where some generators put the prompt. */
  readonly texts: readonly string[];
  /** Serial numbers of cameras and lenses. */
  readonly device: boolean;
  readonly orientation: number | null;
}

const TAG = { orientation: 0x0112, exif: 0x8769, gps: 0x8825 } as const;
const AUTHOR = new Set([0x013b, 0x8298, 0xa430, 0x9c9d]);
const TEXT = new Set([0x010e, 0x9286, 0x9c9b, 0x9c9c]);
const DEVICE = new Set([0xa431, 0xa435, 0xc62f]);
const ENTRY = 12;
const MOST_ENTRIES = 512;
const MOST_TEXT = 65_536;

const NOTHING: Exif = { location: false, author: false, texts: [], device: false, orientation: null };

/** What cannot be read tells nothing. */
export function exifIn(tiff: Uint8Array): Exif {
  const bytes = Buffer.from(tiff.buffer, tiff.byteOffset, tiff.length);
  const order = bytes.toString('latin1', 0, 4);
  if (bytes.length < 8 || (order !== 'II*\0' && order !== 'MM\0*')) return NOTHING;
  const little = order === 'II*\0';
  const read: Read = {
    short: (at) => (at + 2 > bytes.length ? 0 : little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    long: (at) => (at + 4 > bytes.length ? 0 : little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  const main = entriesAt(read, read.long(4));
  const more = main.find(({ tag }) => tag === TAG.exif);
  const entries = [...main, ...(more === undefined ? [] : entriesAt(read, read.long(more.at + 8)))];
  const orientation = main.find(({ tag }) => tag === TAG.orientation);
  return {
    location: main.some(({ tag }) => tag === TAG.gps),
    author: entries.some((entry) => AUTHOR.has(entry.tag) && textOf(bytes, read, entry) !== ''),
    texts: entries
      .filter(({ tag }) => TEXT.has(tag))
      .map((entry) => textOf(bytes, read, entry))
      .filter((text) => text !== ''),
    device: entries.some(({ tag }) => DEVICE.has(tag)),
    orientation: orientation === undefined ? null : read.short(orientation.at + 8),
  };
}

/** A block that says which way up the picture is, and nothing else. */
export function exifOf(orientation: number): Uint8Array {
  const bytes = Buffer.alloc(26);
  bytes.write('MM\0*\0\0\0\x08\0\x01', 'latin1');
  bytes.writeUInt16BE(TAG.orientation, 10);
  bytes.writeUInt16BE(3, 12);
  bytes.writeUInt32BE(1, 14);
  bytes.writeUInt16BE(orientation, 18);
  return bytes;
}

interface Read {
  readonly short: (at: number) => number;
  readonly long: (at: number) => number;
}

interface Entry {
  readonly tag: number;
  readonly at: number;
}

function entriesAt({ short }: Read, at: number): readonly Entry[] {
  const count = Math.min(short(at), MOST_ENTRIES);
  return Array.from({ length: count }, (_, index) => {
    const entry = at + 2 + ENTRY * index;
    return { tag: short(entry), at: entry };
  });
}

function textOf(bytes: Buffer, { short, long }: Read, { at }: Entry): string {
  const wide = short(at + 2) === 3 || short(at + 2) === 4 ? 4 : 1;
  const length = Math.min(MOST_TEXT, long(at + 4) * wide);
  const start = length <= 4 ? at + 8 : long(at + 8);
  const text = bytes.subarray(start, start + length).toString('latin1');
  // UserComment begins with its code, `UNICODE`; UTF-16 is read as its low bytes.
  return text
    .replace(/^(?:UNICODE|ASCII|JIS)\0+/, '')
    .replaceAll('\0', '')
    .trim();
}
