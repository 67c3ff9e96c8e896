/**
 * Types that dill names and finds in a table of its own, `_load_type('slice')`, since protocols had no word for them
 * (dill/_dill.py, `_reverse_typemap`): of these, the plain ones of Python's `builtins`, which hold what they are given.
 */
const PLAIN_TYPES: ReadonlySet<unknown> = new Set(
  'bool bytearray bytes complex dict float frozenset int list object range set slice str tuple'.split(' '),
);

export function isPlainType(name: unknown): name is string {
  return PLAIN_TYPES.has(name);
}
