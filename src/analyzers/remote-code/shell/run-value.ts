import { ATTACKING_SCRIPT } from '../rules.ts';
import type { Machine } from './machine.ts';
import { isDecoded, isFetched } from './marks.ts';

/** A value that is run as a program: what came from elsewhere, or was made readable first. */
export function judgeRun(value: string, machine: Machine): void {
  if (isDecoded(value)) machine.tell(ATTACKING_SCRIPT);
  else if (isFetched(value)) machine.fetchedRun(value);
}
