import type { ResultValue, Value } from './values.ts';

/** Why a checkpoint is not converted. */
export class Refused extends Error {
  /** What to do, where it is more than to ask for another file. */
  readonly remedy: string | undefined;

  constructor(reason: string, remedy?: string) {
    super(reason);
    this.remedy = remedy;
  }
}

/** A result of this callee; null for anything else. */
export function resultOf(value: Value | undefined, callee: string): ResultValue | null {
  return typeof value === 'object' && value !== null && value.kind === 'result' && value.of === callee ? value : null;
}
