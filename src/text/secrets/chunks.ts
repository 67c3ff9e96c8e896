/**
 * A run of characters of which tokens are made, with the marks that join them to names: no space, quote, bracket, comma,
 * semicolon or backslash stands in it.
 */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** Fewer characters hold no token: the shortest keys anyone hands out have fourteen. */
export const SHORTEST_CHUNK = 14;

/** By UTF-16 unit, so that one look tells. */
const JOINS = new Uint8Array(65_536).fill(1, 33, 127);
for (const character of '"\'`()[]{}<>,;\\') JOINS[character.charCodeAt(0)] = 0;

/** The chunk that holds this character; null when it is too short for a token. */
export function chunkAround(text: string, at: number): Chunk | null {
  let start = at;
  while (start > 0 && JOINS[text.charCodeAt(start - 1)] === 1) start -= 1;
  let end = at;
  while (end < text.length && JOINS[text.charCodeAt(end)] === 1) end += 1;
  return end - start < SHORTEST_CHUNK ? null : { start, end };
}

/** Where the chunk begins that the text ends in, `longest` characters back at most. */
export function runAtEnd(text: string, longest: number): number {
  const least = Math.max(0, text.length - longest);
  let start = text.length;
  while (start > least && JOINS[text.charCodeAt(start - 1)] === 1) start -= 1;
  return start;
}
