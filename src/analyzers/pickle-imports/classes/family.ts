/**
 * Classes of a library that unpickling may make, by exact module and name: for each module, names in one text. A class
 * stands here when making and filling it runs nothing that a file chooses: it is made by `object.__new__` or by C code
 * without arguments, it has no `__del__`, and what it does with its state was read.
 */
export interface ClassFamily {
  /** State goes to `__dict__`. A pair would be set attribute by attribute, so that only a dict will do. */
  readonly objects?: Modules;
  /** State goes to a `__setstate__` that stores it. */
  readonly restored?: Modules;
  /** Dicts and lists with attributes, whose own `__setitem__`, `append` and `extend` are those of dict and list. */
  readonly mappings?: Modules;
  readonly lists?: Modules;
  /** Modules made with texts that are passed over (`__getnewargs__` gives the letters of their name), then restored. */
  readonly metrics?: Modules;
  /** Made without arguments, and never filled. */
  readonly empty?: Modules;
  /** Called with one value, which is looked up among the members. */
  readonly enums?: Modules;
}

type Modules = Readonly<Record<string, string>>;
export type ClassKind = keyof ClassFamily;
