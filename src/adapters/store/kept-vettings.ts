import type { Vetting } from '../../domain/vetting.ts';

/** Vettings that were read already, by their digest. */
export interface KeptVettings {
  get(vetting: string): Vetting | undefined;
  set(vetting: string, parsed: Vetting, length: number): void;
}

/** Characters of documents whose vettings are kept; one has a hundred thousand. */
const MOST = 8 * 1024 * 1024;

/**
 * Rows of vettings never change, and their digest names all of them: what was read, hashed and found whole needs neither
 * again. Gates and pages ask for the same few many times over. Those that were asked for longest ago go first.
 */
export function keptVettings(most = MOST): KeptVettings {
  const kept = new Map<string, { readonly parsed: Vetting; readonly length: number }>();
  let total = 0;
  return {
    get: (vetting) => {
      const found = kept.get(vetting);
      if (found === undefined) return undefined;
      kept.delete(vetting);
      kept.set(vetting, found);
      return found.parsed;
    },
    set: (vetting, parsed, length) => {
      if (kept.has(vetting) || length > most) return;
      kept.set(vetting, { parsed, length });
      total += length;
      for (const [oldest, { length: freed }] of kept) {
        if (total <= most) break;
        kept.delete(oldest);
        total -= freed;
      }
    },
  };
}
