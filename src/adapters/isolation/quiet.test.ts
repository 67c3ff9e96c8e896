import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../kernel/limits.ts';
import { startQuiet } from './quiet.ts';

/** After how many looks of 250 ms it is too long for 20 s, where so much was worked between two of them. */
function looksAt(work: number): number {
  const quiet = startQuiet(20_000, 7);
  for (let looks = 1; ; looks++) if (quiet.isTooLong(250, 7 + looks * work)) return looks;
}

describe('a time in which nothing comes on', () => {
  it('is too long when so much was worked in it', () => {
    expect(looksAt(250)).toBe(80);
    expect(looksAt(125)).toBe(160);
  });

  it('counts no more than passed, though other threads worked too', () => {
    expect(looksAt(1000)).toBe(80);
  });

  it('is too long at last where nothing is worked', () => {
    expect(looksAt(0)).toBe(80 * LIMITS.patience);
  });
});
