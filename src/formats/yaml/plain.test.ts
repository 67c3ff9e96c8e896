import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { readWholeYaml } from './document.ts';
import { readPlainYaml } from './plain.ts';

const scalar = fc.constantFrom(
  '1',
  '0',
  '-7',
  '0.5',
  '1.10',
  'word',
  'two words',
  'a.b.C',
  'yes',
  'no',
  'On',
  'y',
  'null',
  '~',
  '"q: r"',
  "'s'",
  '""',
  '0x1f',
  '012',
  '1e3',
  '1_000',
  '2024-01-01',
  '.5',
  '[1, a]',
  '[]',
  '{}',
  '{a: 1, b: c}',
  '{a: }',
  '[a, ]',
  '[a',
  'a]',
  '- x',
  'x: y',
  '"a',
  'a # b',
  'a:b',
  '/x/y',
  '=',
  '<<',
  '1:30',
  'off.x',
);
const key = fc.constantFrom('a', 'b', 'name', 'a-b', 'y', 'true', '_target_', 'x.y', '1', '__proto__', 'a b', '"q"');
const line = fc
  .tuple(
    fc.constantFrom('', ' ', '  ', '    ', '      '),
    fc.constantFrom('', '- ', '-  ', '-', '- - '),
    fc.option(key, { nil: null }),
    fc.constantFrom(': ', ':', ':  '),
    fc.option(scalar, { nil: '' }),
  )
  .map(([indent, dash, name, colon, value]) =>
    name === null ? `${indent}${dash}${value}` : `${indent}${dash}${name}${colon}${value}`,
  );
const text = fc
  .array(
    fc.oneof(
      { arbitrary: line, weight: 9 },
      { arbitrary: fc.constantFrom('', '# note', '  # note', '---', '\t', 'loose words'), weight: 1 },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.join('\n'));

/** Settings as people write them, now and then with a line that is not. */
const written = fc
  .letrec<{ block: string[]; map: string[]; list: string[] }>((tie) => ({
    block: fc.oneof({ depthSize: 'small' }, tie('map'), tie('list')),
    map: fc
      .array(
        fc.tuple(
          key,
          fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            scalar.map((one) => [one]),
            tie('block').map((lines) => ['', ...lines]),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((entries) =>
        entries.flatMap(([name, [first = '', ...rest]]) => [
          `${name}:${first === '' ? '' : ` ${first}`}`,
          ...rest.map((line) => `  ${line}`),
        ]),
      ),
    list: fc
      .array(
        fc.oneof(
          { depthSize: 'small' },
          scalar.map((one) => [one]),
          tie('block'),
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((items) => items.flatMap((lines) => lines.map((line, at) => `${at === 0 ? '- ' : '  '}${line}`))),
  }))
  .block.map((lines) => lines.join('\n'));

describe('plain YAML', () => {
  it('is what the whole parser reads, or is left to it', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.oneof(text, written), (document) => {
        const value = readPlainYaml(document);
        if (value === null) return;
        plain++;
        expect(readWholeYaml(document), document).toEqual({ values: [value], tags: [], problem: null });
      }),
      { numRuns: cases(20_000) },
    );
    expect(plain).toBeGreaterThan(cases(300));
  });

  it.each([
    [
      'settings',
      'name: run\nsteps: 10\nlayers:\n  - {size: 768, heads: 12}\n  - {size: 1, heads: 2}\n',
      {
        name: 'run',
        steps: 10,
        layers: [
          { size: 768, heads: 12 },
          { size: 1, heads: 2 },
        ],
      },
    ],
    ['a list as far left as its key', 'a:\n- x\n- p: 1\n  q: 2\nb: c', { a: ['x', { p: 1, q: 2 }], b: 'c' }],
    ['what calls a function', '_target_: torch.nn.Linear', { _target_: 'torch.nn.Linear' }],
  ])('reads %s', (_, document, value) => {
    expect(readPlainYaml(document)).toEqual(value);
  });

  it.each([
    ['a tag', 'a: !!python/name:os.system'],
    ['an anchor', 'a: &x 1'],
    ['a text of several lines', 'a: one\n  two'],
    ['a block of text', 'a: |\n  one'],
    ['another document', 'a: 1\n---\nb: 2'],
    ['an octal number', 'a: 012'],
    ['no map', 'only words'],
    ['a tab', 'a:\tb'],
  ])('leaves %s to the whole parser', (_, document) => {
    expect(readPlainYaml(document)).toBeNull();
  });
});
