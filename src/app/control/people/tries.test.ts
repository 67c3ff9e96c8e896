import { describe, expect, it } from 'vitest';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Books, ControlStore } from '../../../ports/control-store.ts';
import { tryFrom } from './tries.ts';

/** Tries that are counted, by what they are counted under. */
function counting() {
  const tries: string[] = [];
  const people = {
    failuresSince: async (key: string) => tries.filter((one) => one === key).length,
    addFailure: async (key: string) => void tries.push(key),
    takeBackFailure: async (key: string) => void tries.splice(tries.indexOf(key), 1),
  };
  const store: Pick<ControlStore, 'within'> = { within: (_, work) => work({ people } as unknown as Books) };
  const parts = { store: store as ControlStore, clock: { now: () => new Date(0), monotonic: () => 0 } };
  return { tries, from: <A>(source: string | undefined, signIn: () => Promise<A>) => tryFrom(parts, source, signIn) };
}

const wrong = () => Promise.reject(new WeighbridgeError('sign-in-refused', 'x'));
const right = () => Promise.resolve('signed in');

describe('sign-ins from one address', () => {
  it('are a hundred failures, whoever they are for, and then nobody signs in from there, nor is told another thing', async () => {
    const { from } = counting();
    for (let at = 0; at < 100; at++)
      await expect(from('203.0.113.9', wrong)).rejects.toMatchObject({ code: 'sign-in-refused' });
    await expect(from('203.0.113.9', right)).rejects.toMatchObject({ code: 'sign-in-paused' });
    await expect(from('203.0.113.10', right)).resolves.toBe('signed in');
    await expect(from(undefined, right)).resolves.toBe('signed in');
  });

  it('that succeed count for nothing, and take no failure back', async () => {
    const { from, tries } = counting();
    await expect(from('203.0.113.9', wrong)).rejects.toThrow();
    for (let at = 0; at < 200; at++) await from('203.0.113.9', right);
    expect(tries).toHaveLength(1);
  });

  it.each([
    ['2001:db8:1:2::1', '2001:DB8:1:2:ffff::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['::ffff:203.0.113.9', '203.0.113.9', true],
    ['fe80::1%eth0', 'fe80::2', true],
  ])('are from one place: %s and %s, %s', async (one, other, same) => {
    const { from, tries } = counting();
    for (const source of [one, other]) await expect(from(source, wrong)).rejects.toThrow();
    expect(new Set(tries).size === 1).toBe(same);
  });
});
