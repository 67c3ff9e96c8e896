import type { OperatorUse } from '../location.ts';

export interface OrtFacts {
  readonly format: 'ort';
  /** Of the format: `6`. */
  readonly version: string;
  readonly operators: readonly OperatorUse[];
}
