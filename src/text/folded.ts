/** Letters of which no other case is one letter, and which are alike all the same. */
const ALIKE: ReadonlyMap<number, number> = new Map([
  [0x1fd3, 0x390],
  [0x1fe3, 0x3b0],
  [0xfb05, 0xfb06],
]);

/**
 * A UTF-16 unit as all are that a pattern takes for alike where case says nothing, with or without its flag for Unicode: of a letter
 * with two small forms one of them. More may become alike than any pattern takes for it; half a character stays as it is.
 */
export function foldedUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const upper = character.toUpperCase();
  const lower = (upper.length === 1 ? upper : character).toLowerCase();
  return ALIKE.get(unit) ?? (lower.length === 1 ? lower.charCodeAt(0) : unit);
}
