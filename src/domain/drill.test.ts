import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRILL_STEPS, type Drill, type DrillStep, drillOutcome, drillWarning } from './drill.ts';

const held = DRILL_STEPS.map((step): DrillStep => ({ step, outcome: 'held', why: '' }));
const now = new Date('2026-06-30T00:00:00.000Z');
const drill: Drill = {
  id: 'd',
  channel: 'c',
  release: 'r',
  state: 'proved',
  steps: held,
  by: 'p',
  at: '2026-06-20T00:00:00.000Z',
  endedAt: '2026-06-20T00:01:00.000Z',
};

describe('a drill', () => {
  it('proves only when every step held: one that was skipped or left out leaves it in part, one that failed fails it', () => {
    expect(drillOutcome(held)).toBe('proved');
    const outcome = fc.constantFrom('held', 'failed', 'skipped', 'absent');
    fc.assert(
      fc.property(fc.tuple(outcome, outcome, outcome, outcome, outcome), (outcomes) => {
        const steps = held.flatMap((step, at): DrillStep[] => {
          const one = outcomes[at] ?? 'absent';
          return one === 'absent' ? [] : [{ ...step, outcome: one }];
        });
        const expected = outcomes.includes('failed')
          ? 'failed'
          : outcomes.every((one) => one === 'held')
            ? 'proved'
            : 'partly';
        expect(drillOutcome(steps)).toBe(expected);
      }),
    );
  });

  it.each([
    ['never run', null, 'r', /no drill was ever run/],
    ['of another release', drill, 'other', /another release/],
    ['failed', { ...drill, state: 'failed' }, 'r', /failed/],
    ['in part', { ...drill, state: 'partly' }, 'r', /only a part/],
    ['old', { ...drill, endedAt: '2026-05-01T00:00:00.000Z' }, 'r', /more than 30 days/],
  ] as const)('is warned about when %s', (_, last, restorable, text) => {
    expect(drillWarning(last, restorable, now)).toMatch(text);
  });

  it('is no cause for a warning when it proved the right release lately, or when there is nothing to go back to', () => {
    expect(drillWarning(drill, 'r', now)).toBeNull();
    expect(drillWarning(null, null, now)).toBeNull();
  });
});
