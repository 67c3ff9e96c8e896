import type { ByteSource } from '../../kernel/bytes.ts';

const END_SIZE = 22;
/** A plain end record with the longest comment. */
const TAIL = END_SIZE + 0xffff;
/** The end record of zip64 and its locator, which stand before the plain one. */
const WIDE = 56 + 20;

/**
 * Whether bytes that begin as something else end as an archive: its end record, with the directory right before it. `exact`:
 * nothing but its comment may follow, as of files that hold archives as they are (a tar, a pickle).
 */
export async function endsAsZip(source: ByteSource, exact: boolean): Promise<boolean> {
  if (source.costly === true || source.reach !== undefined || source.size < END_SIZE) return false;
  const length = Math.min(source.size, TAIL);
  const base = source.size - length;
  const { buffer, byteOffset } = await source.read(base, length);
  const tail = Buffer.from(buffer, byteOffset, length);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    at = tail.lastIndexOf('PK\x05\x06', at, 'latin1');
    if (at < 0) return false;
    const [size, comment] = [tail.readUInt32LE(at + 12), tail.readUInt16LE(at + 20)];
    if (exact && at + END_SIZE + comment !== tail.length) continue;
    if (size > 0 && (await standsAt(source, base + at - size, 'PK\x01\x02'))) return true;
    if (await standsAt(source, base + at - WIDE, 'PK\x06\x06')) return true;
  }
  return false;
}

async function standsAt(source: ByteSource, at: number, sign: string): Promise<boolean> {
  if (at < 0 || at + sign.length > source.size) return false;
  return Buffer.from(await source.read(at, sign.length)).toString('latin1') === sign;
}
