import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startDeadline } from './deadline.ts';
import { LIMITS } from './limits.ts';

/** A machine on which time passes as it is told to. */
function machine() {
  let [time, work] = [1000, 500];
  return {
    pass: (milliseconds: number, share: number): void => {
      time += milliseconds;
      work += milliseconds * share;
    },
    timepiece: { now: () => time, worked: () => work },
  };
}

describe('a deadline', () => {
  it('is over when so much was worked, however long that took by the clock', () => {
    const { pass, timepiece } = machine();
    const deadline = startDeadline(100, timepiece);
    pass(399, 0.25);
    expect(deadline.isOver()).toBe(false);
    pass(2, 0.25);
    expect(deadline.isOver()).toBe(true);
  });

  it('goes by the clock alone where nobody can tell what was worked', () => {
    let time = 0;
    const deadline = startDeadline(100, { now: () => time });
    time = 100;
    expect(deadline.isOver()).toBe(false);
    time = 101;
    expect(deadline.isOver()).toBe(true);
  });

  it('is over at last where nothing was worked', () => {
    const { pass, timepiece } = machine();
    const deadline = startDeadline(100, timepiece);
    pass(100 * LIMITS.patience, 0);
    expect(deadline.isOver()).toBe(false);
    pass(1, 0);
    expect(deadline.isOver()).toBe(true);
  });

  it('counts no more than the clock, though several threads worked', () => {
    const { pass, timepiece } = machine();
    const deadline = startDeadline(100, timepiece);
    pass(99, 4);
    expect(deadline.isOver()).toBe(false);
  });

  it('is met by whoever asks whenever it says, and stays over', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }), (shares) => {
        const { pass, timepiece } = machine();
        const deadline = startDeadline(100, timepiece);
        let asked = 0;
        while (!deadline.isOver()) {
          pass(deadline.left() + 1, shares[asked % shares.length] ?? 0);
          asked += 1;
        }
        expect(timepiece.now() - 1000).toBeLessThanOrEqual(100 * LIMITS.patience + asked);
        pass(1, 1);
        expect(deadline.isOver()).toBe(true);
      }),
    );
  });
});
