import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCESS_LEVELS, type Gate, heldBack, OPEN_GATE } from './channel.ts';
import { loosened, splitChange } from './channel-change.ts';

const anyGate: fc.Arbitrary<Gate> = fc.record({
  after: fc.constantFrom(null, 'canary', 'candidate'),
  hours: fc.integer({ min: 0, max: 3 }),
  exposures: fc.constantFrom(null, ['internal'] as const, ['internal', 'hosted'] as const),
  rulings: fc.integer({ min: 0, max: 3 }),
  days: fc.constantFrom(null, 1, 9),
  policies: fc.constantFrom(null, ['default'], ['default', 'strict']),
});
const anyChannel = fc.record({
  family: fc.constantFrom(null, 'plover', 'heron'),
  access: fc.constantFrom(...ACCESS_LEVELS),
  gate: anyGate,
});
const gateOf = (over: Partial<Gate>) => ({ family: null, access: 'team' as const, gate: { ...OPEN_GATE, ...over } });

describe('a change of a channel', () => {
  it.each<[string, Partial<Gate>, Partial<Gate>, Partial<Gate> | null]>([
    ['nothing', { rulings: 2 }, { rulings: 2 }, null],
    ['tighter', { rulings: 1 }, { rulings: 2, days: 3, policies: ['strict'] }, null],
    ['fewer rulings', { rulings: 2 }, { rulings: 1 }, { rulings: 1 }],
    ['another channel before it', { after: 'canary' }, { after: 'team' }, { after: 'team' }],
    ['tighter and looser', { rulings: 2, hours: 1 }, { rulings: 1, hours: 2 }, { rulings: 1 }],
    [
      'another policy',
      { policies: ['strict'] },
      { policies: ['strict', 'research'] },
      { policies: ['strict', 'research'] },
    ],
    ['any policy', { policies: ['strict'] }, { policies: null }, { policies: null }],
  ])('that asks for %s', (_, before, after, waits) => {
    expect(splitChange(gateOf(before), gateOf(after)).to?.gate ?? null).toEqual(waits);
  });

  it('lets nobody alone pass what was held back, and both together do all that was asked', () => {
    const anyDecision = fc.record({
      exposure: fc.constantFrom('internal', 'hosted', 'redistributed'),
      rulings: fc.integer({ min: 0, max: 3 }),
      days: fc.integer({ min: 0, max: 12 }),
      policy: fc.constantFrom('default', 'strict', 'own'),
    });
    const now = new Date('2026-11-28T12:00:00Z');
    fc.assert(
      fc.property(anyChannel, anyChannel, anyDecision, (before, wanted, one) => {
        const { now: alone, to } = splitChange(before, wanted);
        expect(to === null ? alone : loosened(alone, to)).toEqual(wanted);
        const decision = {
          use: { exposure: one.exposure },
          decidedAt: new Date(now.getTime() - one.days * 86_400_000).toISOString(),
          rulings: one.rulings,
          policy: { id: one.policy, version: 1, digest: 'sha256:0' },
        } as unknown as Parameters<typeof heldBack>[1];
        const passes = (gate: Gate) => heldBack(gate, decision, null, now).length === 0;
        if (!passes(before.gate)) expect(passes(alone.gate)).toBe(false);
      }),
    );
  });
});
