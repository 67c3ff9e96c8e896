import type { Rule } from '../../domain/finding.ts';
import { type ExternalBytes, type OutsideReason, outsideReason } from '../../formats/location.ts';
import { NO_PLACE, OUTSIDE_DATA } from './rules.ts';

/** Elements that no machine is made for: 32 GiB of floats. */
export const ENDLESS_ELEMENTS = 2 ** 33;

/** What one thing in a graph amounts to. */
export interface Judgement {
  readonly rule: Rule;
  /** What stands there, in one line. */
  readonly operation: string;
  readonly offset: number;
}

const WORDS: Readonly<Record<OutsideReason, string>> = {
  absolute: 'an absolute path',
  address: 'an address',
  parent: 'a path that leaves the folder',
  backslash: 'a path with a backslash, which leaves the folder on some systems',
  control: 'a path with control characters',
  memory: 'an address in memory',
  empty: 'no file',
};

/** Judges where a model takes bytes of its tensors from. */
export function* judgeExternal(external: readonly ExternalBytes[]): Iterable<Judgement> {
  for (const { location, offset, length, owner } of external) {
    const reason = outsideReason(location);
    const operation = `${owner} ← ${location}`;
    if (reason === 'empty' || Number.isNaN(offset) || Number.isNaN(length ?? 0))
      yield { rule: NO_PLACE, operation, offset: 0 };
    else if (reason !== null) yield { rule: OUTSIDE_DATA, operation: `${operation} (${WORDS[reason]})`, offset: 0 };
  }
}

/** Whether a path leads out of the model. A part that is only known at run time is taken for one of the model's own. */
export function leadsOut(path: string): boolean {
  const reason = outsideReason(path);
  return reason !== null && reason !== 'empty';
}
