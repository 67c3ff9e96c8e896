/** A table of Apache Arrow: a stream of messages, or a file of them; Feather's second version is such a file. */
export interface ArrowFacts {
  readonly format: 'arrow';
  readonly layout: 'file' | 'stream';
  readonly columns: number;
  readonly batches: number;
  /** Names of extension types, whose metadata their own libraries interpret. */
  readonly extensions: readonly string[];
}
