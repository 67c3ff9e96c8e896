export interface MsgpackFacts {
  readonly format: 'msgpack';
  readonly values: number;
  /** Extension types that stand in it, each once. Flax has 1 (array), 2 (complex number) and 3 (scalar). */
  readonly extensions: readonly number[];
  /** Element types of Flax arrays, each once. */
  readonly dtypes: readonly string[];
  /** Keys of Python's own sort, `__reduce__`, which no weights need. */
  readonly oddKeys: readonly string[];
}
