import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/deep.ts';
import { MalformedError } from './bytes.ts';
import { scanJson } from './json-scan.ts';

const DEPTH = 32;

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

function accepted(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

describe('scanJson', () => {
  it.each<[string, readonly string[]]>([
    ['{}', []],
    ['{"a":1,"b":{"a":1}}', []],
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['[0,{"x":{"k":1,"k":1}}]', ['1.x.k']],
    ['{"a":{"b":1},"c":[{"b":1},{"b":1}]}', []],
  ])('%s repeats %j', (text, expected) => {
    expect(scanJson(text, DEPTH).duplicateKeys).toEqual(expected);
  });

  it.each<[string, number]>([
    ['', 0],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['{"é":tru}', 6],
    ['"\n"', 1],
    ['"\\x"', 1],
    ['01', 1],
    ['NaN', 0],
    ['{} {}', 3],
    ["{'a':1}", 1],
  ])('%j is no JSON, and it says at which byte', (text, offset) => {
    expect(() => scanJson(text, DEPTH)).toThrow(expect.objectContaining({ name: 'MalformedError', offset }));
  });

  it('refuses what nests one deeper than it may', () => {
    expect(() => scanJson(nested(DEPTH), DEPTH)).not.toThrow();
    expect(() => scanJson(nested(DEPTH + 1), DEPTH)).toThrow(MalformedError);
  });

  it('says where the constants of Python stand when they are allowed', () => {
    const { constants } = scanJson('{"a":NaN,"b":[-Infinity]}', DEPTH, { pythonConstants: true });
    expect(constants).toEqual([
      { start: 5, end: 8 },
      { start: 14, end: 23 },
    ]);
  });

  it('lists no more repeated keys than a finding can show', () => {
    const { duplicateKeys } = scanJson(`{${'"a":1,'.repeat(10_000)}"${'k'.repeat(100_000)}":1}`, DEPTH);
    expect(duplicateKeys.length).toBeLessThanOrEqual(50);
  });

  it('accepts exactly what JSON.parse accepts', () => {
    const fragments = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '1', '-0.5e3', '1.', 'true', 'nul', ' ', '\n'),
      { maxLength: 12 },
    );
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fragments.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(accepted(() => scanJson(text, 1000))).toBe(accepted(() => JSON.parse(text)));
      }),
      { numRuns: cases(2000) },
    );
  });
});
