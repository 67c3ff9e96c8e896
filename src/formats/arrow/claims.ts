import { standsAt } from '../magic.ts';

export function claimsArrow(path: string, head: Uint8Array): boolean {
  return isFile(head) || isStream(head) || (path === SCHEMA && startsMessage(head));
}

export const MAGIC = 'ARROW1';

export function isFile(head: Uint8Array): boolean {
  return standsAt(head, 0, MAGIC) && head[6] === 0 && head[7] === 0;
}

/** What Parquet holds of Arrow; Polars does not fill it up to eight bytes. */
const SCHEMA = 'ARROW:schema';

export function startsMessage(head: Uint8Array): boolean {
  return head.length >= 16 && [0, 1, 2, 3].every((index) => head[index] === 0xff);
}

/** A continuation mark, a small length that is a multiple of eight, and a table's offset within it. */
function isStream(head: Uint8Array): boolean {
  if (head.length < 16 || head[0] !== 0xff) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = view.getUint32(4, true);
  return view.getUint32(0, true) === 0xffffffff && length > 0 && length % 8 === 0 && view.getUint32(8, true) < length;
}
