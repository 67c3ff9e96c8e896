import type { GuardFinding, Via } from '../domain/guard.ts';
import type { Hit } from './detector.ts';
import type { GuardTable } from './table.ts';

export interface Where {
  readonly detector: string;
  /** In the message. */
  readonly start: number;
  readonly end: number;
  readonly via: Via;
}

/** A hit as a finding, with what the policy does about it; none when that is nothing. `text` is what was found. */
export function told(
  table: GuardTable,
  { type, score, detail }: Omit<Hit, 'start' | 'end'>,
  where: Where,
  text: string,
): readonly GuardFinding[] {
  const rule = table.ruleFor(where.detector, { type, score });
  if (rule === undefined || rule.action === 'allow' || table.isAllowed(type, text)) return [];
  const { detector, start, end, via } = where;
  const known = { detector, type, start, end, score, via, action: rule.action, rule: rule.id };
  return [detail === undefined ? known : { ...known, detail }];
}
