/** Lists of numbers behind each other: the list at `x` is `values` from `starts[x]` up to `starts[x + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** Lists to which more may be added; `add` tells the number of the new one. */
export function createLists(
  lists: readonly (readonly number[])[],
): Lists & { readonly add: (list: readonly number[]) => number } {
  let count = 0;
  const made = {
    starts: new Int32Array(64),
    values: new Int32Array(64),
    add: (list: readonly number[]): number => {
      const from = made.starts[count] ?? 0;
      while (made.values.length < from + list.length) made.values = twice(made.values);
      if (count + 2 > made.starts.length) made.starts = twice(made.starts);
      made.values.set(list, from);
      made.starts[count + 1] = from + list.length;
      count += 1;
      return count - 1;
    },
  };
  for (const list of lists) made.add(list);
  return made;
}

/** A copy with as much room again. */
export function twice(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
