import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProse } from './speaks.ts';

/** By patterns alone, of what has no letter of a script that needs no spaces. */
function isProseByPatterns(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}']*/gu) ?? [];
  if (words.length < 3) return false;
  const plain = text.match(/[\p{L}\p{M}\p{N}\s.,;:!?'"()-]/gu)?.length ?? 0;
  const letters = words.reduce((sum, { length }) => sum + length, 0);
  return plain >= 0.9 * text.length && letters >= 0.55 * text.length && /\s/.test(text);
}

describe('prose', () => {
  it('is told from noise as patterns tell it', () => {
    const units = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('word ', 'of ', "it's ", 'tell', 'two') },
      { weight: 2, arbitrary: fc.constantFrom('.', '7', ' ', '-', 'é') },
      { weight: 1, arbitrary: fc.constantFrom('\u0000', '\ufffd', '\u007f', '%', '\\', '\u001b') },
    );
    fc.assert(
      fc.property(fc.array(units, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(isProse(text), text).toBe(isProseByPatterns(text));
      }),
    );
  });
});
