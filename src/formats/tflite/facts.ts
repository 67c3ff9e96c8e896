import type { OperatorUse } from '../location.ts';

export interface TfliteFacts {
  readonly format: 'tflite';
  /** Custom operators by their code, the built-in ones by number. */
  readonly operators: readonly OperatorUse[];
  readonly subgraphs: number;
  readonly tensors: number;
}
