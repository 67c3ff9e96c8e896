import { standsAt } from './magic.ts';
/** The first line of what Git LFS leaves in the place of a file that was not downloaded (git-lfs, docs/spec.md). */
export const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';

/** The most that a pointer has. */
const LONGEST = 1024;
/** Lines of the extensions, the digest and the size, and nothing else. */
const WHOLE =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]+ \w+:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d+\n?$/;

/** Whether a file of `size` is a pointer from its first byte to its last, so that nothing else can be in it. */
export function isWholeLfsPointer(head: Uint8Array, size: number): boolean {
  if (size > LONGEST || head.length < size || !isLfsPointer(head)) return false;
  return WHOLE.test(new TextDecoder('latin1').decode(head.subarray(0, size)));
}

/** Whether these bytes begin as a pointer: a text, whatever the file's name promises. */
export function isLfsPointer(head: Uint8Array): boolean {
  return standsAt(head, 0, LFS_POINTER);
}
