export interface VectorIndexFacts {
  readonly format: 'vector-index';
  readonly library: 'faiss' | 'hnswlib' | 'annoy';
  /** Codes of the indexes and transforms within, from the outside in: `IxPT`, `IwFl`. */
  readonly codes: readonly string[];
}
