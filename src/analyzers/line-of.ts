/** Line, from 1, on which the first of these texts begins that stands in `text` at all; undefined when none does. */
export function lineOf(text: string, sought: readonly string[]): number | undefined {
  for (const one of sought) {
    const at = one === '' ? -1 : text.indexOf(one);
    if (at >= 0) return lineAt(text, at);
  }
  return undefined;
}

/** Words that may be searched for; the longest say most. */
const MOST_WORDS = 8;

/**
 * The line of what an operation quotes: where it stands as a whole, or else its longest word that stands there. Words of
 * our own stand in few documents, and are short.
 */
export function lineOfOperation(text: string, operation: string): number | undefined {
  const words = (operation.match(/[\w./@:-]{4,}/g) ?? []).toSorted((one, other) => other.length - one.length);
  return lineOf(text, [operation, ...words.slice(0, MOST_WORDS)]);
}

function lineAt(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return line;
}
