import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { actionsOf } from './pdf.ts';

/**
 * Pictures, sounds, films, fonts and PDF, known by their signatures and not read further. SVG is not among them: it is
 * text that can carry scripts.
 */
export const mediaFormat: Format<'media'> = {
  id: 'media',
  claims: (path, head, size) => mimeOf(path, head, size) !== null,
  read: readMedia,
};

interface Signature {
  readonly mime: string;
  /** Latin-1 text at an offset; all must stand there. */
  readonly marks: readonly (readonly [offset: number, text: string])[];
}

/** From the WHATWG MIME Sniffing standard, section 6, and the formats' own specifications. */
export const SIGNATURES: readonly Signature[] = [
  { mime: 'image/png', marks: [[0, '\x89PNG\r\n\x1a\n']] },
  { mime: 'image/jpeg', marks: [[0, '\xff\xd8\xff']] },
  { mime: 'image/gif', marks: [[0, 'GIF87a']] },
  { mime: 'image/gif', marks: [[0, 'GIF89a']] },
  {
    mime: 'image/webp',
    marks: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
  // Reserved fields are zero; without them two letters would claim any text that begins with BM.
  {
    mime: 'image/bmp',
    marks: [
      [0, 'BM'],
      [6, '\0\0\0\0'],
    ],
  },
  { mime: 'image/x-icon', marks: [[0, '\0\0\x01\0']] },
  { mime: 'image/tiff', marks: [[0, 'II*\0']] },
  { mime: 'image/tiff', marks: [[0, 'MM\0*']] },
  {
    mime: 'audio/wav',
    marks: [
      [0, 'RIFF'],
      [8, 'WAVE'],
    ],
  },
  { mime: 'audio/mpeg', marks: [[0, 'ID3']] },
  { mime: 'audio/mpeg', marks: [[0, '\xff\xfb']] },
  { mime: 'audio/flac', marks: [[0, 'fLaC\0\0\0"']] },
  { mime: 'application/ogg', marks: [[0, 'OggS\0']] },
  { mime: 'video/mp4', marks: [[4, 'ftyp']] },
  { mime: 'video/webm', marks: [[0, '\x1aE\xdf\xa3']] },
  // ISO/IEC 15444-1, I.5.1 and I.5.2: the signature, and behind it nothing but the box of file types.
  {
    mime: 'image/jp2',
    marks: [
      [0, '\0\0\0\x0cjP  \r\n\x87\n'],
      [16, 'ftyp'],
    ],
  },
  { mime: 'image/vnd.ms-dds', marks: [[0, 'DDS |\0\0\0']] },
  { mime: 'image/x-icns', marks: [[0, 'icns\0']] },
  {
    mime: 'image/qoi',
    marks: [
      [0, 'qoif\0\0'],
      [8, '\0\0'],
    ],
  },
  { mime: 'image/sgi', marks: [[0, '\x01\xda\0\x01\0\x03\0']] },
  { mime: 'image/sgi', marks: [[0, '\x01\xda\x01\x01\0\x03\0']] },
  { mime: 'image/x-portable-pixmap', marks: [[0, 'P6\n']] },
  { mime: 'image/x-portable-graymap', marks: [[0, 'P5\n']] },
  // Where Finder keeps the places of icons.
  { mime: 'application/x-ds-store', marks: [[0, '\0\0\0\x01Bud1']] },
  { mime: 'application/pdf', marks: [[0, '%PDF-']] },
  { mime: 'font/woff', marks: [[0, 'wOFF']] },
  { mime: 'font/woff2', marks: [[0, 'wOF2']] },
];

async function readMedia(source: ByteSource, { path, budget }: ReadContext): Promise<ReaderResult<'media'>> {
  const mime = mimeOf(path, await source.read(0, Math.min(LIMITS.head, source.size)), source.size);
  if (mime === null) throw new MalformedError('no signature of a picture, sound, film, font or PDF', 0);
  const actions = mime === 'application/pdf' ? await actionsOf(source, budget) : [];
  return { facts: { format: 'media', mime, actions }, parts: [], defects: [], coverage: 'structure' };
}

function mimeOf(path: string, head: Uint8Array, size: number): string | null {
  const found = SIGNATURES.find(({ marks }) => marks.every(([offset, text]) => standsAt(head, offset, text)));
  if (found !== undefined) return found.mime;
  if (isFont(head)) return 'font/sfnt';
  return /\.tga$/i.test(path) && isTarga(head, size) ? 'image/x-tga' : null;
}

/**
 * TrueType and OpenType: their version, the number of their tables, and what the header says of it once more (OpenType
 * 1.9, table directory). Nothing else that begins with so few bits set agrees with itself so.
 */
function isFont(head: Uint8Array): boolean {
  if (head.length < 28 || !(standsAt(head, 0, '\0\x01\0\0') || standsAt(head, 0, 'OTTO') || standsAt(head, 0, 'true')))
    return false;
  const number = (at: number): number => (head[at] ?? 0) * 256 + (head[at + 1] ?? 0);
  const tables = number(4);
  const power = Math.floor(Math.log2(Math.max(1, tables)));
  return (
    tables > 0 && number(6) === 16 * 2 ** power && number(8) === power && number(10) === 16 * (tables - 2 ** power)
  );
}

/**
 * Targa has no signature: a map of colours or none, one of six kinds of picture, bits of a pixel, and room for what these
 * ask for (Truevision TGA 2.0); packed pixels take at least a packet for 128 of them.
 */
function isTarga(head: Uint8Array, size: number): boolean {
  if (head.length < TARGA_HEADER) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [id, map, kind, bits] = [0, 1, 2, 16].map((at) => view.getUint8(at));
  if (map === undefined || map > 1 || !TARGA_KINDS.has(kind ?? 0) || !TARGA_BITS.has(bits ?? 0)) return false;
  const colours = map === 0 ? 0 : view.getUint16(5, true) * Math.ceil(view.getUint8(7) / 8);
  const pixels = view.getUint16(12, true) * view.getUint16(14, true);
  const wide = Math.ceil((bits ?? 0) / 8);
  const picture = (kind ?? 0) >= TARGA_PACKED ? Math.ceil(pixels / 128) * (1 + wide) : pixels * wide;
  return pixels > 0 && TARGA_HEADER + (id ?? 0) + colours + picture <= size;
}

const TARGA_HEADER = 18;
const TARGA_PACKED = 9;
const TARGA_KINDS: ReadonlySet<number> = new Set([1, 2, 3, 9, 10, 11]);
const TARGA_BITS: ReadonlySet<number> = new Set([8, 15, 16, 24, 32]);

function standsAt(head: Uint8Array, offset: number, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (head[offset + at] !== text.charCodeAt(at)) return false;
  }
  return true;
}
