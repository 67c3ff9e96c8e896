import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { soughtIn } from './sought.ts';

it('finds one of several literals wherever it stands, and nothing else', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'á');
  const literal = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(literal, { minLength: 1, maxLength: 4 }),
      fc.string({ unit: letters, maxLength: 40 }),
      (literals, text) => {
        expect(soughtIn(literals)(text)).toBe(literals.some((one) => text.includes(one)));
      },
    ),
  );
});
