import type { Digest } from '../kernel/digest.ts';
import type { OpenModel } from './source.ts';

/** Files of the caller's own: what they name on the command line, never what is vetted. */
export interface Files {
  /** Throws `path-missing`, `path-forbidden`; more than `maxBytes` is refused with `call-invalid`. */
  readText(path: string, maxBytes: number): Promise<string>;
  /** Whole or not at all. Throws `write-failed`. */
  write(path: string, content: string): Promise<void>;
  /** The same for what does not fit in memory; says what was written. `fresh`: throws `file-exists` rather than to replace one. */
  writeChunks(
    path: string,
    chunks: AsyncIterable<Uint8Array>,
    options?: { readonly fresh?: boolean },
  ): Promise<{ readonly sha256: Digest; readonly size: number }>;
  /** The path in `folder` under which this file lies or would lie, with `/`; null when it lies elsewhere. */
  pathWithin(folder: string, file: string): Promise<string | null>;
  /** Fetches every file of a model into a folder, proves what can be proved, and opens the copy. */
  download(model: OpenModel, folder: string, options: DownloadOptions): Promise<OpenModel>;
}

export interface DownloadOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (bytes: number) => void;
}
