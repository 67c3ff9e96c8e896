/** The first line of what Git LFS leaves in the place of a file that was not downloaded (git-lfs, docs/spec.md). */
export const LFS_POINTER = 'version https://git-lfs.github.com/spec/v1\n';

/** Whether these bytes begin as a pointer: a text, whatever the file's name promises. */
export function isLfsPointer(head: Uint8Array): boolean {
  if (head.length < LFS_POINTER.length) return false;
  for (let at = 0; at < LFS_POINTER.length; at++) if (head[at] !== LFS_POINTER.charCodeAt(at)) return false;
  return true;
}
