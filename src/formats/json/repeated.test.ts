import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRepeated } from './repeated.ts';

describe('a document with all values of its repeated keys', () => {
  it('keeps the last under the key and each earlier one behind it', () => {
    expect(parseRepeated('[{"a": [1, {}], "b": "\\"x\\"", "a": null, "a": -1.5e3}]')).toEqual([
      { a: -1500, b: '"x"', 'a\u0000earlier0': { a: [1, {}] }, 'a\u0000earlier1': { a: null } },
    ]);
  });

  it('is what JSON.parse gives where no key stands twice', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseRepeated(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
