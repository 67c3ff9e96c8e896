import { wideOf } from './view/wide.ts';

/**
 * Whether any of a few literals of ASCII stands in a text. Only every fourth character or so is looked at: by the last two
 * characters of a window as long as the shortest literal, which tell how far the next one may be. (Wu and Manber, 1994.)
 */
export function soughtIn(literals: readonly string[]): (text: string) => boolean {
  const width = Math.min(...literals.map(({ length }) => length));
  const skips = new Uint8Array(1 << 14).fill(width - 1);
  for (const literal of literals) {
    for (let at = 1; at < width; at++) {
      const pair = pairOf(literal.charCodeAt(at - 1), literal.charCodeAt(at));
      skips[pair] = Math.min(skips[pair] ?? 0, width - 1 - at);
    }
  }
  return (text) => {
    const { length } = text;
    for (let at = nextOf(skips, text, width - 1); at < length; at = nextOf(skips, text, at + 1)) {
      const start = at - width + 1;
      for (const literal of literals) if (text.startsWith(literal, start)) return true;
    }
    return false;
  };
}

/** The first place from `from` on where a window may end that a literal begins with. */
function nextOf(skips: Uint8Array, text: string, from: number): number {
  const units = wideOf(text);
  const { length } = text;
  let at = from;
  while (at < length) {
    const skip = skips[pairOf(units[at - 1] ?? 0, units[at] ?? 0)] ?? 0;
    if (skip === 0) return at;
    at += skip;
  }
  return length;
}

/** Two characters of ASCII as one number of fourteen bits. */
export function pairOf(one: number, other: number): number {
  return ((one & 127) << 7) | (other & 127);
}
