import { bytesAt, standsAt } from '../magic.ts';
import { BLOCK, hasChecksum } from '../tar-block.ts';

export function claimsZip(path: string, head: Uint8Array): boolean {
  return startsLikeZip(head) || (NAMED.test(path) && head.length > 0) || holdsMember(head);
}

/** Names that promise a zip, whatever is before it. */
const NAMED = /\.(?:zip|npz|keras|whl|egg|jar|mar)$/i;

const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x50, 0x4b, 0x07, 0x08],
];

function startsLikeZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && SIGNATURES.some((signature) => bytesAt(head, 0, signature));
}

/** Where the members of a tar end, or 1: an archive within one is no archive with a prefix, and is read as that member. */
function behindMembers(head: Uint8Array): number {
  let at = 0;
  while (at + BLOCK <= head.length && hasChecksum(head.subarray(at, at + BLOCK))) {
    const size = /^ *([0-7]{1,12})[ \0]*$/.exec(
      new TextDecoder('latin1').decode(head.subarray(at + 124, at + 136)),
    )?.[1];
    if (size === undefined) break;
    at += BLOCK + Math.ceil(Number.parseInt(size, 8) / BLOCK) * BLOCK;
  }
  return Math.max(at, 1);
}

/** A local header further on: something was put before an archive. */
function holdsMember(head: Uint8Array): boolean {
  for (let at = head.indexOf(0x50, behindMembers(head)); at >= 0; at = head.indexOf(0x50, at + 1)) {
    if (standsAt(head, at, 'PK\x03\x04')) return true;
  }
  return false;
}
