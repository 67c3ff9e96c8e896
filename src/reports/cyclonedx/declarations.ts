import type { Check } from '../../domain/check.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { shown } from '../bom/names.ts';
import { type CycloneObject, REFS } from './parts.ts';

/** What was asked and what came of it, as an attestation against the policy. */
export function declarations(vetting: Vetting): CycloneObject {
  const { dossier, verdict, policy } = vetting;
  return {
    assessors: [{ 'bom-ref': REFS.assessor, thirdParty: true, organization: { name: 'Weighbridge, run by its user' } }],
    attestations: [
      {
        summary: `Policy ${shown(policy.id)}, version ${policy.version}: ${verdict.outcome}. A machine's reading, not signed here.`,
        assessor: REFS.assessor,
        map: [verdictRow(vetting), ...dossier.checks.map(checkRow)],
      },
    ],
    claims: dossier.checks.map(claimOf),
    evidence: dossier.evidence.map(({ digest, kind, collector }) => ({
      'bom-ref': `evidence:${digest}`,
      propertyName: kind,
      description: `Collected by ${shown(collector)}; the dossier keeps it under its digest ${digest}.`,
    })),
  };
}

const CONFORMANCE = { admit: 1, review: 0.5, deny: 0 } as const;

function verdictRow({ verdict }: Vetting): CycloneObject {
  const grounds = verdict.reasons.map(({ id, outcome, why }) => `${outcome} by ${id}: ${why}`);
  return {
    requirement: `${REFS.standard}:verdict`,
    conformance: {
      score: CONFORMANCE[verdict.outcome],
      rationale: shown(grounds.length === 0 ? 'No ground stands against it.' : grounds.join(' '), 5000),
    },
  };
}

function checkRow(check: Check): CycloneObject {
  const answered = check.outcome.kind === 'completed' || check.outcome.kind === 'not-applicable';
  return {
    requirement: requirementRef(check),
    claims: [claimRef(check)],
    conformance: { score: scoreOf(check), rationale: rationaleOf(check) },
    // Who could not look knows nothing.
    confidence: { score: answered ? 1 : 0 },
  };
}

function scoreOf({ outcome }: Check): number {
  if (outcome.kind === 'not-applicable') return 1;
  return outcome.kind === 'completed' && outcome.findings.every(({ says }) => says === 'note') ? 1 : 0;
}

function rationaleOf({ outcome }: Check): string {
  switch (outcome.kind) {
    case 'completed': {
      const count = outcome.findings.length;
      return count === 0
        ? 'Nothing was found.'
        : `${count === 1 ? 'One finding' : `${count} findings`}; see the dossier.`;
    }
    case 'not-applicable':
      return shown(`Does not apply: ${outcome.reason}`);
    case 'unanswered':
      return shown(`Not answered: lacks ${outcome.missing.join(', ')}.`);
    case 'failed':
      return shown(`The check broke: ${outcome.reason}`);
  }
}

function claimOf(check: Check): CycloneObject {
  return {
    'bom-ref': claimRef(check),
    target: REFS.model,
    predicate: shown(check.question),
    reasoning: rationaleOf(check),
  };
}

function claimRef({ analyzer }: Check): string {
  return `claim:${analyzer}`;
}

function requirementRef({ analyzer }: Check): string {
  return `${REFS.standard}:${analyzer}`;
}

/** The policy as a standard: its verdict, and every check whose silence it would hold against the model. */
export function definitions({ dossier, policy }: Vetting): CycloneObject {
  return {
    standards: [
      {
        'bom-ref': REFS.standard,
        name: shown(policy.id),
        version: String(policy.version),
        description: `An admission policy of Weighbridge, by the digest ${policy.digest}.`,
        owner: 'Whoever ran Weighbridge',
        requirements: [
          { 'bom-ref': `${REFS.standard}:verdict`, identifier: 'verdict', title: 'The policy admits the model.' },
          ...dossier.checks.map((check) => ({
            'bom-ref': requirementRef(check),
            identifier: shown(check.analyzer),
            title: shown(check.question),
          })),
        ],
      },
    ],
  };
}
