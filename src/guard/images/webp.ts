import { MalformedError } from '../../kernel/bytes.ts';
import { type Container, MOST_PARTS, MOST_TEXT, type Part } from './container.ts';

const HEAD = 12;
const EXIF_PREFIX = Buffer.from('Exif\0\0', 'latin1');
/** Flags of the extended header. */
const HAS = { animation: 0x02, xmp: 0x04, exif: 0x08, alpha: 0x10 } as const;

/** WebP (RFC 9649): a RIFF file; metadata needs the extended header `VP8X`. */
export const webp: Container = {
  id: 'webp',
  claims: (bytes) => latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, HEAD) === 'WEBP',
  parts: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = file.length < HEAD ? 0 : Math.min(file.length, 8 + file.readUInt32LE(4));
    const parts: Part[] = [];
    for (let at = HEAD; at + 8 <= end; ) {
      const length = file.readUInt32LE(at + 4);
      const next = at + 8 + length + (length & 1);
      if (at + 8 + length > end || parts.length > MOST_PARTS)
        throw new MalformedError('a chunk reaches past the end', at);
      const content = file.subarray(at + 8, at + 8 + length);
      parts.push({ kind: file.toString('latin1', at, at + 4), bytes: file.subarray(at, Math.min(next, end)), content });
      at = next;
    }
    if (!parts.some(({ kind }) => kind.startsWith('VP8') || kind === 'ANMF'))
      throw new MalformedError('there is no picture', HEAD);
    return parts;
  },
  told: ({ kind, content }) => {
    if (kind === 'XMP ') return { kind: 'xmp', xml: Buffer.from(content.subarray(0, MOST_TEXT)).toString('utf8') };
    if (kind === 'C2PA') return { kind: 'c2pa' };
    if (kind !== 'EXIF') return null;
    const prefixed = EXIF_PREFIX.equals(content.subarray(0, EXIF_PREFIX.length));
    return { kind: 'exif', tiff: prefixed ? content.subarray(EXIF_PREFIX.length) : content };
  },
  xmpPart: (xml) => chunk('XMP ', Buffer.from(xml)),
  exifPart: (tiff) => chunk('EXIF', tiff),
  join: (parts) => {
    const told = parts.filter((part) => webp.told(part) !== null);
    const rest = parts.filter((part) => webp.told(part) === null && part.kind !== 'VP8X');
    const had = parts.find(({ kind }) => kind === 'VP8X');
    const header = told.length > 0 || had !== undefined ? [extended(had, rest, told)] : [];
    const body = Buffer.concat([...header, ...rest, ...told].map(({ bytes }) => bytes));
    const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
    head.writeUInt32LE(body.length + 4, 4);
    return Buffer.concat([head, body]);
  },
};

function chunk(kind: string, content: Uint8Array): Part {
  const head = Buffer.alloc(8);
  head.write(kind, 'latin1');
  head.writeUInt32LE(content.length, 4);
  const bytes = Buffer.concat([head, content, Buffer.alloc(content.length & 1)]);
  return { kind, bytes, content };
}

function extended(had: Part | undefined, rest: readonly Part[], told: readonly Part[]): Part {
  const content = Buffer.from(had?.content ?? headerOf(rest));
  if (content.length < 10) throw new MalformedError('the extended header is cut off', HEAD);
  const flags = (content[0] ?? 0) & ~(HAS.xmp | HAS.exif);
  const xmp = told.some(({ kind }) => kind === 'XMP ') ? HAS.xmp : 0;
  const exif = told.some(({ kind }) => kind === 'EXIF') ? HAS.exif : 0;
  content[0] = flags | xmp | exif;
  return chunk('VP8X', content);
}

/** The extended header of a picture that had none: its size, and whether it has transparency. */
function headerOf(rest: readonly Part[]): Uint8Array {
  const picture = rest.find(({ kind }) => kind === 'VP8 ' || kind === 'VP8L');
  const content = Buffer.from(picture?.content ?? []);
  if (content.length < 10) throw new MalformedError('there is no picture', HEAD);
  const header = Buffer.alloc(10);
  if (picture?.kind === 'VP8L') {
    const bits = content.readUInt32LE(1);
    header[0] = (bits >>> 28) & 1 ? HAS.alpha : 0;
    header.writeUIntLE(bits & 0x3fff, 4, 3);
    header.writeUIntLE((bits >>> 14) & 0x3fff, 7, 3);
  } else {
    header.writeUIntLE(Math.max(1, content.readUInt16LE(6) & 0x3fff) - 1, 4, 3);
    header.writeUIntLE(Math.max(1, content.readUInt16LE(8) & 0x3fff) - 1, 7, 3);
  }
  return header;
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, end)).toString('latin1');
}
