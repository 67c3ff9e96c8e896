import type { OperatorUse } from '../location.ts';

export interface ExecutorchFacts {
  readonly format: 'executorch';
  readonly operators: readonly OperatorUse[];
  /** Backends that programs of their own are handed to: `XnnpackBackend`. */
  readonly delegates: readonly string[];
}
