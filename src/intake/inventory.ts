import type { Artifact, FileRecord } from '../domain/artifact.ts';
import type { FactsByFormat, FormatId } from '../formats/facts.ts';
import type { Defect } from '../formats/format.ts';
import type { Declarations } from './dependencies/declaration.ts';

/** What one reader made of one file, or of one part in it. */
export type Reading = {
  readonly [F in FormatId]: ReadingAs<F>;
}[FormatId];

export interface ReadingAs<F extends FormatId> {
  readonly kind: 'read';
  readonly format: F;
  /** The way in, outermost first; empty for the file itself. */
  readonly member: readonly string[];
  readonly facts: FactsByFormat[F];
  readonly defects: readonly Defect[];
  /** Whether the bytes are told as numbers, and something was made of them all the same. */
  readonly amongNumbers?: true;
}

/** Why bytes could not be read; each is a finding, never a shrug. */
export interface Unreadable {
  readonly kind: 'unreadable';
  /** Null when no format claims the bytes. */
  readonly format: FormatId | null;
  readonly member: readonly string[];
  readonly reason:
    | 'unclaimed'
    | 'malformed'
    | 'encrypted'
    | 'over-budget'
    | 'forbidden'
    | 'changed'
    | 'link'
    | 'special';
  readonly message: string;
  /** See `MalformedError`. */
  readonly soundTo?: number;
  readonly offset: number;
}

/** One file with all that was read of it. */
export interface Item {
  readonly file: FileRecord;
  readonly readings: readonly Reading[];
  readonly unreadable: readonly Unreadable[];
  /** Packages that the file names or implies; kept when the readings are let go. */
  readonly declared?: Declarations;
}

/** A model, opened and listed. Readings of large or many files are let go after the file checks: see `keepFacts`. */
export interface Inventory {
  readonly artifact: Artifact;
  readonly items: readonly Item[];
  /** Files whose bytes are not what the source said. Empty when nothing was proven or all agreed. */
  readonly mismatches: readonly DigestMismatch[];
}

/** A digest that a source stated, and what the bytes really have. */
export interface DigestMismatch {
  readonly path: string;
  readonly claimed: string;
  readonly found: string;
  readonly by: string;
}

/** The readings of one format among an item's. */
export function* readingsAs<F extends FormatId>(item: Item, format: F): Iterable<ReadingAs<F>> {
  for (const reading of item.readings) {
    if (reading.format === format) yield reading as unknown as ReadingAs<F>;
  }
}
