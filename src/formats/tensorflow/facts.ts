import type { ExternalBytes, OperatorUse } from '../location.ts';
import type { Endless } from './rings.ts';
import type { SizedOperator } from './sizes.ts';

/** What a TensorFlow file is, by its root message. */
export type TensorflowVariant =
  | 'saved-model'
  | 'meta-graph'
  | 'graph'
  | 'keras-metadata'
  | 'fingerprint'
  | 'checkpoint-index'
  | 'text';

export interface TensorflowFacts {
  readonly format: 'tensorflow';
  readonly variant: TensorflowVariant;
  readonly operators: readonly OperatorUse[];
  /** Operators that take the path of a file, an address or a debug target, with what they are given. */
  readonly touches: readonly FileTouch[];
  /** Functions of the file's own library. */
  readonly functions: readonly string[];
  /** Names of files that the loader reads from the folder of assets. */
  readonly assets: readonly string[];
  /** What Keras wrote of its layers, as JSON. */
  readonly kerasMetadata: readonly { readonly text: string; readonly offset: number }[];
  /** Operators that make tensors of a large size that is fixed in the graph. */
  readonly sized: readonly SizedOperator[];
  readonly endless: readonly Endless[];
  /** Operators that end the process, or ask it for more threads than it can have. */
  readonly strains: readonly { readonly operation: string; readonly offset: number }[];
  /** Where a checkpoint's index says that tensors lie. */
  readonly external: readonly ExternalBytes[];
}

/** An operator that reads or writes what it is given the path of. */
export interface FileTouch {
  readonly operator: string;
  /** As far as it can be told without running: `{…}` stands for what is only known then. */
  readonly paths: readonly string[];
  /** The path is that of an asset, which the loader puts in. */
  readonly asset: boolean;
  readonly offset: number;
  readonly within: string;
}
