/** Fields that may be long: certificates, streams of other systems, comments and names in Unicode (APPNOTE 4.5.2). */
const LONG: ReadonlySet<number> = new Set([
  0x0007, 0x0008, 0x0009, 0x000a, 0x000c, 0x000d, 0x000f, 0x0014, 0x0015, 0x0016, 0x0017, 0x0018, 0x0019, 0x0065,
  0x334d, 0x4453, 0x6375, 0x7075, 0x9901, 0xa11e,
]);
/** Times, owners and sizes take less. */
const SHORT = 28;
/** What pads: zeros, and the letters of PyTorch's own writer. */
const PADS: ReadonlySet<number> = new Set([0, 0x5a]);

/** What an extra field carries that no tool writes there: null when there is nothing such. */
export function strayField(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const data = extra.subarray(at + 4, at + 4 + length);
    if (data.length > SHORT && !LONG.has(id) && !data.every((byte) => PADS.has(byte)))
      return `an extra field ${id.toString(16).padStart(4, '0')} of ${length} bytes`;
    at += 4 + length;
  }
  return null;
}

/** Whether a comment is no text. */
export function isNoText(comment: Uint8Array): boolean {
  return comment.some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
}
