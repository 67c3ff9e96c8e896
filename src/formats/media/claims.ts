import { standsAt } from '../magic.ts';
import { isTarga } from './targa.ts';

export function claimsMedia(path: string, head: Uint8Array): boolean {
  return mimeOf(path, head) !== null;
}

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
  ...['\xff\xfb', '\xff\xfa', '\xff\xf3', '\xff\xf2'].map((frame) => ({
    mime: 'audio/mpeg',
    marks: [[0, frame]] as const,
  })),
  { mime: 'audio/midi', marks: [[0, 'MThd\0\0\0\x06\0']] },
  { mime: 'audio/flac', marks: [[0, 'fLaC\0\0\0"']] },
  { mime: 'application/ogg', marks: [[0, 'OggS\0']] },
  { mime: 'video/mp4', marks: [[4, 'ftyp']] },
  {
    mime: 'video/x-msvideo',
    marks: [
      [0, 'RIFF'],
      [8, 'AVI LIST'],
    ],
  },
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
  // OpenEXR, Radiance; scenes of glTF 2.0 (section 4.4), and points and meshes of the Stanford and Autodesk kinds.
  { mime: 'image/x-exr', marks: [[0, 'v/1\x01\x02']] },
  { mime: 'image/vnd.radiance', marks: [[0, '#?RADIANCE\n']] },
  {
    mime: 'model/gltf-binary',
    marks: [
      [0, 'glTF\x02\0\0\0'],
      [16, 'JSON'],
    ],
  },
  ...['\n', '\r\n'].map((end) => ({ mime: 'model/x-ply', marks: [[0, `ply${end}format binary_`]] as const })),
  { mime: 'model/x-fbx', marks: [[0, 'Kaydara FBX Binary  \0\x1a\0']] },
  // Pictures and labels as MNIST is handed out: a type of numbers, how many dimensions, and the numbers.
  ...[0x08, 0x09, 0x0b, 0x0c, 0x0d, 0x0e].flatMap((type) =>
    [1, 2, 3, 4].map((dimensions) => ({
      mime: 'application/x-idx',
      marks: [[0, String.fromCharCode(0, 0, type, dimensions)]] as const,
    })),
  ),
  // Sums that Hadoop and Spark lay beside what they write, of each 512 bytes.
  { mime: 'application/x-hadoop-crc', marks: [[0, 'crc\0\0\0\x02\0']] },
  // Where Finder keeps the places of icons.
  { mime: 'application/x-ds-store', marks: [[0, '\0\0\0\x01Bud1']] },
  { mime: 'application/pdf', marks: [[0, '%PDF-']] },
  { mime: 'font/woff', marks: [[0, 'wOFF']] },
  { mime: 'font/woff2', marks: [[0, 'wOF2']] },
];

export const TARGA = 'image/x-tga';
const byFirst = new Map<number | undefined, readonly Signature[]>();

/** Those that a file may have that begins with this byte. */
function signaturesAt(first: number | undefined): readonly Signature[] {
  const known = byFirst.get(first);
  if (known !== undefined) return known;
  const rest = SIGNATURES.filter(({ marks }) =>
    marks.every(([offset, text]) => offset !== 0 || text.charCodeAt(0) === first),
  );
  byFirst.set(first, rest);
  return rest;
}

export function mimeOf(path: string, head: Uint8Array): string | null {
  const found = signaturesAt(head[0]).find(({ marks }) =>
    marks.every(([offset, text]) => standsAt(head, offset, text)),
  );
  if (found !== undefined) return found.mime;
  if (isFont(head)) return 'font/sfnt';
  return /\.tga$/i.test(path) && isTarga(head) ? TARGA : null;
}

/**
 * TrueType and OpenType: their version, the number of their tables, and what the header says of it once more (OpenType
 * 1.9, table directory). Nothing else that begins with so few bits set agrees with itself so.
 */
function isFont(head: Uint8Array): boolean {
  if (head.length < 12 || !(standsAt(head, 0, '\0\x01\0\0') || standsAt(head, 0, 'OTTO') || standsAt(head, 0, 'true')))
    return false;
  const number = (at: number): number => (head[at] ?? 0) * 256 + (head[at + 1] ?? 0);
  const tables = number(4);
  const power = Math.floor(Math.log2(Math.max(1, tables)));
  return (
    tables > 0 && number(6) === 16 * 2 ** power && number(8) === power && number(10) === 16 * (tables - 2 ** power)
  );
}
