export interface RdsFacts {
  readonly format: 'rds';
  /** Whether it is what `save()` writes (an `.RData`), or one value of `saveRDS()`. */
  readonly workspace: boolean;
  readonly encoding: 'xdr' | 'ascii' | 'native';
  readonly values: number;
  /** Expressions that run as soon as the value is touched. */
  readonly promises: number;
  readonly byteCode: number;
  readonly closures: number;
  /** Variables that are functions in disguise: reading one calls it. */
  readonly activeBindings: number;
  readonly externalPointers: number;
  readonly weakReferences: number;
  /** Names of functions called in language objects, each once; `.Call C_name` where a native is told by a name. */
  readonly calls: readonly string[];
  /** What the file's functions call and name; null when it is too much to keep. */
  readonly functionCode: RCode | null;
  /** The same of promises that are open. */
  readonly openCode: RCode | null;
}

export interface RCode {
  readonly calls: readonly string[];
  /** Every symbol in it. */
  readonly names: readonly string[];
}
