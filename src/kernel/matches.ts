const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches of a global pattern that never matches nothing. `matchAll` makes a pattern and an iterator each time it is asked,
 * which costs more than to look, and nearly all texts have no match.
 */
export function matchesIn(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  if (!pattern.global) throw new TypeError('a pattern of which all matches are wanted is global');
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
