import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Check, CheckOutcome } from '../../src/domain/check.ts';
import { type Dossier, findingsIn } from '../../src/domain/dossier.ts';
import { type Finding, identityOf } from '../../src/domain/finding.ts';
import type { AdmissionPolicy, PolicyRule, Waiver } from '../../src/domain/policy.ts';
import { outcomeRank, type Verdict } from '../../src/domain/verdict.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import { activationOf } from '../../src/policy/activation.ts';
import { askConditions } from '../../src/policy/ask.ts';
import type { ConditionResult } from '../../src/policy/condition-result.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { builtInPolicy, PROFILE_TEXTS, type ProfileId } from '../../src/policy/profiles.ts';
import { bytesFor } from '../../src/policy/waived-bytes.ts';
import { cases } from '../support/deep.ts';
import {
  anyFinding,
  anyUse,
  artifactOf,
  checkOf,
  dossierOf,
  fileOf,
  findingThat,
  inProcess,
  policyOf,
  ruleThat,
} from './builders.ts';

const TODAY = '2026-11-23';
const EXPECTED = ['pickle-imports'];

async function judge(policy: AdmissionPolicy, dossier: Dossier, expectedAnalyzers = EXPECTED): Promise<Verdict> {
  const conditions = await askConditions(policy.rules, () => activationOf(policy, dossier, TODAY), inProcess);
  return evaluate(policy, dossier, { expectedAnalyzers, conditions, today: TODAY });
}

/** Of one finding, bound to the bytes that it is about. */
function boundWaiver(finding: Finding, { artifact }: Dossier, until?: string): Waiver {
  const bytes = bytesFor(artifact)(finding);
  const waiver = waiverOf(identityOf(finding), until);
  return bytes === 'any' || bytes === null ? waiver : { ...waiver, bytes };
}

function waiverOf(target: string, until = '2027-01-01'): Waiver {
  return { target, owner: 'A. Ruler', reason: 'Known.', until };
}

const PROFILES = Object.keys(PROFILE_TEXTS) as ProfileId[];

describe('a verdict', () => {
  it('asks whom the policy names, and whom those of its rules that hold name', async () => {
    const rules = [
      ruleThat('true', { id: 'law', outcome: 'review', review: { roles: ['legal'], people: 2 } }),
      ruleThat('false', { id: 'code', outcome: 'review', review: { roles: ['security'], people: 5 } }),
    ];
    const dossier = dossierOf([checkOf([])]);
    expect((await judge(policyOf({ rules }), dossier)).review).toEqual({ roles: ['legal'], people: 2 });
    const all = policyOf({ rules, review: { roles: ['reviewer'], people: 3 } });
    expect((await judge(all, dossier)).review).toEqual({ roles: ['reviewer', 'legal'], people: 3 });
    expect((await judge(policyOf(), dossier)).review).toBeUndefined();
  });
});

describe('under the built-in profiles', () => {
  const hosted = dossierOf([checkOf([])], {}, artifactOf([fileOf('a', 'claimed')]));
  const silent = (outcome: CheckOutcome) => dossierOf([checkOf(outcome)]);
  const internal = (says: 'unknown') =>
    dossierOf([checkOf([findingThat(says)])], { commercial: false, exposure: 'internal' });

  it.each<[string, Dossier, readonly [string, string, string]]>([
    ['nothing found', dossierOf([checkOf([])]), ['admit', 'admit', 'admit']],
    ['a note', dossierOf([checkOf([findingThat('note')])]), ['admit', 'admit', 'admit']],
    ['malicious code', dossierOf([checkOf([findingThat('malicious')])]), ['deny', 'deny', 'deny']],
    ['suspicious code', dossierOf([checkOf([findingThat('suspicious')])]), ['review', 'deny', 'review']],
    ['what wants a person', dossierOf([checkOf([findingThat('review')])]), ['review', 'review', 'review']],
    ['an open question', dossierOf([checkOf([findingThat('unknown')])]), ['review', 'deny', 'review']],
    ['an open question, inside and unsold', internal('unknown'), ['review', 'deny', 'admit']],
    ['what nobody could read', dossierOf([checkOf([findingThat('unscannable')])]), ['deny', 'deny', 'review']],
    ['a check that broke', silent({ kind: 'failed', reason: 'x', findings: [] }), ['deny', 'deny', 'review']],
    [
      'a check that lacked evidence',
      silent({ kind: 'unanswered', missing: ['hub-model'] }),
      ['review', 'deny', 'review'],
    ],
    [
      'a check that did not apply',
      silent({ kind: 'not-applicable', reason: 'no pickle' }),
      ['admit', 'admit', 'admit'],
    ],
    ['a check nobody asked', dossierOf([]), ['deny', 'deny', 'review']],
    [
      'malicious code before a check broke',
      silent({ kind: 'failed', reason: 'x', findings: [findingThat('malicious')] }),
      ['deny', 'deny', 'deny'],
    ],
    ['claimed digests', hosted, ['admit', 'review', 'admit']],
  ])('%s', async (_, dossier, expected) => {
    const verdicts = await Promise.all(PROFILES.map((id) => judge(builtInPolicy(id), dossier)));
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(expected);
  });

  it.each(PROFILES)('%s: adding a finding never makes a verdict kinder', async (id) => {
    const policy = builtInPolicy(id);
    const property = fc.asyncProperty(
      fc.array(anyFinding, { maxLength: 4 }),
      anyFinding,
      anyUse,
      async (some, extra, use) => {
        const before = await judge(policy, dossierOf([checkOf(some)], use));
        const after = await judge(policy, dossierOf([checkOf([...some, extra])], use));
        expect(outcomeRank(after.outcome)).toBeGreaterThanOrEqual(outcomeRank(before.outcome));
      },
    );
    await fc.assert(property);
  });

  it.each(PROFILES)('%s: a policy that extends it is never kinder', async (id) => {
    const base = builtInPolicy(id);
    const own = parsePolicy(
      `{apiVersion: weighbridge/v1, kind: AdmissionPolicy, metadata: {name: own, version: 1, description: Ours.}, spec: {extends: ${id}, silence: {unanswered: deny}}}`,
      'p',
    );
    const property = fc.asyncProperty(fc.array(anyFinding, { maxLength: 4 }), anyUse, async (some, use) => {
      const dossier = dossierOf([checkOf(some)], use);
      const [theirs, ours] = [await judge(base, dossier), await judge(own, dossier)];
      expect(outcomeRank(ours.outcome)).toBeGreaterThanOrEqual(outcomeRank(theirs.outcome));
    });
    await fc.assert(property, { numRuns: cases(50) });
  });
});

const anyResult: fc.Arbitrary<ConditionResult> = fc.oneof(
  fc.boolean().map((value): ConditionResult => ({ kind: 'answered', value, findings: [] })),
  fc.constant<ConditionResult>({ kind: 'failed', why: 'it broke' }),
);
const anyOutcome: fc.Arbitrary<CheckOutcome> = fc.oneof(
  fc.array(anyFinding, { maxLength: 3 }).map((findings): CheckOutcome => ({ kind: 'completed', findings })),
  fc.array(anyFinding, { maxLength: 3 }).map((findings): CheckOutcome => ({ kind: 'failed', reason: 'x', findings })),
  fc.constant<CheckOutcome>({ kind: 'unanswered', missing: ['hub-model'] }),
  fc.constant<CheckOutcome>({ kind: 'not-applicable', reason: 'x' }),
);
const anyChecks: fc.Arbitrary<readonly Check[]> = fc
  .uniqueArray(fc.constantFrom('pickle-imports', 'remote-code', 'secrets'), { maxLength: 3 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyOutcome.map((outcome) => checkOf(outcome, id)))));
const anySilence = fc.record({
  unanswered: fc.constantFrom('deny', 'review'),
  failed: fc.constantFrom('deny', 'review'),
  unscannable: fc.constantFrom('deny', 'review'),
});
const anyRule: fc.Arbitrary<PolicyRule> = fc
  .record({ id: fc.constantFrom('a', 'b', 'c'), outcome: fc.constantFrom('deny', 'review') })
  .map((details) => ruleThat('true', details));

describe('under any policy', () => {
  it('adding a rule never makes a verdict kinder', () => {
    fc.assert(
      fc.property(
        anyChecks,
        anySilence,
        fc.array(anyRule),
        anyRule,
        anyResult,
        anyResult,
        (checks, silence, rules, extra, some, its) => {
          const conditions = new Map([...rules.map(({ id }) => [id, some] as const), ['extra', its] as const]);
          const judged = (all: readonly PolicyRule[]) =>
            evaluate(policyOf({ silence, rules: all }), dossierOf(checks), {
              expectedAnalyzers: EXPECTED,
              conditions,
              today: TODAY,
            });
          const after = judged([...rules, { ...extra, id: 'extra' }]);
          expect(outcomeRank(after.outcome)).toBeGreaterThanOrEqual(outcomeRank(judged(rules).outcome));
        },
      ),
    );
  });

  it('a check that was never asked, broke, or lacked evidence never admits, nor does what nobody could read', () => {
    fc.assert(
      fc.property(anyChecks, anySilence, (checks, silence) => {
        const { outcome } = evaluate(policyOf({ silence }), dossierOf(checks), {
          expectedAnalyzers: EXPECTED,
          conditions: new Map(),
          today: TODAY,
        });
        const asked = checks.some(({ analyzer }) => analyzer === 'pickle-imports');
        const silent = checks.some((check) => check.outcome.kind === 'failed' || check.outcome.kind === 'unanswered');
        const unread = findingsIn({ checks }).some(({ says }) => says === 'unscannable');
        expect(outcome === 'admit').toBe(asked && !silent && !unread);
      }),
    );
  });

  it('waivers of all that is silent or unread admit, until their last day is over', () => {
    fc.assert(
      fc.property(anyChecks, anySilence, (checks, silence) => {
        const dossier = dossierOf(checks);
        const silent = [...EXPECTED, ...checks.map(({ analyzer }) => analyzer)].map((id) => `check:${id}`);
        const waiversTo = (until: string): readonly Waiver[] => [
          ...findingsIn(dossier).map((finding) => boundWaiver(finding, dossier, until)),
          ...silent.map((target) => waiverOf(target, until)),
        ];
        const judged = (until: string) =>
          evaluate(policyOf({ silence, waivers: waiversTo(until) }), dossier, {
            expectedAnalyzers: EXPECTED,
            conditions: new Map(),
            today: TODAY,
          });
        expect(judged(TODAY).outcome).toBe('admit');
        expect(judged('2026-11-22')).toMatchObject({ reasons: judged('2020-01-01').reasons });
        expect(judged('2026-11-22').waivers.every(({ state }) => state === 'expired')).toBe(true);
      }),
    );
  });
});

describe('a waiver', () => {
  const malicious = findingThat('malicious');
  const dossier = dossierOf([checkOf([malicious, findingThat('suspicious')])]);

  it('takes its finding away before any condition is asked, and no other', async () => {
    const policy = { ...builtInPolicy('default'), waivers: [boundWaiver(malicious, dossier)] };
    const verdict = await judge(policy, dossier);
    expect(verdict.outcome).toBe('review');
    expect(verdict.reasons.map(({ id }) => id)).toEqual(['suspicious-code']);
    expect(verdict.waivers).toMatchObject([{ state: 'applied' }]);
  });

  it.each<[string, Waiver, string]>([
    ['of nothing that is there', waiverOf('0'.repeat(32)), 'unmatched'],
    ['of a check that answered', waiverOf('check:pickle-imports'), 'unmatched'],
    ['whose day is over', boundWaiver(malicious, dossier, '2026-11-22'), 'expired'],
    ['that names no bytes', waiverOf(identityOf(malicious)), 'unbound'],
    ['of other bytes', { ...boundWaiver(malicious, dossier), bytes: digestOf('other') }, 'changed'],
  ])('%s changes nothing, and says so', async (_, waiver, state) => {
    const verdict = await judge({ ...builtInPolicy('default'), waivers: [waiver] }, dossier);
    expect([verdict.outcome, verdict.waivers[0]?.state]).toEqual(['deny', state]);
  });

  it('of a check does not waive what the broken check found', async () => {
    const broken = dossierOf([checkOf({ kind: 'failed', reason: 'x', findings: [malicious] })]);
    const verdict = await judge({ ...builtInPolicy('default'), waivers: [waiverOf('check:pickle-imports')] }, broken);
    expect(verdict.reasons.map(({ id }) => id)).toEqual(['malicious-code']);
  });
});

describe('a ground', () => {
  it('names the findings that it rests on', async () => {
    const [bad, worse, note] = [
      findingThat('malicious'),
      findingThat('malicious', { operation: 'x' }),
      findingThat('note'),
    ];
    const verdict = await judge(builtInPolicy('default'), dossierOf([checkOf([bad, note, worse])]));
    expect(verdict.reasons[0]?.findings).toEqual([bad, worse].map(identityOf));
  });

  it('names none when it rests on no finding, or on several together', async () => {
    const rules = [
      ruleThat('use.commercial || findings.size() > 7', { id: 'use' }),
      ruleThat('findings.size() > 1', { id: 'together' }),
    ];
    const verdict = await judge(
      policyOf({ rules }),
      dossierOf([checkOf([findingThat('note'), findingThat('review')])]),
    );
    expect(verdict.reasons.map(({ findings }) => findings)).toEqual([[], []]);
  });

  it.each([
    ['nope > 1', 'unresolved attribute'],
    ['findings.size()', 'it gave a number, not true or false'],
    ['{"a": 1}', 'it gave a map, not true or false'],
    ['1 / 0 == 1', 'divi'],
    ['true &&', 'found & but expecting end of input'],
  ])('stands when a condition cannot be evaluated: %s', async (when, why) => {
    const { outcome, reasons } = await judge(
      policyOf({ rules: [ruleThat(when, { line: 12 })] }),
      dossierOf([checkOf([])]),
    );
    expect(outcome).toBe('deny');
    expect(reasons).toMatchObject([{ kind: 'rule-failed', id: 'rule', why: expect.stringContaining(why) }]);
  });

  it('leads with what is malicious, whatever else could not be read', async () => {
    const findings = [findingThat('unscannable'), findingThat('malicious', { severity: 'critical' })];
    const { reasons } = await judge(builtInPolicy('default'), dossierOf([checkOf(findings)]));
    expect(reasons.map(({ kind }) => kind).slice(0, 2)).toEqual(['rule', 'unscannable']);
  });

  it('stands when a condition was never asked', () => {
    const verdict = evaluate(policyOf({ rules: [ruleThat('true')] }), dossierOf([checkOf([])]), {
      expectedAnalyzers: [],
      conditions: new Map(),
      today: TODAY,
    });
    expect(verdict.reasons).toMatchObject([{ kind: 'rule-failed', outcome: 'deny' }]);
  });
});

describe('an admission of claimed bytes', () => {
  it.each<[string, 'malicious' | 'review' | 'note', readonly string[]]>([
    ['bears the duty to verify them', 'note', ['b']],
    ['bears it when a person must still rule', 'review', ['b']],
    ['is no admission when it is denied', 'malicious', []],
  ])('%s', async (_, says, files) => {
    const artifact = artifactOf([fileOf('a'), fileOf('b', 'claimed')]);
    const verdict = await judge(builtInPolicy('default'), dossierOf([checkOf([findingThat(says)])], {}, artifact));
    expect(verdict.duties.flatMap((duty) => duty.files)).toEqual(files);
  });
});
