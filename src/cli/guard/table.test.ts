import { describe, expect, it } from 'vitest';
import { table } from './test.ts';

const RATE = {
  kind: 'injection',
  rows: 1200,
  positives: 1000,
  found: 731,
  negatives: 200,
  falseAlarms: 2,
  actedUpon: 1,
  spans: 0,
  touched: 0,
  typed: 0,
  p50: 1.25,
  p99: 12.5,
  megabytesASecond: 9.5,
};

describe('the table of guard test', () => {
  it('has shares and counts where there is room', () => {
    expect(table([RATE], Infinity)).toContain('73.1% 731/1000');
  });

  it('has shares alone on a terminal of eighty columns', () => {
    const lines = table([RATE, { ...RATE, kind: 'all' }], 80).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/^injection +1200 +73\.1% +1\.0% +0\.5% +- +- +1\.250 +12\.500 +9\.50$/);
  });
});
