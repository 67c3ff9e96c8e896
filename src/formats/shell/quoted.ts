/** A text as one word of a shell: between single quotes where it is not plain. */
export function quoted(word: string): string {
  return /^[\w./:@=%,+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
