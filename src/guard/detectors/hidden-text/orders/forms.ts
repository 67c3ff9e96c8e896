/** The word, and those that it may be a form of. */
export function formsBehind(word: string): readonly string[] {
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word, word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s')) return [word, word.slice(0, -1)];
  if (word.endsWith('ed')) return [word, word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith('ing') ? [word, word.slice(0, -3), `${word.slice(0, -3)}e`] : [word];
}
