import { CAMEL, JOINED, SQUARE } from '../../../text/view/marks.ts';
import { wideOf } from '../../../text/view/wide.ts';

/** What a character may be where words are glued; `structure.ts` has the pattern. */
const LETTER = 1;
/** Between two letters; before one; behind a stop or a comma; behind a space. */
const WITHIN = 2;
const CLOSER = 4;
const BEHIND_STOP = 8;
const APART = 16;
const STOP = 32;
const SPACE = 64;
const BACKSLASH = 128;

const KINDS = new Uint8Array(0x10000).fill(LETTER, 65, 91).fill(LETTER, 97, 123).fill(SPACE, 0x2000, 0x200b);
for (const [kind, marks] of [
  [WITHIN, '\\)[]{}<>*|~^$@=+"'],
  [CLOSER, '])}'],
  [BEHIND_STOP, '"])}*'],
  [APART, '\\|^~$+}])*{'],
  [STOP, '.,;:?!'],
  [BACKSLASH, '\\'],
] as const)
  for (const mark of marks) KINDS[mark.charCodeAt(0)] = (KINDS[mark.charCodeAt(0)] ?? 0) | kind;
for (const blank of '\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff') KINDS[blank.charCodeAt(0)] = SPACE;

/** Whether words may be glued: two marks together, a capital behind a small letter, or a mark where it glues. */
export function mayBeGlued(text: string, kinds: number): boolean {
  if ((kinds & (CAMEL | JOINED)) !== 0) return true;
  const units = wideOf(text);
  const all = KINDS;
  // A letter, a bracket, and another one a few characters on.
  const opens = (kinds & SQUARE) === 0 ? 0 : 40;
  let [before, last] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = units[at] ?? 0;
    const kind = all[unit] ?? 0;
    const glues =
      (kind & BACKSLASH) |
      (kind & LETTER & ((last & CLOSER) >> 2)) |
      (kind & LETTER & ((last & WITHIN) >> 1) & before) |
      (kind & BEHIND_STOP & ((last & STOP) >> 2)) |
      (kind & APART & ((last & SPACE) >> 2));
    if (glues !== 0 || (unit === opens && (last & LETTER) !== 0)) return true;
    before = last;
    last = kind;
  }
  return false;
}

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
