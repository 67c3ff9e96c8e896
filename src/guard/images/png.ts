import { crc32, inflateSync } from 'node:zlib';
import { MalformedError } from '../../kernel/bytes.ts';
import { type Container, MOST_PARTS, MOST_TEXT, type Part, type Told } from './container.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum. */
const AROUND = 12;
const XMP_KEY = 'XML:com.adobe.xmp';

/** PNG (ISO/IEC 15948): chunks with a length and a checksum. */
export const png: Container = {
  id: 'png',
  claims: (bytes) => SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length)),
  parts: (bytes) => {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const parts: Part[] = [];
    for (let at = SIGNATURE.length; parts.at(-1)?.kind !== 'IEND'; ) {
      if (at + AROUND > file.length || parts.length > MOST_PARTS) throw new MalformedError('the image is cut off', at);
      const length = file.readUInt32BE(at);
      if (at + AROUND + length > file.length) throw new MalformedError('a chunk reaches past the end', at);
      const content = file.subarray(at + 8, at + 8 + length);
      parts.push({
        kind: file.toString('latin1', at + 4, at + 8),
        bytes: file.subarray(at, at + AROUND + length),
        content,
      });
      at += AROUND + length;
    }
    if (parts[0]?.kind !== 'IHDR') throw new MalformedError('the header is missing', SIGNATURE.length);
    return parts;
  },
  told: ({ kind, content }) => {
    if (kind === 'eXIf') return { kind: 'exif', tiff: content };
    if (kind === 'caBX') return { kind: 'c2pa' };
    const text = kind === 'tEXt' ? plain(content) : kind === 'zTXt' ? packed(content) : null;
    return kind === 'iTXt' ? international(content) : text;
  },
  xmpPart: (xml) => chunk('iTXt', Buffer.concat([Buffer.from(`${XMP_KEY}\0\0\0\0\0`, 'latin1'), Buffer.from(xml)])),
  exifPart: (tiff) => chunk('eXIf', tiff),
  // Metadata goes behind the header: readers may stop at the picture.
  join: (parts) => {
    const told = parts.filter((part) => png.told(part) !== null);
    const rest = parts.filter((part) => png.told(part) === null);
    return Buffer.concat([SIGNATURE, ...[...rest.slice(0, 1), ...told, ...rest.slice(1)].map(({ bytes }) => bytes)]);
  },
};

function chunk(kind: string, content: Uint8Array): Part {
  const bytes = Buffer.alloc(AROUND + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(kind, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return { kind, bytes, content };
}

function plain(content: Uint8Array): Told {
  const { key, rest } = keyed(content);
  return { kind: 'text', key, text: latin1(rest) };
}

function packed(content: Uint8Array): Told {
  const { key, rest } = keyed(content);
  return { kind: 'text', key, text: latin1(inflated(rest.subarray(1))) };
}

/** Keyword, whether it is compressed, language, keyword in that language, text in UTF-8. */
function international(content: Uint8Array): Told {
  const { key, rest } = keyed(content);
  const compressed = rest[0] === 1;
  const language = keyed(rest.subarray(2));
  const { rest: body } = keyed(language.rest);
  const text = Buffer.from((compressed ? inflated(body) : body).subarray(0, MOST_TEXT)).toString('utf8');
  return key === XMP_KEY ? { kind: 'xmp', xml: text } : { kind: 'text', key, text };
}

function keyed(content: Uint8Array): { readonly key: string; readonly rest: Uint8Array } {
  const end = content.indexOf(0);
  return end === -1
    ? { key: latin1(content), rest: new Uint8Array() }
    : { key: latin1(content.subarray(0, end)), rest: content.subarray(end + 1) };
}

/** What cannot be unpacked is text that nobody reads. */
function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_TEXT });
  } catch {
    return new Uint8Array();
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, MOST_TEXT)).toString('latin1');
}
