import { bytesAt } from '../magic.ts';

export function claimsHdf5(path: string, head: Uint8Array, size: number): boolean {
  return size > 0 && (NAMED.test(path) || bytesAt(head, 0, SIGNATURE) || bytesAt(head, 512, SIGNATURE));
}

export const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a] as const;

const NAMED = /\.(?:h5|hdf5|hdf|he5)$/i;
