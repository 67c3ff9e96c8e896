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
  /** Called with one value, which is looked up among the members: by its hash, and by what it is equal to. */
  readonly enums?: Modules;
  /** State goes to slots, attribute by attribute, and nothing watches them. */
  readonly slotted?: Modules;
  /** Tuples with names: they are made with what they hold. */
  readonly tuples?: Modules;
  /** Functions by which Cython makes an object of a class of its own, which checks the class that it is given. */
  readonly cython?: Modules;
  /** Functions that models hold, to be called when they are used: never called while a file is loaded. */
  readonly functions?: Modules;
  /** What was raised: made with what it says, which it stores; nothing watches what is set on it. */
  readonly exceptions?: Modules;
}

type Modules = Readonly<Record<string, string>>;
export type ClassKind = keyof ClassFamily;
