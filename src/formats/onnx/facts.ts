import type { ExternalBytes, OperatorUse } from '../location.ts';
import type { EndlessLoop } from './loops.ts';
import type { SizedOperator } from './sizes.ts';

export interface OnnxFacts {
  readonly format: 'onnx';
  readonly irVersion: number;
  readonly producer: string;
  readonly opsets: readonly { readonly domain: string; readonly version: number }[];
  readonly operators: readonly OperatorUse[];
  /** Functions that the model brings along; calls of them are no custom operators. */
  readonly functions: readonly { readonly domain: string; readonly name: string }[];
  /** Tensors in other files, wherever in the model they stand. */
  readonly external: readonly ExternalBytes[];
  /** Keys of external data that no library writes. */
  readonly foreignKeys: readonly string[];
  /** Texts of the attributes of operators that load code or files by name. */
  readonly named: readonly NamedByOperator[];
  /** Operators that make tensors as large as constants say. */
  readonly sized: readonly SizedOperator[];
  /** Loops that nothing ends. */
  readonly endless: readonly EndlessLoop[];
  readonly metadata: readonly { readonly key: string; readonly value: string }[];
  /** What the model and its graph say of themselves. */
  readonly docs: readonly string[];
  readonly tensors: number;
  readonly nodes: number;
}

/** A text attribute of an operator: `PyOp.module = 'os'`. */
export interface NamedByOperator {
  readonly operator: string;
  readonly attribute: string;
  readonly text: string;
  readonly offset: number;
}
