import type { GuardFinding } from '../domain/guard.ts';
import { LIMITS } from '../kernel/limits.ts';
import { BROKEN_TYPE } from './faults.ts';
import type { Scanner, Settled } from './scanner.ts';
import type { GuardTable } from './table.ts';

/** Runs to its end what takes no longer than so many milliseconds. Anything else is ended in its midst, as by no error. */
export type Within = <T>(
  milliseconds: number,
  run: () => T,
) => { readonly kind: 'done'; readonly value: T } | { readonly kind: 'ended' };

/**
 * The scanner, of which no call takes longer than the policy's deadline, and some time more for long texts. Of the message in
 * which one had to be ended nothing is known from then on: that is judged as what a broken detector would have had to judge.
 */
export function boundLooks(scanner: Scanner, { policy }: Pick<GuardTable, 'policy'>, within: Within): Scanner {
  const { deadline } = policy;
  if (deadline === null) return scanner;
  let [came, until] = [0, 0];
  let ended = false;
  const lose = (): readonly GuardFinding[] => {
    if (came === until) return [];
    const place = { start: until, end: came, score: 1, via: 'plain' as const, rule: null };
    const detail = `did not return in ${deadline} ms`;
    return [{ detector: scanner.asking(), type: BROKEN_TYPE, ...place, action: policy.broken, detail }];
  };
  const bounded = (delta: string, look: () => Settled): Settled => {
    came += delta.length;
    if (!ended) {
      const looked = within(deadline + (came - until) / LIMITS.guardCharactersAMillisecond, look);
      if (looked.kind === 'done') {
        until = looked.value.until;
        return looked.value;
      }
      ended = true;
    }
    const findings = lose();
    until = came;
    return { findings, until };
  };
  return {
    asking: () => scanner.asking(),
    held: () => (ended ? 0 : scanner.held()),
    advance: (delta) => bounded(delta, () => scanner.advance(delta)),
    giveUp: (type) => bounded('', () => scanner.giveUp(type)),
    finish: (delta) => bounded(delta, () => scanner.finish(delta)),
  };
}
