/** How a stream is compressed. `zfile` is joblib's own header before a zlib stream, `lzma` the format before xz. */
export type Codec = 'gzip' | 'zlib' | 'zfile' | 'bzip2' | 'xz' | 'lzma' | 'lz4' | 'zstd';

export interface CompressedFacts {
  readonly format: 'compressed';
  readonly codec: Codec;
  /** The name of the original that a gzip header tells: hostile. */
  readonly name: string | null;
}
