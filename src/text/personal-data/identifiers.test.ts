import { describe, expect, it } from 'vitest';
import { NEVER_WITHIN } from './identifiers.ts';
import { DATA_ROWS } from './rows.ts';

describe('marks that end every number', () => {
  it.each(DATA_ROWS.map(({ type, pattern }) => [type, pattern.source]))('%s: %s has none of them', (_, source) => {
    const escapesLeftOut = source.replace(/\\[+()./-]/g, '.');
    const classes = escapesLeftOut.match(/\[[^\]]*\]/g) ?? [];
    const marks = Array.from(NEVER_WITHIN);
    for (const one of classes)
      expect(
        marks.filter((mark) => new RegExp(one).test(mark)),
        one,
      ).toEqual([]);
    // What is left are letters and what groups them.
    const rest = escapesLeftOut
      .replace(/\[[^\]]*\]/g, '')
      .replace(/\{\d+(?:,\d*)?\}/g, '')
      .replace(/\(\?(?:[=!:]|<[=!])/g, '(');
    expect(rest).toMatch(/^[A-Za-z0-9 ().?|:/-]*$/);
    // No mark beyond ASCII ends a number.
    expect(source).not.toMatch(/\\[^+()./u-]/);
  });
});
