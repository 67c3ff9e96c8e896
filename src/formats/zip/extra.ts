import { crc32, inflateRawSync } from 'node:zlib';
import { carriedIn } from '../carried.ts';

/** A field of which the form is known: whether its data has it. */
type Form = (data: Uint8Array, view: DataView, comment: Uint8Array) => boolean;

/** The forms of fields with room for more than times, owners and sizes (APPNOTE 4.5, Info-ZIP's extrafld.txt). */
const FORMS: ReadonlyMap<number, Form> = new Map<number, Form>([
  // NTFS: four bytes of nothing, then one attribute of three times.
  [0x000a, (data, view) => data.length === 32 && view.getUint32(0) === 0 && view.getUint32(4) === 0x01001800],
  [0x9901, (data) => data.length === 7],
  [0x7075, isText],
  // Of a comment that stands there.
  [0x6375, (data, view, comment) => isText(data) && view.getUint32(1, true) === crc32(comment)],
  [0x4453, isDescriptor],
  // How members are aligned, then nothing.
  [0xa11e, isAlignment],
  [0xd935, isAlignment],
  // Room to grow, of Office and its like: a mark, how much there was, and nothing (ECMA-376-2).
  [
    0xa220,
    (data, view) =>
      data.length >= 4 && view.getUint16(0, true) === 0xa028 && data.subarray(4).every((byte) => byte === 0),
  ],
]);
/** Times, owners and sizes take less. */
const SHORT = 28;
/** What pads: zeros, and the letters of PyTorch's own writer. */
const PADS: ReadonlySet<number> = new Set([0, 0x5a]);
const NO_COMMENT = new Uint8Array(0);

/** What an extra field carries that no tool writes there: null when there is nothing such. */
export function strayField(extra: Uint8Array, comment: Uint8Array = NO_COMMENT): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  let at = 0;
  for (; at + 4 <= extra.length; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const data = extra.subarray(at + 4, at + 4 + length);
    if (!isUsual(id, data, comment) || data.length < length)
      return `an extra field ${id.toString(16).padStart(4, '0')} of ${length} bytes`;
    at += 4 + length;
  }
  const rest = extra.subarray(at);
  return rest.every((byte) => PADS.has(byte)) ? null : `${rest.length} bytes that are no extra field`;
}

function isUsual(id: number, data: Uint8Array, comment: Uint8Array): boolean {
  if (data.every((byte) => PADS.has(byte))) return true;
  const form = FORMS.get(id);
  if (form === undefined) return data.length <= SHORT;
  return form(data, new DataView(data.buffer, data.byteOffset, data.byteLength), comment);
}

/** Version 1, a CRC, and a text. */
function isText(data: Uint8Array): boolean {
  return data.length >= 5 && data[0] === 1 && !isNoText(data.subarray(5)) && isUtf8(data.subarray(5));
}

function isUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  return !text.includes('\uFFFD') && carriedIn(text) === null;
}

function isAlignment(data: Uint8Array): boolean {
  return data.length >= 2 && data.subarray(2).every((byte) => byte === 0);
}

/** Longer lists of rights are not packed beside a member. */
const LONGEST_DESCRIPTOR = 65_536;

/** Rights of Windows: their size alone, or packed, and then of revision 1. */
function isDescriptor(data: Uint8Array, view: DataView): boolean {
  if (data.length === 4) return true;
  if (data.length < 11 || data[4] !== 0 || view.getUint16(5, true) !== 8) return false;
  try {
    const rights = inflateRawSync(data.subarray(11), { maxOutputLength: LONGEST_DESCRIPTOR });
    return rights[0] === 1 && rights[1] === 0 && rights.length === view.getUint32(0, true);
  } catch {
    return false;
  }
}

/** Whether a comment is no text, or one that carries a program. */
export function isNoText(comment: Uint8Array): boolean {
  return (
    comment.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) ||
    carriedIn(Buffer.from(comment).toString('latin1')) !== null
  );
}
