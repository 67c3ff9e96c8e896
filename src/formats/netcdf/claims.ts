import type { Signs } from '../format.ts';

export const NETCDF_SIGNS: Signs = { first: 'C' };

export function claimsNetcdf(_path: string, head: Uint8Array): boolean {
  return head[0] === 0x43 && head[1] === 0x44 && head[2] === 0x46 && VERSIONS.has(head[3] ?? 0);
}

const VERSIONS: ReadonlySet<number> = new Set([1, 2, 5]);
