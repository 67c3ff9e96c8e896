import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { createBudget, OverBudgetError } from './budget.ts';
import { MalformedError, sliceOf, sourceOf } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { digestOf, digestOfJson, hexOf, isDigest } from './digest.ts';
import { ERRORS, WeighbridgeError } from './errors.ts';
import type { Json } from './json.ts';
import { compareText } from './order.ts';
import { isPrintable, middleCut, printable } from './printable.ts';

describe('canonical JSON', () => {
  // RFC 8785, section 3.2.2 and appendix B.
  it.each<[string, Json, string]>([
    [
      'sorts by UTF-16 unit',
      { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"דּ":3}',
    ],
    [
      'prints numbers as ECMAScript',
      [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
    ],
    ['leaves out what is undefined', { a: undefined, b: null }, '{"b":null}'],
  ])('%s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('gives one text for one value, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (object) => {
        const turned = Object.fromEntries(Object.entries(object).reverse());
        expect(digestOfJson(turned as Json)).toBe(digestOfJson(object as Json));
      }),
    );
  });

  it('parses back to what it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800']])('refuses %j', (value) => {
    expect(() => canonicalJson(value)).toThrow(RangeError);
  });
});

describe('digests', () => {
  // FIPS 180-2, appendix B.1.
  it('are SHA-256', () => {
    expect(hexOf(digestOf('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each(['sha256:', `sha256:${'A'.repeat(64)}`, `sha512:${'a'.repeat(64)}`, `sha256:${'a'.repeat(65)}`])(
    'are not %s',
    (text) => {
      expect(isDigest(text)).toBe(false);
    },
  );
});

describe('byte sources', () => {
  it('give just the bytes asked for, or MalformedError', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 64 }),
        fc.integer({ min: -4, max: 80 }),
        fc.integer({ min: -4, max: 80 }),
        async (bytes, offset, length) => {
          const answer = await sourceOf(bytes)
            .read(offset, length)
            .catch((error: unknown) => error);
          const within = offset >= 0 && length >= 0 && offset + length <= bytes.length;
          if (within) expect(answer).toEqual(bytes.subarray(offset, offset + length));
          else expect(answer).toBeInstanceOf(MalformedError);
        },
      ),
    );
  });

  it('keep a window within its bounds', async () => {
    const window = sliceOf(sourceOf(Uint8Array.of(1, 2, 3, 4, 5)), 1, 3);
    expect(await window.read(0, 3)).toEqual(Uint8Array.of(2, 3, 4));
    await expect(window.read(2, 2)).rejects.toThrow(MalformedError);
    expect(() => sliceOf(window, 2, 2)).toThrow(MalformedError);
  });
});

describe('budgets', () => {
  it('end when a purse is empty, each purse by itself', () => {
    const budget = createBudget(() => 0);
    budget.spend('parts', 100);
    budget.spend('opcodes', 20_000_000);
    expect(() => budget.spend('opcodes', 1)).toThrow(OverBudgetError);
    budget.spend('parts', 100);
  });

  it('end at their deadline', () => {
    let now = 0;
    const budget = createBudget(() => now);
    budget.checkTime();
    now = 60_001;
    expect(() => budget.checkTime()).toThrow(OverBudgetError);
  });
});

describe('text order', () => {
  it('is by code point, as Python sorts', () => {
    const words = ['\u{10000}', '\uffff', 'b', 'a/b', 'a', 'a.b', ''];
    expect(words.sort(compareText)).toEqual(['', 'a', 'a.b', 'a/b', 'b', '\uffff', '\u{10000}']);
  });

  it('agrees with a comparison of code points for any two texts', () => {
    const points = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);
    const slow = (a: number[], b: number[]): number => {
      const at = a.findIndex((point, index) => point !== b[index]);
      if (at < 0) return a.length - b.length;
      return b[at] === undefined ? 1 : (a[at] ?? 0) - b[at];
    };
    fc.assert(
      fc.property(anyText(), anyText(), (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Math.sign(slow(points(a), points(b))));
      }),
    );
  });
});

describe('printing names from outside', () => {
  it.each([
    ['a\u202egnp.py', 'a<U+202E>gnp.py'],
    ['line\nbreak', 'line<U+000A>break'],
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['zero\u200bwidth', 'zero<U+200B>width'],
    ['tag\u{e0041}', 'tag<U+E0041>'],
    ['plain é 漢 😀', 'plain é 漢 😀'],
  ])('%j prints as %s', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it('leaves nothing that could mislead, for any text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(isPrintable(printable(text))).toBe(true);
      }),
    );
  });

  it('cuts in the middle, keeping start and end', () => {
    expect(middleCut('sha256:0123456789abcdef', 12)).toHaveLength(12);
    expect(middleCut('sha256:0123456789abcdef', 12)).toBe('sha256:0…def');
    expect(middleCut('short', 12)).toBe('short');
  });
});

describe('errors', () => {
  it('have a title and a remedy each, in whole sentences', () => {
    for (const { title, remedy } of Object.values(ERRORS)) {
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(remedy).toMatch(/^.*\.$/);
    }
  });

  it('say what happened and where', () => {
    const error = new WeighbridgeError('path-missing', './nowhere');
    expect(error.message).toBe('There is nothing at this path: ./nowhere');
    expect(error.kind).toBe('missing');
  });
});
