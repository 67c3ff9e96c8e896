import type { Digest } from '../kernel/digest.ts';

export interface ConvertInput {
  readonly file: string;
  readonly to: string;
  /** Replace what lies at `to`; otherwise `file-exists`. */
  readonly replace?: boolean;
  /** Which entry of the checkpoint holds its tensors, dicts in dicts by dots; null: the whole, or its one dict of tensors. */
  readonly key: string | null;
  /** Sign a statement that binds both files, and write it there. */
  readonly sign: { readonly keyFile: string; readonly statementFile: string } | null;
}

/** Which bytes became which. */
export interface Conversion {
  readonly from: Digest;
  readonly to: Digest;
  /** Of the new file, in bytes. */
  readonly size: number;
  readonly tensors: number;
  /** The entry that was taken; null for the whole. */
  readonly key: string | null;
  /** Names of entries that the new file lacks. */
  readonly leftOut: readonly string[];
  readonly keyId: string | null;
}

/** One instruction of a pickle, explained; or, with an empty `opcode`, a remark on what lies between programs. */
export interface DisassembledLine {
  readonly offset: number;
  /** Which program of the file, from 0. */
  readonly program: number;
  readonly opcode: string;
  readonly argument: string;
  readonly effect: string;
  readonly call: string | null;
  readonly lookup: string | null;
}
