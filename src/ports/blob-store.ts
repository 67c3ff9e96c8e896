import type { Digest } from '../kernel/digest.ts';

/** Bytes under their own digest. What is put is there whole or not at all; what is read is what was put, or an error. */
export interface BlobStore {
  /** Nothing more happens when it is there already. Throws `blob-changed` when the bytes have another digest, `write-failed`, `blobs-unreachable`. */
  put(blob: BlobName, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** With that many bytes. */
  has(blob: BlobName): Promise<boolean>;
  /** Throws `blob-missing` at first, and `blob-changed` at the end: what came before it must not be used. */
  read(digest: Digest): AsyncIterable<Uint8Array>;
}

export interface BlobName {
  readonly digest: Digest;
  /** In bytes. */
  readonly size: number;
}
