import type { Budget } from '../kernel/budget.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import type { FactsByFormat, FormatId } from './facts.ts';

/** A file within a file, which goes round again through every reader that claims it. */
export interface Part {
  /** Its name in the container, as spelt there: hostile. */
  readonly name: string;
  readonly bytes: ByteSource;
  /** Whether they lie where numbers or texts are told of: they are a file only as far as a reader makes of them what does something. */
  readonly amongNumbers?: true;
}

/** A defect that does not keep the reader from going on: a lie in a header, bytes that belong to nothing. */
export interface Defect {
  /** One of the format's own, `overlapping-tensors`; documented where the reader declares them. */
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

/** What a reader made of some bytes. */
export interface ReaderResult<F extends FormatId> {
  readonly facts: FactsByFormat[F];
  readonly parts: readonly Part[];
  readonly defects: readonly Defect[];
  /** Whether every byte was looked at, or headers and directories only (tensor bytes are opaque by nature). */
  readonly coverage: 'whole' | 'structure';
}

/**
 * A reader of foreign bytes. Never runs what it reads. For any bytes at all `read` answers with facts, or throws
 * MalformedError or OverBudgetError; nothing else.
 */
export interface Format<F extends FormatId = FormatId> {
  readonly id: F;
  /** Whether these bytes are to be read as this format: by content; the name only adds an expectation. `head` is the first LIMITS.head bytes, fewer for a shorter file. */
  claims(path: string, head: Uint8Array, size: number): boolean;
  /** Without them every file is asked about. */
  readonly signs?: Signs;
  read(bytes: ByteSource, context: ReadContext): Promise<ReaderResult<F>>;
}

/** A file that has none of these is not claimed: `claims` is not asked then. */
export interface Signs {
  /** First bytes, each as a letter of Latin-1. */
  readonly first: string;
  /** Endings of names, in lower case, with blanks between them. */
  readonly endings?: string;
}

export interface ReadContext {
  /** Path of the file, or name of the part. */
  readonly path: string;
  readonly budget: Budget;
}
