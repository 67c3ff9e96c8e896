import type { Digest } from '../kernel/digest.ts';

/** Where a model was found. `revision` is pinned where the source has revisions: a branch is resolved before it comes here. */
export interface Origin {
  /** The source's id: `directory`, `hf`, `https`. */
  readonly source: string;
  /** The model's name there: `org/name`, a folder's own name, a URL without its query. */
  readonly name: string;
  /** A commit, or null where the source has none. */
  readonly revision: string | null;
  /** What the user asked for: a branch, a tag, or null for the source's default. */
  readonly requested: string | null;
}

/** What is known of a file's bytes. Only `proven` was hashed here. */
export type FileDigest =
  | { readonly kind: 'proven'; readonly sha256: Digest }
  | { readonly kind: 'claimed'; readonly sha256: Digest; readonly by: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A digest that a source states of a file: of the bytes (LFS), or of git's blob (`blob <size>\0` and the bytes, SHA-1). */
export interface DigestClaim {
  readonly sha256: Digest | null;
  readonly gitSha1: string | null;
  readonly by: string;
}

/** One model at one revision, identified by its bytes and not by its name. */
export interface Artifact {
  /** Covers every file's path, size and digest. */
  readonly digest: Digest;
  /** The root digest that OpenSSF Model Signing would sign; null while a file's SHA-256 is not known. */
  readonly manifest: Digest | null;
  readonly origin: Origin;
  readonly files: readonly FileRecord[];
}

/** What a file is, by its content. */
export const FILE_KINDS = [
  'pickle',
  'pytorch-zip',
  'zip',
  'safetensors',
  'gguf',
  'ggml',
  'sentencepiece',
  'json',
  'python',
  'text',
  'media',
  'hdf5',
  'msgpack',
  'ubjson',
  'lightgbm',
  'catboost',
  'mxnet',
  'rds',
  'executable',
  'onnx',
  'tensorflow',
  'tflite',
  'coreml',
  'paddle',
  'executorch',
  'xml',
  'device-plan',
  'tensor-data',
  'compressed',
  'npy',
  'sevenzip',
  'tar',
  'arrow',
  'parquet',
  'matlab',
  'tfrecord',
  'netcdf',
  'stata',
  'orc',
  'sqlite',
  'xgboost-binary',
  'ort',
  'ocdbt',
  'word-vectors',
  'vector-index',
  'ydf',
  'boosting-data',
  'treelite',
  'vowpal-wabbit',
  'empty',
  'link',
  'git-folder',
  'special',
  'unknown',
] as const;

export type FileKind = (typeof FILE_KINDS)[number];

/** What is listed and has no bytes of its own. */
export const WITHOUT_BYTES: ReadonlySet<FileKind> = new Set(['link', 'special', 'git-folder']);

/** What a file is for. */
export type FileRole = 'weights' | 'config' | 'tokenizer' | 'code' | 'card' | 'licence' | 'document' | 'other';

/** How much of a file's bytes a reader looked at. */
export type Coverage = 'whole' | 'structure' | 'none';

/** One file of a model, as taken into the inventory. */
export interface FileRecord {
  /** Relative, with `/`; as the source spells it, so hostile until printed. */
  readonly path: string;
  readonly size: number;
  readonly kind: FileKind;
  readonly role: FileRole;
  readonly digest: FileDigest;
  /** Whether some loader would take it up: all but documents and pictures. */
  readonly loadable: boolean;
  readonly coverage: Coverage;
  /** Bytes that may be a file and were not looked at, since there are too many like them; absent where none are. */
  readonly unread?: number;
}
