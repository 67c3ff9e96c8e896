import type { OperatorUse } from '../location.ts';

export interface PaddleFacts {
  readonly format: 'paddle';
  readonly variant: 'program' | 'parameters';
  readonly operators: readonly OperatorUse[];
  /** Text attributes of operators that open files: `file_path = '/etc/passwd'`. */
  readonly paths: readonly { readonly operator: string; readonly path: string; readonly offset: number }[];
  readonly tensors: number;
}
