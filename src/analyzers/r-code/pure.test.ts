import { describe, expect, it } from 'vitest';
import { notPure } from './pure.ts';

describe('a function of R', () => {
  it('that prints what it is given only computes', () => {
    expect(notPure(['{', 'print', 'paste0'], ['x'])).toEqual([]);
  });

  it('that writes, or calls what nobody knows, does more', () => {
    expect(notPure(['cat'], ['cat', 'file'])).toEqual(['cat', 'file']);
    expect(notPure(['print', 'unheard'], [])).toEqual(['unheard']);
  });
});
