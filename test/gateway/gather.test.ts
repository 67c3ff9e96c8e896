import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGather } from '../../src/gateway/relaying/gather.ts';

describe('pieces of a stream', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const gathering = () => {
    const passed: string[] = [];
    const gather = createGather(
      (bytes) => passed.push(bytes.toString()),
      () => Date.now(),
    );
    return { passed, gather, add: (text: string) => gather.add(Buffer.from(text)) };
  };

  it('pass at once when they come slowly', () => {
    const { passed, add } = gathering();
    for (const word of ['one', 'two', 'three']) {
      add(word);
      expect(passed.at(-1)).toBe(word);
      vi.advanceTimersByTime(5);
    }
  });

  it('pass together when they come fast: the first at once, and the others a moment later', () => {
    const { passed, add } = gathering();
    for (const word of ['one', 'two', 'three']) add(word);
    expect(passed).toEqual(['one']);
    vi.advanceTimersByTime(4);
    expect(passed).toEqual(['one', 'twothree']);
  });

  it('pass whole and in order, whenever they come; those that were dropped do not pass', () => {
    const step = fc.oneof(fc.string({ maxLength: 5 }), fc.nat(6));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { passed, gather, add } = gathering();
        let came = '';
        for (const one of steps) {
          if (typeof one === 'number') vi.advanceTimersByTime(one);
          else {
            add(one);
            came += one;
          }
        }
        gather.flush();
        expect(passed.join('')).toBe(came);
        vi.advanceTimersByTime(10);
        add('x');
        add('y');
        gather.drop();
        vi.advanceTimersByTime(10);
        expect(passed.join('')).toBe(`${came}x`);
      }),
    );
  });

  it('do not gather without bounds', () => {
    const { passed, add } = gathering();
    const large = 'x'.repeat(40_000);
    for (let index = 0; index < 10; index++) add(large);
    expect(passed.join('').length).toBeGreaterThan(9 * large.length - 65_536);
  });
});
