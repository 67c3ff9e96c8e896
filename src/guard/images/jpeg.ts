import { MalformedError } from '../../kernel/bytes.ts';
import { type Container, MOST_PARTS, MOST_TEXT, type Part } from './container.ts';

const START = Buffer.from([0xff, 0xd8]);
const SCAN = 0xda;
const END = 0xd9;
const EXIF = Buffer.from('Exif\0\0', 'latin1');
const XMP = Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1');
const XMP_REST = Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1');
const PHOTOSHOP = Buffer.from('Photoshop 3.0\0', 'latin1');
/** What one segment may hold, without its length. */
const MOST_CONTENT = 65_533;

/** JPEG (ITU T.81, annex B): segments and scans up to the end of the image. What stands behind that no decoder shows: it is left out. */
export const jpeg: Container = {
  id: 'jpeg',
  claims: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  parts: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const parts: Part[] = [];
    for (let at = START.length; ; ) {
      const from = at;
      if (file[at] !== 0xff || parts.length > MOST_PARTS) throw new MalformedError('a segment is missing', at);
      while (file[at + 1] === 0xff) at++;
      const marker = file[at + 1] ?? 0;
      if (marker === END) {
        parts.push({ kind: 'end', bytes: file.subarray(from, at + 2), content: file.subarray(at, at) });
        return parts;
      }
      if (at + 4 > file.length) throw new MalformedError('the image is cut off', at);
      const length = file.readUInt16BE(at + 2);
      if (length < 2 || at + 2 + length > file.length) throw new MalformedError('a segment reaches past the end', at);
      const next = marker === SCAN ? endOfScan(file, at + 2 + length) : at + 2 + length;
      const kind = marker === SCAN ? 'picture' : nameOf(marker);
      parts.push({ kind, bytes: file.subarray(from, next), content: file.subarray(at + 4, next) });
      // Decoders show as much as there is of a picture without an end.
      if (marker === SCAN && next === file.length) return parts;
      at = next;
    }
  },
  told: ({ kind, content }) => {
    if (kind === 'COM') return { kind: 'text', key: 'Comment', text: textOf(content) };
    if (kind === 'APP1' && startsWith(content, EXIF)) return { kind: 'exif', tiff: content.subarray(EXIF.length) };
    if (kind === 'APP1' && startsWith(content, XMP)) return { kind: 'xmp', xml: textOf(content.subarray(XMP.length)) };
    if (kind === 'APP1' && startsWith(content, XMP_REST)) return { kind: 'text', key: 'XMP', text: textOf(content) };
    if (kind === 'APP11' && Buffer.from(content.subarray(0, 64)).includes('jumb', 0, 'latin1')) return { kind: 'c2pa' };
    return kind === 'APP13' && startsWith(content, PHOTOSHOP) ? { kind: 'iptc' } : null;
  },
  xmpPart: (xml) => segment(Buffer.concat([XMP, Buffer.from(xml)])),
  exifPart: (tiff) => segment(Buffer.concat([EXIF, tiff])),
  // The JFIF header is first, then Exif, where readers look for it; then all other metadata.
  join: (parts) => {
    const order = ({ kind, content }: Part) =>
      kind === 'APP0' ? 0 : startsWith(content, EXIF) ? 1 : kind.startsWith('APP') ? 2 : 3;
    const ordered = parts.toSorted((a, b) => order(a) - order(b));
    return Buffer.concat([START, ...ordered.map(({ bytes }) => bytes)]);
  },
};

/** Where the marker stands that ends a scan's coded data: none that restarts it, and no `FF` of the data's own (B.1.1.5). */
function endOfScan(file: Buffer, from: number): number {
  for (let at = file.indexOf(0xff, from); at >= 0; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return file.length;
}

function nameOf(marker: number): string {
  if (marker === 0xfe) return 'COM';
  return marker >= 0xe0 && marker <= 0xef ? `APP${marker - 0xe0}` : `0x${marker.toString(16)}`;
}

/** An APP1 segment. Throws MalformedError when it does not fit. */
function segment(content: Uint8Array): Part {
  if (content.length > MOST_CONTENT) throw new MalformedError('the metadata does not fit into one segment', 0);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return { kind: 'APP1', bytes: Buffer.concat([head, content]), content };
}

function startsWith(content: Uint8Array, prefix: Buffer): boolean {
  return prefix.equals(content.subarray(0, prefix.length));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, MOST_TEXT)).toString('utf8');
}
