/** Adds all of `more` to `list`. Without a spread, whose arguments must fit on the stack: a hundred thousand of them do not. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}
