import type { Origin } from '../domain/artifact.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { ListedFile } from '../domain/listing.ts';
import type { ByteSource } from '../kernel/bytes.ts';

export type { ListedFile } from '../domain/listing.ts';

/** Where models come from: a folder, a hub, a URL. OCI, S3, Ollama, MLflow: one file each, one row in `main/compose.ts`. */
export interface Source {
  /** `directory`, `hf`, `https`; becomes `Origin.source`. */
  readonly id: string;
  /** How its references look, for --help and for errors. */
  readonly syntax: string;
  claims(reference: string): boolean;
  /** Pins the revision and lists the files; reads none. Throws WeighbridgeError. */
  resolve(reference: string, options: ResolveOptions): Promise<OpenModel>;
}

export interface ResolveOptions {
  readonly signal: AbortSignal;
  /** Called when a step takes time: 'asking the hub, try 2 of 3'. */
  readonly onNotice: (text: string) => void;
}

/** A model at one revision, with its bytes at hand. */
export interface OpenModel {
  readonly origin: Origin;
  /** Sorted by path. */
  readonly files: readonly ListedFile[];
  readonly evidence: readonly Evidence[];
  /** The path of each file on this machine, for hashing in other threads; null when the bytes are elsewhere. */
  readonly localPath: ((path: string) => string) | null;
  /** Whether a file lies beside one that was asked for alone: those of a whole folder are listed. */
  readonly lies?: (path: string) => Promise<boolean>;
  /** Where the link that was asked for leads, if that is named as another kind of file: some loaders go by that name. */
  readonly leadsTo?: string;
  /** Opens a listed `file`. Bytes past `size` or short of it throw `source-changed`. */
  open(path: string): Promise<OpenFile>;
  /** The bytes of a listed `file` in order, for a download; absent where `open` serves as well. Throws as `open` does. */
  readonly stream?: (path: string, resume: StreamResume) => Promise<FileStream>;
  /** What was fetched so far, with the listing. */
  readonly traffic: () => Traffic;
  close(): Promise<void>;
}

export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** How far an earlier download came: nowhere is `{ from: 0, version: null }`. */
export interface StreamResume {
  /** Bytes that are there already. */
  readonly from: number;
  /** `FileStream.version` of those bytes. */
  readonly version: string | null;
}

export interface FileStream {
  /** Where `bytes` begins: at `resume.from`, or at 0 when the file is not the one that was begun. */
  readonly from: number;
  /** What the source calls these bytes, an ETag; null where it has no name for them. */
  readonly version: string | null;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Traffic {
  readonly bytesRead: number;
  readonly requests: number;
}
