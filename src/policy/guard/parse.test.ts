import { describe, expect, it } from 'vitest';
import type { GuardPolicy } from '../../domain/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Json, member } from '../../kernel/json.ts';
import { guardCondition } from './conditions.ts';
import { parseGuardPolicy } from './parse.ts';

const BASE: GuardPolicy = {
  id: 'default',
  version: 1,
  description: 'base',
  hold: { characters: 16_384, milliseconds: 10_000 },
  deadline: null,
  broken: 'block',
  message: 'No.',
  rules: [],
  thresholds: {},
  allow: [],
  terms: [],
  forms: [],
  judges: [],
  classifiers: [],
  protect: [],
  images: { mark: 'generated', strip: [] },
};

const KNOWN = {
  base: BASE,
  detectors: [{ id: 'secrets', types: ['secret/github', 'secret/aws'] }],
  wrongWithSchema: (schema: Json) => (member(schema, 'type') === 'strnig' ? 'there is no type strnig' : null),
  wrongWithPattern: (pattern: string) => (pattern.includes('(?=') ? 'no lookahead' : null),
};

const HEAD = 'apiVersion: weighbridge/v1\nkind: GuardPolicy\nmetadata: {name: mine, version: 1, description: d}\n';

function complaints(spec: string): readonly string[] {
  try {
    parseGuardPolicy(HEAD + spec, 'p.yaml', KNOWN);
    return [];
  } catch (error) {
    if (error instanceof WeighbridgeError) return error.detail.split('\n');
    throw error;
  }
}

describe('parseGuardPolicy', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing but a name is enough', 'spec: {}', []],
    [
      'a rule needs an action',
      'spec: {rules: [{id: a}]}',
      [expect.stringContaining('p.yaml:4:16: spec.rules[0].action')],
    ],
    ['an unknown field is told', 'spec: {rulez: []}', ['p.yaml:4:8: unknown field rulez; did you mean rules?']],
    [
      'an unknown detector is told',
      'spec: {rules: [{id: a, action: flag, detectors: [secret]}]}',
      ['p.yaml:4:50: there is no detector secret; did you mean secrets?'],
    ],
    [
      'a type that nothing finds is told',
      'spec: {rules: [{id: a, action: flag, types: [secret/*, secret/githab]}]}',
      ['p.yaml:4:56: there is no type secret/githab; did you mean secret/github?'],
    ],
    [
      'a type of one’s own that there is not is told with those there are',
      'spec: {terms: [{id: rival, words: [y]}], rules: [{id: a, action: flag, types: [term/nope, form/x]}]}',
      [
        'p.yaml:4:80: there is no type term/nope; there is term/rival',
        'p.yaml:4:91: there is no type form/x; this policy has no forms that have an id',
      ],
    ],
    [
      'a part of a name is told with the names that have it',
      'spec: {thresholds: {GITHUB: 1, secret/github-key: 1, MADE_UP: 1}}',
      [
        'p.yaml:4:21: there is no type GITHUB; did you mean secret/github?',
        'p.yaml:4:32: there is no type secret/github-key; did you mean secret/github?',
        'p.yaml:4:54: there is no type MADE_UP; docs/reference/guard-detectors.md has all that there are',
      ],
    ],
    [
      'a type of one’s own is known',
      'spec: {terms: [{id: x, words: [y]}], rules: [{id: a, action: flag, types: [term/x]}]}',
      [],
    ],
    [
      'a term that would never be found is told',
      'spec: {terms: [{id: x}, {id: y, words: [], patterns: []}, {id: z, words: [a, "\\u200b \\u00ad"]}, {id: w, words: [a]}]}',
      [
        'p.yaml:4:16: the term has neither words nor patterns: nothing would be found',
        'p.yaml:4:25: the term has neither words nor patterns: nothing would be found',
        'p.yaml:4:78: nothing of this word can be seen',
      ],
    ],
    [
      'a name that no condition has is told at its place',
      'spec: {rules: [{id: a, action: flag, when: \'channel == "x" && teem == "y"\'}]}',
      ['p.yaml:4:63: there is no teem; did you mean team?'],
    ],
    [
      'a pattern that RE2 refuses is told',
      "spec: {terms: [{id: x, patterns: ['a(?=b)']}]}",
      ['p.yaml:4:35: this is no RE2 pattern: no lookahead'],
    ],
    [
      'a row of the allow-list is a text or a pattern',
      'spec: {allow: [{reason: r}]}',
      ['p.yaml:4:16: give either a text or a pattern'],
    ],
    [
      'a threshold of no type is told',
      'spec: {thresholds: {secret/aws: 0.5, secret/awss: 0.5}}',
      ['p.yaml:4:38: there is no type secret/awss; did you mean secret/aws?'],
    ],
    [
      'two rules of one name are told',
      'spec: {rules: [{id: a, action: flag}, {id: a, action: block}]}',
      ['p.yaml:4:44: a stands there twice'],
    ],
    [
      'mistakes of every kind are told at once',
      `spec:
  rulez: []
  rules: [{id: a, actoin: flag, detectors: [secret], when: teem == "x"}, {id: a, action: flag, types: [x/y]}]
  thresholds: {secret/awss: 2}
  terms: [{id: X, patterns: ['a(?=b)', 7]}, {id: t, patterns: ['(?=']}, 5]
  allow: [{text: a, pattern: b}]
  forms: [{id: f}, {id: f, origins: [me]}]
  judges: nobody`,
      [
        'p.yaml:5:3: unknown field rulez; did you mean rules?',
        expect.stringContaining('p.yaml:6:11: spec.rules[0].action must be'),
        'p.yaml:6:19: unknown field actoin; did you mean action?',
        'p.yaml:6:45: there is no detector secret; did you mean secrets?',
        'p.yaml:6:60: there is no teem; did you mean team?',
        'p.yaml:6:79: a stands there twice',
        expect.stringContaining('p.yaml:6:104: there is no type x/y'),
        'p.yaml:7:16: there is no type secret/awss; did you mean secret/aws?',
        expect.stringContaining('p.yaml:7:29: spec.thresholds.secret/awss must be at most'),
        expect.stringContaining('p.yaml:8:16: spec.terms[0].id must be lower-case'),
        'p.yaml:8:30: this is no RE2 pattern: no lookahead',
        'p.yaml:8:40: spec.terms[0].patterns[1] must be a text',
        'p.yaml:8:64: this is no RE2 pattern: no lookahead',
        'p.yaml:8:73: spec.terms[2] must be a map of fields',
        'p.yaml:9:11: spec.allow[0].reason is missing',
        'p.yaml:9:11: give either a text or a pattern',
        'p.yaml:10:11: give characters, words or a schema',
        'p.yaml:10:25: f stands there twice',
        expect.stringContaining('p.yaml:10:38: spec.forms[1].origins[0] must be'),
        'p.yaml:11:11: spec.judges must be a list',
      ],
    ],
    ['an unknown action is told', 'spec: {rules: [{id: a, action: burn}]}', [expect.stringContaining('p.yaml:4:32:')]],
  ])('%s', (_, spec, expected) => {
    expect(complaints(spec)).toEqual(expected);
  });

  it('stands on the built-in rules unless it says not to', () => {
    const rules = [{ ...BASE, id: 'built-in' }] as unknown as GuardPolicy['rules'];
    const known = { ...KNOWN, base: { ...BASE, rules } };
    const ids = (spec: string) => parseGuardPolicy(HEAD + spec, 'p', known).rules.map(({ id }) => id);
    expect(ids('spec: {rules: [{id: a, action: flag}]}')).toEqual(['built-in', 'a']);
    expect(ids('spec: {extends: nothing, rules: [{id: a, action: flag}]}')).toEqual(['a']);
  });
});

describe('guardCondition', () => {
  it.each<[string, boolean]>([
    ['channel == "web"', true],
    ['team == ""', true],
    ['region in ["EU", "UK"] && key.startsWith("ci-")', true],
    ['origin == "assistant"', false],
  ])('%s is %s', (when, expected) => {
    expect(guardCondition(when)({ origin: 'user', channel: 'web', region: 'EU', key: 'ci-7' })).toBe(expected);
  });

  it.each([
    ['int(team) < 3', ''],
    ['int(team) < 3', ' 1 '],
    ['int(team) < 300', '0x10'],
    ['int(team) > 3', '9223372036854775808'],
    ['uint(team) < uint(1)', ''],
    ['uint(team) > uint(1)', '-7'],
    ['double(team) < 3.0', ''],
    ['double(team) > 3.0', 'many'],
  ])('%s has no answer where the team is "%s"', (when, team) => {
    expect(() => guardCondition(when)({ origin: 'user', team })).toThrow();
  });

  it.each([
    ['int(team) == 7', '+7'],
    ['int(team) == -7', '-7'],
    ['uint(team) == uint(7)', '7'],
    ['double(team) == 0.5', '.5'],
    ['double(team) == 700.0', '7e2'],
  ])('%s is true where the team is "%s"', (when, team) => {
    expect(guardCondition(when)({ origin: 'user', team })).toBe(true);
  });

  it('holds no patterns, since it runs where everything runs', () => {
    expect(() => guardCondition('channel.matches("(a+)+$")')).toThrow(/matches/);
  });
});
