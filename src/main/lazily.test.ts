import { describe, expect, it } from 'vitest';
import { lazily } from './lazily.ts';

interface Counter {
  add(amount: number): Promise<number>;
  fail(): Promise<never>;
}

describe('a port that is loaded when it is first called', () => {
  it('is loaded once, and keeps what it is', async () => {
    let loads = 0;
    let sum = 0;
    const counter = lazily<Counter>(async () => {
      loads++;
      return {
        add: async (amount) => (sum += amount),
        fail: async () => {
          throw new RangeError('no');
        },
      };
    });
    expect(loads).toBe(0);
    expect([await counter.add(2), await counter.add(3)]).toEqual([2, 5]);
    await expect(counter.fail()).rejects.toThrow('no');
    expect(loads).toBe(1);
  });

  it('is no promise', async () => {
    const port = lazily<Counter>(async () => Promise.reject(new Error('loaded')));
    expect(await Promise.resolve(port)).toBe(port);
  });
});
