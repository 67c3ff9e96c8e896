import type { ByteSource } from '../../kernel/bytes.ts';
import type { ReadContext } from '../format.ts';

const END = 'PK\x05\x06';
const END_SIZE = 22;
const CENTRAL = 'PK\x01\x02';
const END64 = 'PK\x06\x06';
/** The end record of zip64 and its locator, which stand before the plain one. */
const WIDE = 56 + 20;
const STEP = 4 * 1024 * 1024;
/** As far as members are looked for by their own headers. */
const LOOKED_THROUGH = 256 * 1024 * 1024;
/** End records that are asked for their directory. */
const MOST = 256;

/**
 * Where the last archive ends whose end record has its directory right before it; null where there is none but at the very
 * end. Whoever appends bytes to an archive hides its directory from readers that look at the end of the file alone.
 */
export async function earlierEnd(source: ByteSource, { budget }: ReadContext): Promise<number | null> {
  if (source.costly === true || source.reach !== undefined) return null;
  const stop = Math.min(source.size, LOOKED_THROUGH);
  let found: number | null = null;
  let asked = 0;
  for (let base = 0; base < stop && asked < MOST; base += STEP) {
    budget.checkTime();
    const bytes = await source.read(base, Math.min(STEP + END_SIZE, source.size - base));
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = buffer.indexOf(END, 0, 'latin1'); at >= 0 && at < STEP; at = buffer.indexOf(END, at + 1, 'latin1')) {
      if (at + END_SIZE > buffer.length || asked++ >= MOST) break;
      const [size, comment] = [buffer.readUInt32LE(at + 12), buffer.readUInt16LE(at + 20)];
      const end = Math.min(base + at + END_SIZE + comment, source.size);
      if (end < source.size && (await hasDirectory(source, base + at, size))) found = end;
    }
  }
  return found;
}

async function hasDirectory(source: ByteSource, at: number, size: number): Promise<boolean> {
  if (size > 0 && (await standsAt(source, at - size, CENTRAL))) return true;
  return standsAt(source, at - WIDE, END64);
}

async function standsAt(source: ByteSource, at: number, sign: string): Promise<boolean> {
  if (at < 0 || at + sign.length > source.size) return false;
  return Buffer.from(await source.read(at, sign.length)).toString('latin1') === sign;
}
