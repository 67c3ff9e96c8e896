import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openGuard } from '../../src/app/guard.ts';

const page = readFileSync(new URL('../../docs/how-to/guard-texts.md', import.meta.url), 'utf8');
const policy = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const schema: object = JSON.parse(
  readFileSync(new URL('../../schemas/guard-policy-v1.schema.json', import.meta.url), 'utf8'),
);

describe('without a policy', () => {
  it('tells names, dates and links of an ordinary letter, and lets it through', async () => {
    const guard = await openGuard({ policy: null, clock: () => 0 });
    const letter = 'Dear Anna, the minutes of 12 March 2024 are at https://intranet.example.org/minutes.';
    const { action, findings, text } = guard.check(letter, { origin: 'user' });
    expect([action, text]).toEqual(['allow', letter]);
    expect(findings.map(({ type, action }) => [type, action])).toEqual([
      ['PERSON', 'note'],
      ['DATE_TIME', 'note'],
      ['URL', 'note'],
    ]);
  });
});

describe('a policy that asks for mail addresses and cards only', () => {
  it('gets them, and nothing else is looked for', async () => {
    const text = `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: {name: light, version: 1, description: ours}
spec: {extends: nothing, rules: [{id: some, types: [EMAIL_ADDRESS, CREDIT_CARD], action: redact}]}`;
    const guard = await openGuard({ policy: { name: 'light', text }, clock: () => 0 });
    const said = 'mail jo@example.org or call +1 212 555 0187, card 4539 1488 0343 6467';
    const redacted = 'mail [EMAIL_ADDRESS] or call +1 212 555 0187, card [CREDIT_CARD]';
    const { text: released, findings } = guard.check(said, { origin: 'user' });
    expect(released).toBe(redacted);
    expect(findings.map(({ type }) => type)).toEqual(['EMAIL_ADDRESS', 'CREDIT_CARD']);
  });
});

describe('the policy of the documents', () => {
  it('is one, and does what it says', async () => {
    const guard = await openGuard({ policy: { name: 'page', text: policy }, clock: () => 0 });
    const act = (text: string, origin: 'user' | 'assistant') => guard.check(text, { origin });
    expect(act('Acme does that too', 'assistant')).toMatchObject({ action: 'block' });
    expect(act('mail ann@company.org please', 'user').text).toBe('mail <EMAIL_ADDRESS_1> please');
    expect(act('mail help@example.com please', 'user')).toMatchObject({ action: 'allow' });
  });

  it('keeps to the schema, which refuses what is none', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(parse(policy))).toBe(true);
    expect(validate({ ...parse(policy), kind: 'AdmissionPolicy' })).toBe(false);
    expect(validate({ ...parse(policy), spec: { rules: [{ id: 'a', action: 'burn' }] } })).toBe(false);
  });
});
