export type Constant = string | number;
/** A value that is the same at every rendering: a list of such too, since lists are how names are put together. */
export type Folded = Constant | readonly Folded[];

/** `%s`, `%c`, `{}` and `{0}`, which are enough to spell a name. Null where one of the values is not known. */
export function formatted(pattern: string, values: readonly (Folded | null)[]): string | null {
  let next = 0;
  let known = true;
  const text = pattern.replace(/%[sdc]|\{(\d*)(?::c)?\}/g, (mark, index?: string) => {
    const value = values[index === undefined || index === '' ? next++ : Number(index)];
    if (value === undefined || value === null || typeof value === 'object') {
      known = false;
      return '';
    }
    const code = typeof value === 'number' && value >= 0 && value <= 0x10ffff && /c/.test(mark);
    return code ? String.fromCodePoint(value) : String(value);
  });
  return known ? text : null;
}
