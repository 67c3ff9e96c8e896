import { parse } from '@bufbuild/cel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../test/support/any-text.ts';
import { cases } from '../../../test/support/deep.ts';
import { VARIABLES } from '../activation.ts';
import { checkNames } from './check-names.ts';
import { parseCondition } from './syntax.ts';
import { ConditionMistake, evaluable } from './tokens.ts';

function mistakesIn(source: string): readonly (readonly [number, string])[] {
  try {
    return checkNames(parseCondition(source), VARIABLES).map(({ at, message }) => [at, message]);
  } catch (error) {
    if (error instanceof ConditionMistake) return [[error.at, error.message]];
    throw error;
  }
}

describe('a condition', () => {
  it.each([
    'findings.exists(f, f.says == "malicious")',
    'findings.filter(f, f.severityRank >= 3 && !(f.rule in ["a/b"])).size() > 2',
    'use.commercial ? artifact.bytes > 1000000000 : artifact["hasManifest"]',
    'files.all(f, f.digest == "proven") || size(checks) == 0',
    "'EU' in use.regions && use.regulatedDomain != null",
    'findings.exists(f, f.operation.matches(r"^posix\\.")) // why not',
    'findings.map(f, f.path).exists(p, p.lowerAscii().endsWith(".bin"))',
    'has(use.regulatedDomain) && -1 < use.monthlyUsers - 1 && !!true',
    'findings.map(f, f.says == "note", f.path)[0] == """a\nb"""',
    '{"a": 1,}["a"] in [1, 2u, 0x1F, .5, 1e3,]',
  ])('may be %s', (source) => {
    expect(mistakesIn(source)).toEqual([]);
    expect(() => parse(evaluable(source))).not.toThrow();
  });

  it.each<[string, number, string]>([
    ['', 0, 'the condition ends where a value should be'],
    ['use.commercial &&', 17, 'the condition ends where a value should be'],
    ['use.commercial use', 15, 'found use where an operator or the end should be'],
    ['findings.exists(f, f.says = "x")', 26, 'a single = compares nothing; write =='],
    ['(use.commercial', 15, 'the condition ends where ) should be'],
    ['use.commercial & true', 15, 'write && for and'],
    ['use.purpose == "x', 15, 'this string lacks its closing "'],
    ['use.purpose == "\\q"', 16, 'no such escape; write \\\\ for a backslash, or r"…" for a pattern'],
    ['use.purpose == "\\ud800"', 16, 'no such escape; write \\\\ for a backslash, or r"…" for a pattern'],
    ['99999999999999999999 > 1', 0, 'this number does not fit in 64 bits'],
    ['1x > 1', 0, 'this is no number'],
    ['use.é', 4, '"é" means nothing here'],
    ['use.in', 4, "found in where a field's name should be"],
    ['package == 1', 0, 'package is a word of the language; choose another name'],
    ['truely == 1', 0, 'truely: no name may begin with true or false'],
    ['a.b{}', 3, 'found { where an operator or the end should be'],
    ['-!use.commercial', 1, 'found ! where a value should be'],
    ['[1 2] == [1]', 3, 'found 2 where , or ] should be'],
    [`${'('.repeat(40)}true`, 32, 'the condition is nested deeper than 32'],
    [`${'!'.repeat(80)}true`, 0, 'too many !'],
    [`use${'.a'.repeat(40)}`, 69, 'too many fields and calls in a row'],
    [' '.repeat(4001), 0, 'the condition is longer than 4000 characters'],
  ])('%j is wrong at %i', (source, at, sentence) => {
    expect(mistakesIn(source)[0]).toEqual([at, sentence]);
  });

  it.each<[string, number, string]>([
    ['finding.exists(f, true)', 0, 'there is no finding; did you mean findings?'],
    ['findings.exist(f, true)', 9, 'there is no .exist(); did you mean exists?'],
    ['findings.exists(f, f.sevrity == "low")', 21, 'a finding has no field sevrity; did you mean severity?'],
    ['findings.exists(f, f.says == "malicous")', 29, 'it is never "malicous"; did you mean malicious?'],
    ['findings.exists(f, f.says in ["note", "nope"])', 38, 'it is never "nope"; did you mean note?'],
    ['findings.exists(true, true)', 9, '.exists() takes a name and what to ask of it, as in .exists(x, x == 1)'],
    ['findings[0].path.nope == 1', 17, 'a string has no field nope'],
    ['use.exists(u, true)', 4, 'use is no list'],
    ['lenght(findings) > 1', 0, 'there is no lenght()'],
    ['has(use)', 0, 'has() takes one field, as in has(a.b)'],
    ['findings.size()', 0, 'the condition gives a number, and should give true or false'],
    ['use["comercial"]', 4, 'use has no field comercial; did you mean commercial?'],
  ])('%j names what is not there at %i', (source, at, sentence) => {
    const [first] = mistakesIn(source);
    expect(first?.[0]).toBe(at);
    expect(first?.[1].startsWith(sentence)).toBe(true);
  });

  it('is accepted only when the evaluator parses it', () => {
    fc.assert(
      fc.property(words, (source) => {
        fc.pre(accepts(() => parseCondition(source)));
        expect(() => parse(evaluable(source)), source).not.toThrow();
      }),
      { numRuns: cases(500) },
    );
  });

  it('is accepted whenever the evaluator parses it, but for messages, lone commas, .a for a and -1u', () => {
    fc.assert(
      fc.property(spacedWords, (source) => {
        fc.pre(!/-\s*\d+u|[a-z]\s*\{|[[{]\s*,|(?:^|[^\w)\]}"'])\s*\.\s/.test(source));
        fc.pre(accepts(() => parse(evaluable(source))));
        expect(() => parseCondition(source), source).not.toThrow();
      }),
      { numRuns: cases(500) },
    );
  });

  it('of any text at all is a tree or a mistake within it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), words), (source) => {
        for (const [at] of mistakesIn(source)) expect(at >= 0 && at <= source.length).toBe(true);
      }),
    );
  });
});

const word = fc.constantFrom(
  ...'a b f in has true null . , ( ) [ ] { } ? : && || ! - + * / % == != < <= 1 2u 1.5 0x1F "s" \'q\' r"x\\" // for'.split(
    ' ',
  ),
  ' ',
  '\n',
  'a.exists(b, b)',
  '"""x"y"""',
);

const spacedWords = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));

/** Rows of words; the last kind is more often right. */
const words = fc.oneof(
  spacedWords,
  fc.array(word, { maxLength: 12 }).map((all) => all.join('')),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('a', '1', '(a)', '!a', 'f(a)', 'a.b', '[a]', '{a: b}'),
        fc.constantFrom('+', '&&', '==', 'in', '?', ':'),
      ),
      {
        maxLength: 6,
      },
    )
    .map((all) => `${all.flat().join(' ')} a`),
);

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
