import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseRulePack } from '../../src/policy/rule-pack.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const ajv = new Ajv2020({ strict: true, strictRequired: false });
const validate = ajv.compile(JSON.parse(read('schemas/rule-pack-v1.schema.json')) as object);
const PACK = /```yaml\n([\s\S]*?)```/.exec(read('docs/how-to/write-a-rule-pack.md'))?.[1] ?? '';

/** Patterns and examples are no matter of a schema. */
function parses(text: string): boolean {
  let firing = false;
  try {
    const fires: Parameters<typeof parseRulePack>[2]['fires'] = (rule, example) => rule.fires.includes(example);
    parseRulePack(text, 'p.yaml', { patternMistake: () => null, fires });
    firing = true;
  } catch {
    firing = false;
  }
  return firing;
}

describe('the schema for rule packs', () => {
  it('takes what the parser takes', () => {
    expect(parses(PACK)).toBe(true);
    expect([validate(parse(PACK)), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ['name: acme', 'name: Acme Corp'],
    ['version: 1', 'version: 0'],
    ['says: review', 'says: unscannable'],
    ['severity: medium', 'severity: bad'],
    ['fact: setting', 'fact: bytes'],
    ['ignoreCase: true', 'ignoreCase: 1'],
    ['CWE-200', 'ftp://x'],
    ['kind: RulePack', 'kind: Pack'],
    ["pattern: '\\.acme\\.internal\\b'", "pattern: ''"],
    ['      any:\n', '      some:\n'],
  ])('refuses what the parser refuses: %s as %s', (from, to) => {
    const text = PACK.replace(from, to);
    expect(text).not.toBe(PACK);
    expect([parses(text), validate(parse(text))]).toEqual([false, false]);
  });
});
