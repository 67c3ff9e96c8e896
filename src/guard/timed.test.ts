import { describe, expect, it } from 'vitest';
import type { GuardPolicy } from '../domain/guard.ts';
import { defaultPolicy } from './default-policy.ts';
import { createTermsDetector } from './detectors/terms/detector.ts';
import { createGuard } from './guard.ts';
import type { Released } from './stream.ts';
import { boundHold } from './timed.ts';

const TERMS = createTermsDetector([{ id: 'rival', title: 'A competitor', words: ['Acme Corporation'], patterns: [] }]);
const RULE = { id: 'all', detectors: [], types: [], origins: [], when: null, threshold: 0, message: null };
const POLICY: GuardPolicy = { ...defaultPolicy([]), rules: [{ ...RULE, action: 'redact' }] };

function timed() {
  const guard = createGuard({ policy: POLICY, detectors: [TERMS], clock: () => 0 });
  let time = 0;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  const expired: Released[] = [];
  const stream = boundHold(guard.open({ origin: 'assistant' }), {
    milliseconds: 200,
    later: (milliseconds, run) => {
      const timer = { at: time + milliseconds, run };
      due.add(timer);
      return () => due.delete(timer);
    },
    expired: (released) => expired.push(released),
  });
  const pass = (milliseconds: number) => {
    time += milliseconds;
    for (const timer of due) {
      if (timer.at > time) continue;
      due.delete(timer);
      timer.run();
    }
  };
  return { stream, pass, expired, due };
}

describe('a stream that is held for a bounded time', () => {
  it('stops what waits too long, and says so without being asked', () => {
    const { stream, pass, expired } = timed();
    expect(stream.push('It was Acme ').text).toBe('It was ');
    pass(199);
    expect(expired).toEqual([]);
    pass(1);
    expect(expired).toMatchObject([
      { text: '', action: 'block', stopped: { finding: { type: 'guard/held-too-long' } } },
    ]);
    expect(stream.push('Corporation.').text).toBe('');
  });

  it('counts from when the oldest of what is held came', () => {
    const { stream, pass, expired } = timed();
    stream.push('It was Acme ');
    pass(150);
    expect(stream.push('Corporation, or Acme ').text).toBe('[TERM_RIVAL], or ');
    pass(150);
    expect(expired).toEqual([]);
    pass(50);
    expect(expired).toHaveLength(1);
  });

  it('is not stopped when it ends in time, and leaves no timer', () => {
    const { stream, pass, expired, due } = timed();
    stream.push('It was Acme ');
    expect(stream.end().text).toBe('Acme ');
    pass(1000);
    expect([expired, due.size]).toEqual([[], 0]);
  });
});
