import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../src/policy/activation.ts';
import { parseCases } from '../../src/policy/cases.ts';
import { FUNCTIONS, METHODS } from '../../src/policy/cel/functions.ts';
import type { Shape } from '../../src/policy/cel/shape.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { builtInPolicy, PROFILE_TEXTS, type ProfileId } from '../../src/policy/profiles.ts';
import { parseUse } from '../../src/policy/use.ts';

const PAGE = readFileSync(new URL('../../docs/reference/policy.md', import.meta.url), 'utf8');
const [POLICY = '', USE = '', CASES = ''] = [...PAGE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
const CONDITIONS = [...(PAGE.split('### Examples')[1] ?? '').matchAll(/^\| [^|]+ \| `(.+)` \|$/gm)].map(
  ([, text = '']) => text.replaceAll('\\|', '|'),
);

function wordsOf(shape: Shape): readonly string[] {
  if (shape.kind === 'list') return wordsOf(shape.of);
  if (shape.kind === 'string') return shape.oneOf ?? [];
  return shape.kind === 'fields' ? Object.entries(shape.fields).flatMap(([name, of]) => [name, ...wordsOf(of)]) : [];
}

describe('the page on policies', () => {
  it('shows a policy, a use and a test that can be read', () => {
    expect(parseCases(CASES, 'cases.yaml')).toMatchObject([{ expect: 'deny', on: '2027-01-31' }]);
    expect(parsePolicy(POLICY, 'policy.yaml').rules.at(-1)?.id).toBe('no-pickle');
    expect(parseUse(USE, 'use.yaml').regulatedDomain).toBe('insurance');
  });

  it('shows conditions that can be used', () => {
    expect(CONDITIONS.length).toBeGreaterThan(5);
    for (const when of CONDITIONS) {
      const rules = JSON.stringify([{ id: 'a', when, outcome: 'deny', why: 'x', remedy: 'y' }]);
      const text = PROFILE_TEXTS.default.replace(/ {2}rules:[\s\S]*/, `  rules: ${rules}\n`);
      expect(parsePolicy(text, when).rules).toHaveLength(1);
    }
  });

  it('names every name, field and word that a condition may use', () => {
    const all = [...VARIABLES].flatMap(([name, shape]) => [name, ...wordsOf(shape)]);
    expect(all.filter((word) => !PAGE.includes(`\`${word}\``))).toEqual([]);
    const functions = [...FUNCTIONS.keys(), ...METHODS.keys()].filter((name) => !name.startsWith('get'));
    expect(functions.filter((word) => !PAGE.includes(`\`${word}\``))).toEqual([]);
  });

  it.each(Object.keys(PROFILE_TEXTS) as ProfileId[])('tells how long an admission under %s holds', (id) => {
    const row = PAGE.split('\n').find((line) => line.startsWith('| an admission holds')) ?? '';
    const column = Object.keys(PROFILE_TEXTS).indexOf(id) + 2;
    expect(row.split('|')[column]?.trim()).toBe(`${builtInPolicy(id).validDays} days`);
  });
});
