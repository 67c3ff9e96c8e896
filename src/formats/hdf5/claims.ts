export function claimsHdf5(path: string, head: Uint8Array, size: number): boolean {
  return size > 0 && (NAMED.test(path) || startsAt(head, 0) || startsAt(head, 512));
}

export const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const NAMED = /\.(?:h5|hdf5|hdf|he5)$/i;

function startsAt(head: Uint8Array, at: number): boolean {
  return SIGNATURE.every((byte, index) => head[at + index] === byte);
}
