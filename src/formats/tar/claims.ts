import { BLOCK, hasChecksum, isZero } from './header.ts';

export function claimsTar(path: string, head: Uint8Array): boolean {
  return (
    (NAMED.test(path) && !CHECKPOINT.test(path) && !isZip(head)) ||
    (!isZero(head) && hasChecksum(head.subarray(0, BLOCK)))
  );
}

/** Names that promise a tar, whatever is in the file. */
const NAMED = /\.tar$/i;

/** What PyTorch's own examples have saved under such a name since 2017, and what is a zip since 1.6: no tar is promised. */
const CHECKPOINT = /\.(?:pth|pt|ckpt)\.tar$/i;

/** What torch.save writes, under whatever name. */
function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}
