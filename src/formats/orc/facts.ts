/** A table of Apache ORC. */
export interface OrcFacts {
  readonly format: 'orc';
  /** By the number of the codec: none, zlib, snappy, LZO, LZ4, Zstandard, Brotli. */
  readonly compression: number;
}
