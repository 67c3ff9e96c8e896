import { STATEMENT_PAYLOAD_TYPE, type Statement, statementOf } from '../attest/statement.ts';
import { findingsOf } from '../domain/check.ts';
import { identityOf } from '../domain/finding.ts';
import type { Outcome } from '../domain/verdict.ts';
import type { Vetting } from '../domain/vetting.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { Sealer } from '../ports/signer.ts';

/** Who concluded it. The version of the identifier rises when the same findings could mean something else. */
const VERIFIER = 'urn:weighbridge:verifier:v1';
export const SCAN_PREDICATE = 'urn:weighbridge:predicate:scan:v1';
export const LICENCE_PREDICATE = 'urn:weighbridge:predicate:licence:v1';
export const SCORECARD_PREDICATE = 'urn:weighbridge:predicate:scorecard:v1';
/** in-toto attestation, spec/predicates/svr.md. */
export const SVR_PREDICATE = 'https://in-toto.io/attestation/svr/v0.1';
/** SLSA, verification_summary v1. */
export const VSA_PREDICATE = 'https://slsa.dev/verification_summary/v1';

/** Analyzers whose answers are about rights, and not about what loading would do. */
const LICENCE = ['licence', 'licence-claim'];

/**
 * Everything that a vetting concluded as in-toto statements, each about every file: the scan, the reading of the licence,
 * the scorecard, and the verdict twice, as a simple verification result and as a verification summary. Throws
 * `decision-invalid` where a file has no SHA-256.
 */
export function statementsOf(vetting: Vetting): readonly Statement[] {
  const subjects = subjectsOf(vetting);
  const { scorecard } = vetting;
  const about = (predicateType: string, predicate: Json): Statement => statementOf(subjects, predicateType, predicate);
  return [
    about(
      SCAN_PREDICATE,
      answers(vetting, (analyzer) => !LICENCE.includes(analyzer)),
    ),
    about(
      LICENCE_PREDICATE,
      answers(vetting, (analyzer) => LICENCE.includes(analyzer)),
    ),
    ...(scorecard === undefined
      ? []
      : [about(SCORECARD_PREDICATE, { ...base(vetting), scorecard: scorecard as unknown as Json })]),
    about(SVR_PREDICATE, simpleResult(vetting)),
    about(VSA_PREDICATE, summary(vetting)),
  ];
}

/** The statements, each signed, one a line. */
export async function signedLines(statements: readonly Statement[], signer: Sealer): Promise<string> {
  const lines: string[] = [];
  for (const statement of statements) {
    const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
    lines.push(`${JSON.stringify((await signer.seal(STATEMENT_PAYLOAD_TYPE, payload)).document)}\n`);
  }
  return lines.join('');
}

function subjectsOf({ dossier }: Vetting): Statement['subject'] {
  return dossier.artifact.files
    .filter(({ kind }) => kind !== 'git-folder')
    .map(({ path, digest }) => {
      if (digest.kind === 'unknown') {
        throw new WeighbridgeError('decision-invalid', `there is no SHA-256 of ${path}`, {
          remedy: 'Vet with --download, so that every file is hashed; or leave out --attest.',
        });
      }
      return { name: path, digest: { sha256: hexOf(digest.sha256) } };
    });
}

function base({ tool, dossier, vettedAt }: Vetting): { readonly [key: string]: Json } {
  return { verifier: { id: VERIFIER, version: tool.version }, dossier: dossier.digest, timeCreated: vettedAt };
}

function answers(vetting: Vetting, about: (analyzer: string) => boolean): Json {
  const checks = vetting.dossier.checks.filter(({ analyzer }) => about(analyzer));
  return {
    ...base(vetting),
    checks: checks.map((check) => ({
      analyzer: check.analyzer,
      version: check.version,
      outcome: check.outcome.kind,
      findings: findingsOf(check).map((finding) => ({
        rule: finding.rule,
        says: finding.says,
        severity: finding.severity,
        message: finding.message,
        path: finding.location?.path ?? null,
        identity: identityOf(finding),
      })),
    })),
  };
}

/** Only what passed is a property; for anything but `admit` there is none, which is what a consumer looks for. */
function simpleResult(vetting: Vetting): Json {
  const { verdict, policy, tool, vettedAt } = vetting;
  const properties =
    verdict.outcome === 'admit' ? ['WEIGHBRIDGE_ADMITTED', `WEIGHBRIDGE_POLICY_${policy.id.toUpperCase()}`] : [];
  const verifier = {
    id: VERIFIER,
    version: tool.version,
    policy: { name: policy.id, digest: { sha256: hexOf(policy.digest) } },
  };
  return { verifier, timeCreated: vettedAt, properties };
}

const RESULTS: Record<Outcome, 'PASSED' | 'FAILED'> = { admit: 'PASSED', review: 'FAILED', deny: 'FAILED' };

function summary(vetting: Vetting): Json {
  const { verdict, policy, tool, vettedAt, reference } = vetting;
  return {
    verifier: { id: VERIFIER, version: { weighbridge: tool.version } },
    timeVerified: vettedAt,
    resourceUri: reference,
    policy: { uri: `urn:weighbridge:policy:${policy.id}:${policy.version}`, digest: { sha256: hexOf(policy.digest) } },
    verificationResult: RESULTS[verdict.outcome],
    verifiedLevels: [],
  };
}
