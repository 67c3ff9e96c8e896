import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Defect } from '../format.ts';

const HEADER = 18;
const PACKED = 9;
const KINDS: ReadonlySet<number> = new Set([1, 2, 3, 9, 10, 11]);
const BITS: ReadonlySet<number> = new Set([8, 15, 16, 24, 32]);
const FOOTER = 'TRUEVISION-XFILE.\0';

/** Targa (Truevision TGA 2.0) has no signature: a map of colours or none, one of six kinds of picture, bits of a pixel. */
export function isTarga(head: Uint8Array): boolean {
  const [, map = 2, kind = 0] = head;
  return head.length >= HEADER && map <= 1 && KINDS.has(kind) && BITS.has(head[16] ?? 0);
}

/** Whether the picture ends where the file does, or at the footer of version 2. Throws MalformedError when it is cut short. */
export async function targaDefects(source: ByteSource): Promise<readonly Defect[]> {
  const head = await source.read(0, HEADER);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const colours = view.getUint8(1) === 0 ? 0 : view.getUint16(5, true) * Math.ceil(view.getUint8(7) / 8);
  const start = HEADER + view.getUint8(0) + colours;
  const pixels = view.getUint16(12, true) * view.getUint16(14, true);
  const wide = Math.ceil(view.getUint8(16) / 8);
  const packed = view.getUint8(2) >= PACKED;
  const end = packed ? await endOfPackets(source, { start, pixels, wide }) : start + pixels * wide;
  if (end > source.size) throw new MalformedError('the picture is cut short', source.size);
  if (end === source.size || (await hasFooter(source))) return [];
  return [{ code: 'trailing-bytes', message: `${source.size - end} bytes follow the picture`, offset: end }];
}

/** A packet has a count of pixels up to 128, and one pixel or as many (section C.3). What is too long is not walked. */
async function endOfPackets(
  source: ByteSource,
  { start, pixels, wide }: { readonly start: number; readonly pixels: number; readonly wide: number },
): Promise<number> {
  const length = source.size - start;
  if (length <= 0 || length > LIMITS.wholeFile) return length <= 0 ? source.size + 1 : source.size;
  const bytes = await source.read(start, length);
  let at = 0;
  for (let left = pixels; left > 0 && at < bytes.length; ) {
    const packet = bytes[at] ?? 0;
    const count = (packet & 0x7f) + 1;
    at += 1 + (packet >= 0x80 ? wide : count * wide);
    left -= count;
    if (left > 0 && at >= bytes.length) at = bytes.length + 1;
  }
  return start + at;
}

async function hasFooter(source: ByteSource): Promise<boolean> {
  if (source.size < FOOTER.length) return false;
  return Buffer.from(await source.read(source.size - FOOTER.length, FOOTER.length)).toString('latin1') === FOOTER;
}
