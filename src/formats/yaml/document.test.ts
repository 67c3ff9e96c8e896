import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { readYaml } from './document.ts';

describe('settings in YAML', () => {
  it('are read document by document, with their anchors followed', () => {
    expect(readYaml('a: &x 1\nb: *x\n---\n- 2\n').values).toEqual([{ a: 1, b: 1 }, [2]]);
  });

  it.each<[string, string]>([
    ['a: !!python/object/apply:os.system [id]', 'tag:yaml.org,2002:python/object/apply:os.system'],
    ['a: !<tag:yaml.org,2002:python/name:os.system> x', 'tag:yaml.org,2002:python/name:os.system'],
    ['%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!module:os x', 'tag:yaml.org,2002:python/module:os'],
    ['a: !!python%2Fmodule:os x', 'tag:yaml.org,2002:python/module:os'],
    ['a: !new:torch.nn.Linear {}', '!new:torch.nn.Linear'],
  ])('%j has the tag %s', (text, tag) => {
    expect(readYaml(text).tags.map((one) => one.tag)).toContain(tag);
  });

  it.each<[string, string]>([
    ['brackets without end', '['.repeat(100_000)],
    ['marks without end', `${'- '.repeat(5000)}x`],
    [
      'aliases that multiply',
      `a0: &a0 [x, x]\n${Array.from({ length: 16 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`).join('\n')}`,
    ],
    ['a list that holds itself', 'x: &a [*a]'],
    ['a map that holds itself further down', 'x: &a\n  b:\n    - c: *a\n'],
    ['megabytes', 'a: 1\n'.repeat(500_000)],
  ])('%s are a problem, not a crash', (_, text) => {
    expect(readYaml(text).problem).not.toBeNull();
  });

  it('of any sort are answered', () => {
    const fragments = fc.array(
      fc.constantFrom(
        'a',
        ': ',
        '- ',
        '\n',
        ' ',
        '!x',
        '!!python/name:',
        '&a',
        '*a',
        '[',
        '}',
        '"',
        '%',
        '---',
        '|',
        '\t',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fragments.map((parts) => parts.join('')),
        ),
        (text) => {
          expect(Array.isArray(readYaml(text).values)).toBe(true);
        },
      ),
      { numRuns: cases(1000) },
    );
  });
});
