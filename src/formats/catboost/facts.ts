export interface CatboostFacts {
  readonly format: 'catboost';
  /** Bytes of the model's core, a flat buffer. */
  readonly core: number;
  /** Names of the parts after the core: hash maps of categories, text and embedding tables. */
  readonly parts: readonly string[];
}
