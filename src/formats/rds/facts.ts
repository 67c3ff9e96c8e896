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
  /** Names of functions called in language objects, each once. */
  readonly calls: readonly string[];
}
