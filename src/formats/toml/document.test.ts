import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOfToml } from './document.ts';

describe('documents of TOML', () => {
  it.each([
    ['a table', '[a]\nb = "1"\n'],
    ['a dotted key', 'a.b = "1"\n'],
    ['an inline table', 'a = { b = "1" }\n'],
    ['a quoted key', "[\"a\"]\n'b' = '1'\n"],
    ['an escaped key', '[a]\n"\\u0062" = """1"""\n'],
    ['a comment between', '# x\n[a] # y\n\n# z\nb = "1" # w\n'],
    ['a table of a list', '[[a]]\nb = "1"\n'],
  ])('says the same of %s', (_, text) => {
    expect(entriesOfToml(text)).toEqual([{ table: ['a'], key: 'b', value: '1' }]);
  });

  it('reads lists over lines, and tables within them', () => {
    expect(entriesOfToml('x = [\n  "a", # one\n  [1, true],\n  { b = 2 },\n]\ny = 3\n')).toEqual([
      { table: ['x'], key: 'b', value: '2' },
      { table: [], key: 'x', value: ['a', ['1', true]] },
      { table: [], key: 'y', value: '3' },
    ]);
  });

  it('is not led astray by a text that looks like a table', () => {
    expect(entriesOfToml('n = """\n[project]\na = 1\n"""\nb = 2\n').map(({ key }) => key)).toEqual(['n', 'b']);
  });

  it('never throws, and ends', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}="'\\#,.\na1 ]{0,60}$/), (text) => {
        expect(Array.isArray(entriesOfToml(text))).toBe(true);
      }),
    );
  });
});
