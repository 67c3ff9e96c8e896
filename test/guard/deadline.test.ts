import { beforeEach, describe, expect, it } from 'vitest';
import { within } from '../../src/adapters/isolation/within.ts';
import type { Within } from '../../src/guard/deadline.ts';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { doing } from './laws.ts';
import { stalling } from './stalling.ts';

const TERMS = createTermsDetector([{ id: 'rival', title: 'A competitor', words: ['Acme'], patterns: [] }]);

const FOREVER: readonly (readonly [string, () => void])[] = [
  [
    'loops and catches all',
    () => {
      for (;;) {
        try {
          for (;;);
        } catch {}
      }
    },
  ],
  ['tries a pattern that backtracks', () => void /^(a+)+$/.test(`${'a'.repeat(64)}!`)],
];

/** A busy machine may let a call wait longer than the policy would: what returns is waited for, and the rest ended late. */
let patience = 60_000;
const patient: Within = (_, run) => within(patience, run);
beforeEach(() => {
  patience = 500;
});

function guardWith(stall: () => void, broken: 'block' | 'flag' = 'block') {
  const policy = { ...doing('redact'), deadline: 100, broken };
  return createGuard({ policy, detectors: [TERMS, stalling(stall)], within: patient, clock: () => performance.now() });
}

const BROKEN = { type: 'guard/broken-detector', detector: 'stalling', detail: 'did not return in 100 ms' };

describe('a guard with a deadline', () => {
  it.each(FOREVER)('blocks a message whose detector %s, names it, and guards the next message', (_, stall) => {
    const guard = guardWith(stall);
    const answer = guard.check('Acme looked into the abyss.', { origin: 'user' });
    expect(answer).toMatchObject({ action: 'block', text: '', findings: [BROKEN] });
    patience = 60_000;
    expect(guard.check('All is well with Acme.', { origin: 'user' }).text).toBe('All is well with [TERM_RIVAL].');
  });

  it('lets nothing more out of a stream from there on', () => {
    const [, stall] = FOREVER[0] ?? ['', () => undefined];
    const stream = guardWith(stall).open({ origin: 'user' });
    expect(stream.push('Acme sent us on. Then ').text).toBe('[TERM_RIVAL] sent us on. Then');
    expect(stream.push('the abyss came')).toMatchObject({ text: '', action: 'block', findings: [BROKEN] });
    expect(stream.push(' and went')).toMatchObject({ text: '', stopped: { finding: BROKEN } });
    expect([stream.held(), stream.end().text]).toEqual([0, '']);
  });

  it('tells of each piece that was not looked at where the policy only flags that', () => {
    const [, stall] = FOREVER[0] ?? ['', () => undefined];
    const stream = guardWith(stall, 'flag').open({ origin: 'user' });
    expect(stream.push('the abyss came. ')).toMatchObject({ text: 'the abyss came. ', action: 'flag' });
    expect(stream.push('Acme')).toMatchObject({ text: 'Acme', findings: [BROKEN] });
    expect(stream.end()).toMatchObject({ text: '', action: 'flag', findings: [] });
  });

  it('is refused where there is nothing to keep it with', () => {
    const policy = { ...doing('redact'), deadline: 100 };
    expect(() => createGuard({ policy, detectors: [TERMS], clock: () => 0 })).toThrow('nothing to keep it with');
  });
});

describe('within', () => {
  it('gives what is done, throws what is thrown, and may stand within itself', () => {
    expect(within(1_000, () => 7)).toEqual({ kind: 'done', value: 7 });
    const late = Object.assign(new Error('late'), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
    expect(() =>
      within(1_000, () => {
        throw late;
      }),
    ).toThrow(late);
    const inner = () =>
      within(50, () => {
        for (;;);
      });
    expect(within(10_000, inner)).toEqual({ kind: 'done', value: { kind: 'ended' } });
  });
});
