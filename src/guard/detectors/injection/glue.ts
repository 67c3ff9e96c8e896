/** Knows the most glued words that stood close together so far. */
export interface GlueReader {
  best(): number;
  /** Whether they are more than before. */
  read(places: readonly number[], length: number): boolean;
  /** Forgets what was read. */
  restart(): void;
}

/** Characters within which glued words are counted together. */
export const GLUE_WIDTH = 110;

export function createGlueReader(): GlueReader {
  let recent: number[] = [];
  let [offset, best] = [0, 0];
  return {
    best: () => best,
    restart: () => {
      recent = [];
      [offset, best] = [0, 0];
    },
    read: (places, length) => {
      const before = best;
      for (const place of places) {
        const at = offset + place;
        recent = [...recent.filter((x) => at - x < GLUE_WIDTH), at].slice(-8);
        best = Math.max(best, recent.length);
      }
      offset += length;
      return best > before;
    },
  };
}
