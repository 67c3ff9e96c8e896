import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WeighbridgeError } from '../kernel/errors.ts';
import { parseRulePack } from './rule-pack.ts';

const PAGE = readFileSync('docs/how-to/write-a-rule-pack.md', 'utf8');
const PACK = /```yaml\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';

/** Patterns of JavaScript do for what is tested here; the engine has tests of its own. */
const judge: Parameters<typeof parseRulePack>[2] = {
  patternMistake: (pattern) => (pattern.includes('(?=') ? 'this is no pattern' : null),
  fires: ({ patterns, needs }, facts) => {
    const hits = patterns.map(({ fact, pattern, ignoreCase }) =>
      (facts[fact] ?? []).some((text) => new RegExp(pattern, ignoreCase ? 'i' : '').test(text)),
    );
    return needs === 'all' ? hits.every(Boolean) : hits.some(Boolean);
  },
};

function mistakesOf(text: string): string {
  try {
    parseRulePack(text, 'acme.yaml', judge);
    return '';
  } catch (error) {
    if (error instanceof WeighbridgeError && error.code === 'rules-invalid') return error.detail;
    throw error;
  }
}

describe('the parser of rule packs', () => {
  it('reads the pack that the page shows', () => {
    const pack = parseRulePack(PACK, 'acme.yaml', judge);
    expect(pack.rules.map(({ rule, needs }) => [rule.id, needs])).toEqual([
      ['acme/internal-host', 'any'],
      ['acme/withdrawn-package', 'all'],
    ]);
    expect(pack.digest).toMatch(/^sha256:/);
  });

  it.each<[string, string, string, RegExp]>([
    [
      'a field that is not there',
      'severity: medium',
      'severty: medium',
      /^acme\.yaml:10:5: unknown field severty; did you mean severity\?/m,
    ],
    [
      'a fact that nobody knows',
      'fact: setting',
      'fact: bytes',
      /^acme\.yaml:17:17: rules\[0\]\.match\.any\[0\]\.fact must be/m,
    ],
    ['a rule without quiet examples', / +quiet:\n {8}- setting.*\n/.exec(PACK)?.[0] ?? '', '', /quiet is missing/],
    ['a pattern that is none', "'\\.acme\\.internal\\b'", "'(?=a)'", /^acme\.yaml:18:20: this is no pattern$/m],
    [
      'an example that should fire',
      'mlflow.acme.internal',
      'mlflow.acme.net',
      /^acme\.yaml:22:11: acme\/internal-host stays quiet on this example$/m,
    ],
    [
      'an example that should not',
      'mlflow.acme.example',
      'x.acme.internal',
      /^acme\.yaml:24:11: acme\/internal-host fires on this example$/m,
    ],
    ['a rule that stands twice', 'id: withdrawn-package', 'id: internal-host', /the rule internal-host stands twice/],
    ['a reference of no kind', 'CWE-200', 'http://x', /must be CWE/],
    [
      'a says that would make it kinder',
      'says: review',
      'says: clean',
      /rules\[0\]\.says must be malicious or suspicious or review or note/,
    ],
    ['an alias', 'CWE-200', '*x', /./],
  ])('points at %s', (_, from, to, expected) => {
    expect(PACK).toContain(from);
    expect(mistakesOf(PACK.replace(from, to))).toMatch(expected);
  });
});
