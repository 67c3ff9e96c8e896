import { MalformedError } from '../../kernel/bytes.ts';
import { decodeUtf8 } from '../document.ts';

/**
 * The text of a JSON document. Python's `json.loads` takes bytes of UTF-16 and UTF-32 as well, told by a mark or by where
 * the zeros stand (RFC 4627, 3), so that what stands in them is read. Throws MalformedError for what is in none of them.
 */
export function decodeJson(bytes: Uint8Array): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (bytes.length < 4 || bytes.length % 2 !== 0) return decodeUtf8(bytes);
  if (a === 0 && b === 0 && (c === 0 ? d !== 0 : c === 0xfe && d === 0xff)) return utf32(bytes, false);
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a !== 0 && b === 0 && c === 0 && d === 0))
    return utf32(bytes, true);
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0)) return utf16(bytes, 'utf-16be');
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0)) return utf16(bytes, 'utf-16le');
  return decodeUtf8(bytes);
}

function utf16(bytes: Uint8Array, encoding: 'utf-16be' | 'utf-16le'): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedError(`no ${encoding.toUpperCase()}`, 0, { cause });
  }
}

const LARGEST = 0x10ffff;
const STEP = 8192;

function utf32(bytes: Uint8Array, little: boolean): string {
  if (bytes.length % 4 !== 0) throw new MalformedError('UTF-32 that is cut off', bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let start = view.getUint32(0, little) === 0xfeff ? 4 : 0; start < bytes.length; start += 4 * STEP) {
    const points: number[] = [];
    for (let at = start; at < Math.min(bytes.length, start + 4 * STEP); at += 4) {
      const point = view.getUint32(at, little);
      if (point > LARGEST || (point >= 0xd800 && point < 0xe000)) throw new MalformedError('no UTF-32', at);
      points.push(point);
    }
    parts.push(String.fromCodePoint(...points));
  }
  return parts.join('');
}
