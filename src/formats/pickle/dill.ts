/**
 * Types that dill names and finds in a table of its own, `_load_type('slice')`, since protocols had no word for them
 * (dill/_dill.py, `_reverse_typemap`): of these, the plain ones of Python's `builtins`, which hold what they are given.
 */
const PLAIN_TYPES: ReadonlySet<unknown> = new Set(
  'bool bytearray bytes complex dict float frozenset int list object range set slice str tuple'.split(' '),
);

/** The types of `None`, `...` and `NotImplemented`, which have no name in `builtins`: called, they give that one value. */
const TYPES_OF_ONE: ReadonlySet<unknown> = new Set(['NoneType', 'EllipsisType', 'NotImplementedType']);

export function isPlainType(name: unknown): name is string {
  return PLAIN_TYPES.has(name) || TYPES_OF_ONE.has(name);
}

/** The module that has such a type. */
export function moduleOfType(name: string): string {
  return TYPES_OF_ONE.has(name) ? 'types' : 'builtins';
}
