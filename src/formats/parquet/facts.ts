/** A table of Apache Parquet. */
export interface ParquetFacts {
  readonly format: 'parquet';
  readonly rows: number;
  readonly columns: number;
  readonly createdBy: string;
  /** Keys of its own metadata. */
  readonly keys: readonly string[];
  /** Paths of other files that are to hold some of its columns. */
  readonly elsewhere: readonly string[];
}
