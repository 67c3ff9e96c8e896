/** Whether groups and classes of a pattern (Oniguruma's syntax, in which classes nest) all end. */
export function isPattern(regex: string): boolean {
  let groups = 0;
  let classes = 0;
  for (let at = 0; at < regex.length; at++) {
    const character = regex[at];
    if (character === '\\') {
      at++;
      if (at >= regex.length) return false;
    } else if (character === '[') {
      classes++;
      // A bracket that stands first in a class is a character of it.
      if (regex[at + 1] === '^') at++;
      if (regex[at + 1] === ']') at++;
    } else if (classes > 0) {
      if (character === ']') classes--;
    } else if (character === '(') groups++;
    else if (character === ')') {
      groups--;
      if (groups < 0) return false;
    }
  }
  return groups === 0 && classes === 0;
}
