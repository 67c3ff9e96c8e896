import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../../test/support/deep.ts';
import { wordsOf } from '../../../text/learned/words.ts';
import { marksOf } from '../../../text/view/marks.ts';
import { cuesIn } from './cues.ts';
import { mayBeGlued } from './glue.ts';
import { GLUED, NEEDY, structureOf } from './structure.ts';

/** What the patterns are made of. */
const PIECES = Array.from('[](){}<>:;"\'`#/\\*_|~^$@=+%-.!?,0aAzZé“😈 \n\t\u00a0\u3000').concat(
  'system|end|new|user|your question|from|def |return|import |say|with|subject|prompt|text|frac'.split('|'),
  'data:|://|require(|=>|===|```|</s|ab|aB| of the input'.split('|'),
);
const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('what patterns need', () => {
  it('is there wherever they match', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { kinds } = marksOf(text);
        for (const { pattern, needs, also } of NEEDY) {
          pattern.lastIndex = 0;
          if (pattern.test(text)) expect([kinds & needs, kinds & also], `${pattern} in ${text}`).not.toContain(0);
        }
      }),
      { numRuns: cases(5000) },
    );
  });

  it('is looked for where words are glued, too', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { kinds } = marksOf(text);
        GLUED.pattern.lastIndex = 0;
        if (GLUED.pattern.test(text)) expect(mayBeGlued(text, kinds), text).toBe(true);
      }),
      { numRuns: cases(5000) },
    );
    expect(
      mayBeGlued('He said "no" (and left), well, 4 * 5.', marksOf('He said "no" (and left), well, 4 * 5.').kinds),
    ).toBe(true);
    expect(mayBeGlued('He said "no" (and left), well.', marksOf('He said "no" (and left), well.').kinds)).toBe(false);
  });

  it('is told of words, too, wherever there are orders to say something', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('say', 'respond with', 'with', 'di', 'type'),
        texts,
        texts,
        (order, before, after) => {
          const text = `${before} ${order}: "${after}`;
          expect(structureOf(text, cuesIn(text, wordsOf(text)))).toEqual(structureOf(text, -1));
        },
      ),
    );
  });
});

describe('kinds', () => {
  it.each([
    ['AAAAbb', { run: 4, capitals: 4 / 6 }],
    ['', { run: 0, capitals: 0 }],
    ['a--b', { run: 2, capitals: 0 }],
  ])('tell how long a run of one character is, and how many letters are capitals: %s', (text, told) => {
    expect(marksOf(text)).toMatchObject(told);
  });

  it('count characters, however many', () => {
    const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (piece, times) => {
        const text = piece.repeat(times);
        expect(marksOf(text)).toMatchObject({
          letters: count(text, /[A-Za-z]/g),
          words: count(text, /[A-Za-z](?=[^A-Za-z])/g),
          spaces: count(text, / /g),
          signs: count(text, /[0-9@$](?=[A-Za-z])/g),
          figures: count(text, /[0-9@$]/g),
          dots: count(text, /\./g),
          upper: count(text, /[A-Z]/g),
        });
      }),
    );
  });
});
