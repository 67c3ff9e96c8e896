import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, driftBetween } from './calibrate.ts';

const message = (scores: Readonly<Record<string, number>>) => new Map(Object.entries(scores));

describe('calibrate', () => {
  it('raises nothing when the budget is kept', () => {
    const { flagged, types } = calibrate([message({ a: 0.5 }), message({}), message({}), message({})], 0.25);
    expect([flagged, types]).toEqual([1, [{ type: 'a', messages: 1, all: 1, rate: 0.25, threshold: 0, highest: 0.5 }]]);
  });

  it('raises the type that flags most, above its lowest score', () => {
    const benign = [message({ a: 0.4 }), message({ a: 0.6 }), message({ b: 0.9 }), message({})];
    expect(calibrate(benign, 0.5).types).toMatchObject([
      { type: 'a', threshold: 0.401 },
      { type: 'b', threshold: 0 },
    ]);
  });

  it('raises no threshold above what is sure: that would be to look no more', () => {
    const { flagged, types } = calibrate([message({ a: 1 }), message({ b: 0.5 }), message({}), message({})], 0);
    expect([flagged, types.map(({ type, threshold }) => [type, threshold])]).toEqual([
      1,
      [
        ['a', 0],
        ['b', 0.501],
      ],
    ]);
  });

  it('turns no type off that many messages have with the same score, nor others for its sake', () => {
    const mails = Array.from({ length: 13 }, () => message({ mail: 0.95 }));
    const others = Array.from({ length: 47 }, (_, at) => message(at === 0 ? { odd: 0.6 } : {}));
    const { flagged, types } = calibrate([...mails, message({ mail: 0.5 }), ...others], 0.02);
    expect([flagged, types.map(({ type, threshold }) => [type, threshold])]).toEqual([
      14,
      [
        ['mail', 0.501],
        ['odd', 0],
      ],
    ]);
  });

  it('keeps any budget, but for texts with what no threshold quietens', () => {
    const score = fc.integer({ min: 0, max: 1000 }).map((x) => x / 1000);
    const messages = fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), score).map(message), { maxLength: 30 });
    fc.assert(
      fc.property(messages, fc.double({ min: 0, max: 1, noNaN: true }), (messages, budget) => {
        const { flagged, types } = calibrate(messages, budget);
        const allowed = budget * messages.length;
        const tops = ['a', 'b', 'c'].map((type) => {
          const scores = messages.map((one) => one.get(type) ?? -1);
          const top = Math.max(-1, ...scores);
          const many = scores.filter((one) => one === top).length > Math.max(1, allowed);
          return [type, many || top === 1 ? top : 2] as const;
        });
        const loud = messages.filter((one) => tops.some(([type, top]) => (one.get(type) ?? -1) >= top)).length;
        expect(flagged).toBeLessThanOrEqual(loud > allowed ? loud + allowed : allowed);
        expect(types.every(({ threshold }) => threshold <= 1)).toBe(true);
        const threshold = new Map(types.map((row) => [row.type, row.threshold]));
        const still = messages.filter((scores) =>
          [...scores].some(([type, score]) => score >= (threshold.get(type) ?? 0)),
        );
        expect(still).toHaveLength(flagged);
      }),
    );
  });
});

describe('driftBetween', () => {
  const of = (messages: number, found: number) => ({
    messages,
    flagged: found,
    types: [{ type: 'a', messages: found, all: found, rate: found / messages, threshold: 0, highest: 1 }],
  });

  it('tells a change from chance', () => {
    expect(driftBetween(of(1000, 10), of(1000, 14))).toEqual([]);
    expect(driftBetween(of(1000, 10), of(1000, 60))).toMatchObject([{ type: 'a', before: 0.01, now: 0.06 }]);
    expect(driftBetween(of(1000, 60), of(1000, 0))[0]?.z).toBeLessThan(0);
  });
});
