import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parsePolicy } from '../../src/policy/parse.ts';
import { PROFILE_TEXTS } from '../../src/policy/profiles.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/admission-policy-v1.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function parses(text: string): boolean {
  try {
    parsePolicy(text, 'p.yaml');
    return true;
  } catch {
    return false;
  }
}

const OWN = `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: own, version: 2, description: Ours.}
spec:
  extends: strict
  rules:
    - {id: no-personal-data, when: use.personalData, outcome: review, why: A reason., remedy: A way out.}
  waivers:
    - {target: 00112233445566778899aabbccddeeff, owner: A. Ruler, reason: Looked at., until: 2027-02-28}
`;

describe('the schema for policy files', () => {
  it.each(Object.entries({ ...PROFILE_TEXTS, own: OWN }))('takes what the parser takes: %s', (_, text) => {
    expect(parses(text)).toBe(true);
    expect([validate(parse(text)), validate.errors]).toEqual([true, null]);
  });

  it.each<[string, string, string]>([
    ['an unknown field', 'validDays:', 'validdays:'],
    ['no version', 'version: 4', 'versions: 4'],
    ['silence that admits', 'failed: deny', 'failed: admit'],
    ['a silence left out', 'unscannable: deny', ''],
    ['a rule that admits', 'outcome: deny', 'outcome: admit'],
    ['a name with a space', 'name: default', 'name: my policy'],
    ['a consequence of its own', 'duty: hold', 'duty: shout'],
    ['one person to rule', 'roles: [legal]', 'people: 1'],
    ['a role nobody has', 'roles: [legal]', 'roles: [pope]'],
    ['days of a word', 'validDays: 90', 'validDays: many'],
  ])('refuses what the parser refuses: %s', (_, from, to) => {
    const text = PROFILE_TEXTS.default.replace(from, to);
    expect(text).not.toBe(PROFILE_TEXTS.default);
    expect([parses(text), validate(parse(text))]).toEqual([false, false]);
  });
});
