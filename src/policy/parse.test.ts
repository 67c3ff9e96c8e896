import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../test/support/any-text.ts';
import { cases } from '../../test/support/deep.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { parsePolicy } from './parse.ts';
import { builtInPolicy, PROFILE_TEXTS, type ProfileId } from './profiles.ts';

const HEAD = `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: mine, version: 1, description: Ours.}
`;
const SPEC = 'spec: {extends: default, rules: [';

function mistakesIn(text: string): readonly string[] {
  try {
    parsePolicy(text, 'p.yaml');
    return [];
  } catch (error) {
    if (error instanceof WeighbridgeError && error.code === 'policy-invalid') return error.detail.split('\n');
    throw error;
  }
}

function ruleText(fields: string): string {
  return `${HEAD}spec:
  extends: default
  rules:
    - {id: a, outcome: deny, why: x, remedy: y, ${fields}}
`;
}

describe('a policy file with a mistake', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['1:1: the file is empty']],
    ['no map', '- a', ['1:1: the file must be a map of fields']],
    ['no YAML', 'a: [', ['1:5: flow sequence in block collection must be sufficiently indented and end with a ]']],
    ['a key twice', 'a: 1\na: 2', ['2:1: map keys must be unique']],
    ['two documents', `${HEAD}---\na: 1\n`, ['4:1: a file holds one document']],
    [
      'an alias',
      'a: &x 1\nb: *x',
      [
        '1:7: anchors are not allowed; write the value where it is needed',
        '2:4: aliases are not allowed; write the value out',
      ],
    ],
    ['a tag', 'a: !js 1', ['1:4: unresolved tag: !js']],
    ['a key that is no word', '1: 2', ['1:1: a key must be a word']],
    ['a control character', 'a: "\u0007"', ['1:5: this character must not stand in a text file']],
    [
      'missing parts',
      'apiVersion: weighbridge/v1\nkind: AdmissionPolicy',
      ['1:1: metadata is missing', '1:1: spec is missing'],
    ],
    [
      'another kind',
      `${HEAD.replace('AdmissionPolicy', 'GuardPolicy')}spec: {extends: default}`,
      ['2:7: kind must be AdmissionPolicy'],
    ],
    [
      'an unknown field',
      `${HEAD}spec: {extends: default, validdays: 3}`,
      ['4:26: unknown field validdays; did you mean validDays?'],
    ],
    [
      'types',
      `${HEAD}spec: {extends: default, validDays: many, rules: 3}`,
      ['4:37: spec.validDays must be a number', '4:50: spec.rules must be a list'],
    ],
    [
      'no silence',
      `${HEAD}spec: {validDays: 3, silence: {failed: deny}}`,
      ['4:31: spec.silence.unanswered is missing', '4:31: spec.silence.unscannable is missing'],
    ],
    [
      'silence as consent',
      `${HEAD}spec: {extends: default, silence: {failed: admit}}`,
      ['4:44: spec.silence.failed must be deny or review'],
    ],
    [
      'kinder than what it extends',
      `${HEAD}spec: {extends: strict, silence: {failed: review}}`,
      ['4:43: spec.silence.failed must be deny: a policy may not be kinder than the profile it extends'],
    ],
    [
      'longer than what it extends',
      `${HEAD}spec: {extends: strict, validDays: 31}`,
      ['4:36: spec.validDays must be at most 30, as in the profile it extends'],
    ],
    [
      'more patient with findings than what it extends',
      `${HEAD}spec: {extends: strict, followUp: {days: {high: 15}}}`,
      ['4:49: spec.followUp.days.high must be at most 14, as in the profile it extends'],
    ],
    [
      'kinder to what lapses than what it extends',
      `${HEAD}spec: {extends: strict, followUp: {lapse: {duty: hold}}}`,
      ['4:50: spec.followUp.lapse.duty must be withdraw: a policy may not be kinder than the profile it extends'],
    ],
    [
      'a rule that admits',
      ruleText('when: "true"').replace('deny', 'admit'),
      ['7:24: spec.rules[0].outcome must be deny or review'],
    ],
    [
      'a rule twice',
      `${HEAD}${SPEC}{id: a, when: "true", outcome: deny, why: x, remedy: y},\n {id: a, when: "true", outcome: deny, why: x, remedy: y}]}`,
      ['5:7: a rule called a stands on line 4'],
    ],
    [
      'a rule of the profile',
      ruleText('when: "true"').replace('id: a', 'id: malicious-code'),
      ['7:12: a rule called malicious-code stands in the profile default'],
    ],
    [
      'a day that never was',
      `${HEAD}spec: {extends: default, waivers: [{target: check:a, owner: x, reason: y, until: 2026-02-30}]}`,
      ['4:82: spec.waivers[0].until must be a day that exists, as in 2027-03-31'],
    ],
    [
      'a waiver of nothing',
      `${HEAD}spec: {extends: default, waivers: [{target: all, owner: x, reason: y, until: 2026-02-28}]}`,
      ["4:45: spec.waivers[0].target must be a finding's identity (32 hexadecimal digits) or check:<analyzer>"],
    ],
    ['a hostile field', `${HEAD}"a\\u202Eb": 1\nspec: {extends: default}`, ['4:1: unknown field a<U+202E>b']],
    ['a key of every object', `${HEAD}__proto__: 1\nspec: {extends: default}`, ['4:1: unknown field __proto__']],
    [
      'half a character',
      ruleText('when: "true"').replace('why: x', 'why: "\\uD800"'),
      ['7:35: spec.rules[0].why holds half a character'],
    ],
    [
      'several',
      ruleText('when: nope, foo: 1').replace('deny', 'no'),
      [
        '7:24: spec.rules[0].outcome must be deny or review',
        '7:53: there is no nope; there is findings, checks, files, use, artifact, licence, scores',
        '7:59: unknown field foo',
      ],
    ],
  ])('says where: %s', (_, text, expected) => {
    expect(mistakesIn(text)).toEqual(expected.map((line) => `p.yaml:${line}`));
  });

  it.each<[string, string, string]>([
    ['a plain text', 'when: use.commercial && use.nope', '7:77'],
    ['single quotes, with a quote in it', "when: 'use.purpose == ''x'' && use.nope'", '7:84'],
    ['double quotes, with escapes', 'when: "use.purpose == \\"x\\" \\x26& use.nope"', '7:87'],
    ['two lines', 'when: "use.commercial\n     && use.nope"', '8:13'],
  ])('points into a condition written as %s', (_, when, place) => {
    expect(mistakesIn(ruleText(when))).toEqual([
      expect.stringMatching(new RegExp(`^p.yaml:${place}: use has no field nope`)),
    ]);
  });

  it.each([
    ['use.commercial == 1', 'true or false is never a number'],
    ['use.monthlyUsers == "5"', 'a number is never a string'],
    ['use.purpose < 3', 'a string is never a number'],
    ['1 + 1', 'the condition gives a number, and should give true or false'],
    ['findings.exists(f, f.severityRank == "high")', 'a number is never a string'],
  ])('refuses %s, which would never fire', (when, sentence) => {
    expect(mistakesIn(ruleText(`when: '${when}'`))).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    'use.regulatedDomain == null',
    'use.monthlyUsers + 1 > 5',
    'use.purpose + "x" == "ax"',
    'use.monthlyUsers == 5.0',
  ])('takes %s', (when) => {
    expect(mistakesIn(ruleText(`when: '${when}'`))).toEqual([]);
  });

  it.each(['|', '|-', '>', '>-', '|2 # why'])('points into a block condition written with %s', (style) => {
    const text = `${HEAD}spec:
  extends: default
  rules:
    - id: a
      when: ${style}
        // first the use
        use.commercial &&

          use.nope
      outcome: deny
      why: x
      remedy: y
`;
    expect(mistakesIn(text)).toEqual([expect.stringMatching(/^p.yaml:12:15: use has no field nope/)]);
  });

  it('shows twenty mistakes and counts the rest', () => {
    const fields = Array.from({ length: 30 }, (_, at) => `x${at}: 1`).join('\n');
    const lines = mistakesIn(`${HEAD}spec: {extends: default}\n${fields}`);
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('and 10 more');
  });
});

describe('a file made to hurt the parser', () => {
  it.each<[string, string]>([
    ['brackets', '['.repeat(1_000_000)],
    ['maps in maps', '{a: '.repeat(200_000)],
    ['lists in a line', '- '.repeat(500_000)],
    ['keys in a line', '? '.repeat(500_000)],
    ['maps by indentation', Array.from({ length: 1300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['lists by indentation', Array.from({ length: 500 }, (_, at) => `${' '.repeat(at * 2)}-`).join('\n')],
    ['many keys', Array.from({ length: 60_000 }, (_, at) => `k${at}: 1`).join('\n')],
    ['many anchors', '&a '.repeat(300_000)],
    ['an alias bomb', `a: &a [x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a, *a]`).join('\n')}`],
    ['wrong escapes', `"${'\\x'.repeat(100_000)}"`],
    ['too large', `# ${'x'.repeat(1024 * 1024)}`],
    ['too large in UTF-8', `# ${'é'.repeat(600_000)}`],
  ])('is refused: %s', (_, text) => {
    expect(mistakesIn(text)[0]).toMatch(/^p\.yaml:\d+:\d+: /);
  });
});

describe('a policy', () => {
  it.each(Object.keys(PROFILE_TEXTS) as ProfileId[])('is built in as %s, named like its text', (id) => {
    expect(builtInPolicy(id)).toMatchObject({ id, version: 4, waivers: [] });
  });

  it('keeps its digest when comments and spacing change, and changes it with any word', () => {
    const { digest } = builtInPolicy('default');
    const spaced = PROFILE_TEXTS.default.replace('spec:', '# spec\n\nspec:').replace('when: ', 'when: >\n        ');
    expect(parsePolicy(spaced, 'p.yaml').digest).toBe(digest);
    expect(parsePolicy(PROFILE_TEXTS.default.replace('validDays: 90', 'validDays: 91'), 'p.yaml').digest).not.toBe(
      digest,
    );
    expect(parsePolicy(PROFILE_TEXTS.default.replace('waivers: []', ''), 'p.yaml').digest).toBe(digest);
  });

  it('that extends a profile has its rules first, and its silence where it says nothing', () => {
    const base = builtInPolicy('research');
    const own = parsePolicy(ruleText('when: "use.personalData"').replace('default', 'research'), 'p.yaml');
    expect(own.rules.slice(0, -1)).toEqual(base.rules);
    expect(own.rules.at(-1)).toEqual({
      id: 'a',
      when: 'use.personalData',
      outcome: 'deny',
      why: 'x',
      remedy: 'y',
      line: 7,
    });
    expect([own.silence, own.validDays]).toEqual([base.silence, base.validDays]);
  });

  it('names who must rule, in all or by rule, and asks for no fewer than what it extends', () => {
    const text = (spec: string, review: string) =>
      ruleText(`when: "use.personalData", review: ${review}`)
        .replace('outcome: deny', 'outcome: review')
        .replace('extends: default', `extends: default\n  ${spec}`);
    const own = parsePolicy(text('review: {people: 3}', '{roles: [security, legal, legal]}'), 'p.yaml');
    expect([own.review, own.rules.at(-1)?.review]).toEqual([
      { roles: [], people: 3 },
      { roles: ['security', 'legal'], people: 2 },
    ]);
    const other = parsePolicy(text('review: {people: 3}', '{roles: [security]}'), 'p.yaml');
    expect(other.digest).not.toBe(own.digest);
    const wrong = text('review: {people: 1}', '{roles: [admin]}').replace('outcome: review', 'outcome: deny');
    expect(mistakesIn(wrong).map((line) => line.replace(/^p.yaml:\d+:\d+: /, ''))).toEqual([
      'spec.review.people must be at least 2',
      'spec.rules[0].review.roles[0] must be reviewer or security or legal',
    ]);
    const [denies = ''] = mistakesIn(ruleText('when: "use.personalData", review: {people: 2}'));
    expect(denies).toContain('a rule that denies leaves nothing to people');
  });

  it('of any text is a policy, or policy-invalid at a line and column', () => {
    const cut = fc
      .tuple(fc.nat(PROFILE_TEXTS.strict.length), fc.nat(20), fc.string())
      .map(([at, length, text]) => PROFILE_TEXTS.strict.slice(0, at) + text + PROFILE_TEXTS.strict.slice(at + length));
    const words = fc
      .array(
        fc.constantFrom(
          'spec:',
          'rules:',
          '- ',
          'when: ',
          '{',
          '}',
          '[',
          ']',
          '\n',
          '  ',
          '"',
          "'",
          '|',
          '&a',
          '*a',
          '!!set',
          '? ',
          '#',
          '<<: ',
          'null',
          '1',
        ),
      )
      .map((all) => HEAD + all.join(''));
    fc.assert(
      fc.property(fc.oneof(cut, words, anyText()), (text) => {
        const lines = mistakesIn(text).filter((line) => !line.startsWith('and '));
        for (const line of lines) expect(line).toMatch(/^p\.yaml:[1-9]\d*:[1-9]\d*: \S/);
      }),
      { numRuns: cases(250) },
    );
  });
});
