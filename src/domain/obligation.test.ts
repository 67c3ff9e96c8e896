import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, nextStep, type Obligation, type Step } from './obligation.ts';

const open = { state: 'open', due: '2027-03-10', told: 'nothing' } as const;

describe('an obligation', () => {
  it.each<[string, Partial<Obligation>, string, Step]>([
    ['is left alone while its day is far', {}, '2027-03-02', null],
    ['is told of a week before', {}, '2027-03-03', 'soon'],
    ['is told of once before', { told: 'soon' }, '2027-03-05', null],
    ['is told of on its day', { told: 'soon' }, '2027-03-10', 'today'],
    ['is told of on its day alone where nobody looked before', {}, '2027-03-10', 'today'],
    ['is told of once on its day', { told: 'today' }, '2027-03-10', null],
    ['lapses the day after', { told: 'today' }, '2027-03-11', 'lapse'],
    ['lapses where nobody was told', {}, '2028-01-01', 'lapse'],
    ['lapses when its waiver ends', { state: 'accepted' }, '2027-03-11', 'lapse'],
    ['lapses once', { state: 'lapsed' }, '2027-03-11', null],
    ['is left alone when it is closed', { state: 'closed' }, '2027-03-11', null],
  ])('%s', (_, details, today, step) => {
    expect(nextStep({ ...open, ...details }, { remind: 7 }, today)).toBe(step);
  });

  it('comes to an end, whenever somebody looks: each step once, and lapsing last', () => {
    const days = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.nat(15), (offsets, remind) => {
        let now: Pick<Obligation, 'state' | 'due' | 'told'> = open;
        const steps: Step[] = [];
        for (const offset of offsets.toSorted((a, b) => a - b)) {
          const step = nextStep(now, { remind }, dayAfter(open.due, offset));
          if (step === null) continue;
          steps.push(step);
          now = step === 'lapse' ? { ...now, state: 'lapsed' } : { ...now, told: step };
          expect(nextStep(now, { remind }, dayAfter(open.due, offset))).toBeNull();
        }
        expect(new Set(steps).size).toBe(steps.length);
        expect(steps.includes('lapse')).toBe(Math.max(...offsets) > 0);
      }),
    );
  });
});
