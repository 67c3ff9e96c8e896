import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admitted, check, completed, denied, hostile, proven, reviewed } from '../../test/reports/example-vetting.ts';
import type { Origin } from '../domain/artifact.ts';
import type { CheckOutcome } from '../domain/check.ts';
import { assembleDossier, type Dossier } from '../domain/dossier.ts';
import { type EvidenceKind, evidenceOf } from '../domain/evidence.ts';
import type { Finding, Says } from '../domain/finding.ts';
import { aggregateOf, type ScoredCheck } from '../domain/scorecard.ts';
import type { Json } from '../kernel/json.ts';
import { renderReport } from '../reports/table.ts';
import { SCORE_ROWS, scoreModel } from './scorecard.ts';

const AT = '2026-11-27T00:00:00.000Z';
const COMMIT = 'ab'.repeat(20);
const FOLDER: Origin = { source: 'directory', name: 'm', revision: null, requested: null };
const HUB: Origin = { source: 'hf', name: 'a/b', revision: COMMIT, requested: COMMIT };

function finding(rule: string, says: Says = 'note', operation?: string): Finding {
  const rest = operation === undefined ? {} : { operation };
  return { rule, says, severity: 'low', confidence: 'certain', message: 'x', evidence: [], ...rest };
}

interface Wish {
  readonly origin?: Origin;
  readonly files?: Dossier['artifact']['files'];
  readonly checks?: Readonly<Record<string, CheckOutcome>>;
  readonly hub?: Json;
}

function dossierOf({ origin = FOLDER, files = [], checks = {}, hub }: Wish): Dossier {
  const base = admitted().dossier;
  return assembleDossier({
    ...base,
    artifact: { ...base.artifact, origin, files },
    checks: Object.entries(checks).map(([analyzer, outcome]) => check(analyzer, '?', outcome)),
    evidence: hub === undefined ? [] : [evidenceOf('hub-model', 'hub', AT, hub)],
  });
}

const weights = (kind: 'safetensors' | 'pickle' | 'hdf5', more = {}) =>
  proven(`w.${kind}`, 9, { kind, role: 'weights', ...more });
const found = (...findings: readonly Finding[]) => completed(...findings);
const CLAIMED = { digest: { kind: 'claimed', sha256: admitted().dossier.digest, by: 'hub' } } as const;
const UNKNOWN = { digest: { kind: 'unknown', reason: 'x' } } as const;

describe('the scorecard', () => {
  it('has the eighteen checks and the weights of its publication', () => {
    const weightsOf = (weight: number) =>
      SCORE_ROWS.filter((row) => row.weight === weight)
        .map(({ id }) => id)
        .sort();
    expect(SCORE_ROWS).toHaveLength(18);
    expect(weightsOf(10)).toEqual(['integrity', 'licence-resolved', 'no-remote-code', 'safe-formats']);
    expect(weightsOf(7.5)).toEqual([
      'data-declared',
      'lineage-consistent',
      'pinned-revision',
      'requirements-without-advisories',
      'safety-evaluated',
      'signed',
    ]);
    expect(weightsOf(5)).toEqual([
      'card-complete',
      'hub-scan',
      'maintained',
      'publisher-identity',
      'results-reported',
      'template-safe',
    ]);
    expect(weightsOf(2.5)).toEqual(['base-not-superseded', 'gate-terms']);
  });

  it.each([
    ['denied', denied()],
    ['reviewed', reviewed()],
    ['admitted', admitted()],
    ['hostile', hostile('\u202E</script>')],
  ])('of the %s model can be computed again from the JSON report alone', (_, vetting) => {
    const { scorecard } = JSON.parse(renderReport('json', vetting));
    expect(scorecard.checks).toHaveLength(18);
    expect(scorecard.aggregate).toBe(aggregateOf(scorecard.checks));
    for (const { id, inputs, score, reason } of scorecard.checks as ScoredCheck[]) {
      const row = SCORE_ROWS.find((one) => one.id === id);
      expect(row?.score(inputs), id).toEqual({ score, reason });
    }
  });

  it('knows nothing of an empty dossier, and says so', () => {
    const { aggregate, checks } = scoreModel({ dossier: dossierOf({}), at: AT });
    expect(aggregate).toBeNull();
    for (const { id, score } of checks) expect(score, id).toBeNull();
  });

  it.each<[string, Wish, number | null]>([
    ['safe-formats', { files: [weights('safetensors')] }, 10],
    ['safe-formats', { files: [weights('safetensors'), weights('hdf5')] }, 7],
    ['safe-formats', { files: [weights('pickle')], checks: { 'pickle-imports': found() } }, 4],
    [
      'safe-formats',
      { files: [weights('pickle')], checks: { 'pickle-imports': found(finding('pickle-imports/x', 'suspicious')) } },
      2,
    ],
    [
      'safe-formats',
      { files: [weights('pickle')], checks: { 'pickle-imports': found(finding('pickle-imports/x', 'malicious')) } },
      0,
    ],
    ['safe-formats', { files: [weights('safetensors', { coverage: 'none' })] }, null],
    ['no-remote-code', { checks: { 'remote-code': found() } }, 10],
    ['no-remote-code', { checks: { 'remote-code': found(finding('remote-code/x', 'suspicious')) } }, 2],
    ['no-remote-code', { checks: { 'remote-code': { kind: 'failed', reason: 'x', findings: [] } } }, null],
    [
      'no-remote-code',
      { checks: { 'remote-code': { kind: 'failed', reason: 'x', findings: [finding('remote-code/x', 'malicious')] } } },
      0,
    ],
    ['integrity', { files: [weights('safetensors')] }, null],
    ['integrity', { origin: HUB, files: [weights('safetensors')] }, 10],
    ['integrity', { origin: HUB, files: [weights('safetensors', CLAIMED)] }, 7],
    ['integrity', { origin: HUB, files: [weights('safetensors', UNKNOWN)] }, 3],
    [
      'integrity',
      {
        origin: HUB,
        files: [weights('safetensors')],
        checks: { digests: found(finding('digests/mismatch', 'malicious')) },
      },
      0,
    ],
    ['integrity', { files: [weights('safetensors')], checks: { identity: found(finding('identity/signed')) } }, 10],
    ['licence-resolved', { checks: { 'licence-claim': found(finding('licence-claim/none', 'unknown')) } }, 0],
    ['licence-resolved', { checks: { 'licence-claim': found() } }, 10],
    ['licence-resolved', { checks: { 'licence-claim': found(), licence: found(finding('licence/x', 'review')) } }, 4],
    ['pinned-revision', { origin: HUB }, 10],
    ['pinned-revision', { origin: { ...HUB, requested: 'main' } }, 5],
    ['pinned-revision', { origin: { ...HUB, source: 'https', revision: null, requested: null } }, 0],
    ['signed', { checks: { identity: found(finding('identity/signed')) } }, 10],
    ['signed', { checks: { identity: found(finding('identity/signed-by-stranger')) } }, 1],
    ['signed', { checks: { identity: found(finding('identity/commit-signed')) } }, 5],
    ['signed', { checks: { identity: found(finding('identity/signature-incomplete', 'review')) } }, 3],
    ['signed', { checks: { identity: found(finding('identity/unsigned')) } }, 0],
    [
      'signed',
      { checks: { identity: found(finding('identity/signed'), finding('identity/signature-invalid', 'review')) } },
      0,
    ],
    ['lineage-consistent', { checks: { lineage: found(finding('lineage/confirmed')) } }, 10],
    ['lineage-consistent', { checks: { lineage: found(finding('lineage/hidden-base', 'review')) } }, 0],
    ['lineage-consistent', { checks: { lineage: found() } }, null],
    [
      'requirements-without-advisories',
      { checks: { vulnerabilities: found(finding('vulnerabilities/critical', 'review')) } },
      0,
    ],
    [
      'requirements-without-advisories',
      { checks: { vulnerabilities: { kind: 'unanswered', missing: ['hub-model'] } } },
      null,
    ],
    ['card-complete', { checks: { card: found(finding('card/none')) } }, 0],
    [
      'card-complete',
      {
        checks: {
          card: found(finding('card/no-contact'), finding('card/no-limits'), finding('card/no-safety-evaluation')),
        },
      },
      7,
    ],
    ['results-reported', { checks: { card: found(finding('card/results-without-source')) } }, 5],
    ['safety-evaluated', { checks: { card: found(finding('card/no-safety-evaluation')) } }, 0],
    [
      'safety-evaluated',
      {
        checks: {
          card: found(),
          'external-evidence': found(finding('external-evidence/counts', 'note', 'safety-report x')),
        },
      },
      8,
    ],
    ['publisher-identity', { origin: HUB, checks: { identity: found(finding('identity/look-alike', 'review')) } }, 0],
    ['publisher-identity', { origin: HUB }, 5],
    ['maintained', { hub: { lastModified: '2026-11-01T00:00:00Z' } }, 10],
    ['maintained', { hub: { lastModified: '2025-01-01T00:00:00Z' } }, 3],
    ['maintained', { hub: { lastModified: 'soon' } }, null],
    ['hub-scan', { hub: { securityRepoStatus: { scansDone: true, filesWithIssues: [] } } }, 10],
    [
      'hub-scan',
      { hub: { securityRepoStatus: { scansDone: true, filesWithIssues: [{ path: 'x', level: 'unsafe' }] } } },
      0,
    ],
    ['hub-scan', { hub: { securityRepoStatus: { scansDone: false, filesWithIssues: [] } } }, null],
    ['template-safe', { checks: { 'chat-template': found() } }, 10],
    ['template-safe', { checks: { 'chat-template': { kind: 'not-applicable', reason: 'x' } } }, null],
    ['gate-terms', { hub: { gated: false } }, null],
    ['gate-terms', { hub: { gated: 'manual' } }, 0],
    ['gate-terms', { hub: { gated: 'auto', cardData: { extra_gated_prompt: 'Agree.' } } }, 5],
    ['base-not-superseded', { hub: { cardData: {} } }, 10],
    ['base-not-superseded', { hub: { cardData: { new_version: 'a/c' } } }, 3],
  ])('gives %s of %j', (id, wish, expected) => {
    const { checks } = scoreModel({ dossier: dossierOf(wish), at: AT });
    expect(checks.find((one) => one.id === id)?.score).toBe(expected);
  });

  it('names critical checks below 5, whatever the rest', () => {
    const dossier = dossierOf({ files: [weights('pickle')], checks: { 'remote-code': found() } });
    expect(scoreModel({ dossier, at: AT }).standOut).toEqual(['safe-formats']);
  });

  it('weighs what has a score and nothing else', () => {
    const weight = fc.constantFrom(10, 7.5, 5, 2.5) as fc.Arbitrary<10 | 7.5 | 5 | 2.5>;
    const scoredCheck = fc.record({ weight, score: fc.option(fc.integer({ min: 0, max: 10 })) });
    fc.assert(
      fc.property(fc.array(scoredCheck), weight, (checks, more) => {
        const aggregate = aggregateOf(checks);
        expect(aggregateOf([...checks, { weight: more, score: null }])).toBe(aggregate);
        const scores = checks.flatMap(({ score }) => score ?? []);
        if (aggregate === null) expect(scores).toEqual([]);
        else expect(aggregate >= Math.min(...scores) && aggregate <= Math.max(...scores)).toBe(true);
      }),
    );
  });

  it('takes whatever evidence and findings come', () => {
    const kinds = fc.constantFrom<EvidenceKind>('hub-model', 'model-signature');
    fc.assert(
      fc.property(fc.jsonValue(), kinds, fc.string(), (body, kind, operation) => {
        const dossier = dossierOf({
          checks: { 'external-evidence': found(finding('external-evidence/counts', 'note', operation)) },
        });
        const evidence = [evidenceOf(kind, 'x', AT, JSON.parse(JSON.stringify(body).toWellFormed()) as Json)];
        const { checks } = scoreModel({ dossier: { ...dossier, evidence }, at: AT });
        for (const { score } of checks) if (score !== null) expect(score >= 0 && score <= 10).toBe(true);
      }),
    );
  });
});
