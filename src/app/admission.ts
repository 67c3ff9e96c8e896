import { type Envelope, signEnvelope } from '../attest/dsse.ts';
import {
  parseStatement,
  STATEMENT_PAYLOAD_TYPE,
  type Statement,
  type StatementSubject,
  statementOf,
} from '../attest/statement.ts';
import type { DecidedFile, Decision } from '../domain/decision.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import type { Verdict } from '../domain/verdict.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { digestFromHex, hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { Signer } from '../ports/signer.ts';
import { predicateShape } from './admission-shape.ts';

/** The predicate of a signed decision; its schema is schemas/admission-v1.schema.json. */
export const ADMISSION_PREDICATE = 'urn:weighbridge:predicate:admission:v1';

const DAY = 24 * 60 * 60 * 1000;

/** The decision that a verdict amounts to. Throws `decision-invalid` while a file's SHA-256 is unknown: there is nothing to bind it to. */
export function decide(
  model: string,
  dossier: Dossier,
  policy: AdmissionPolicy,
  verdict: Verdict,
  now: Date,
): Decision {
  const { artifact, use } = dossier;
  if (artifact.manifest === null) {
    const unknown =
      artifact.files.find(({ digest, kind }) => digest.kind === 'unknown' && kind !== 'git-folder')?.path ?? '';
    throw new WeighbridgeError('decision-invalid', `there is no SHA-256 of ${unknown}`, {
      remedy: 'Vet with --download, so that every file is hashed; or leave out --sign.',
    });
  }
  return {
    model,
    origin: artifact.origin,
    manifest: artifact.manifest,
    dossier: dossier.digest,
    policy: { id: policy.id, version: policy.version, digest: policy.digest },
    use,
    verdict: verdict.outcome,
    reasons: [...new Set(verdict.reasons.map(({ id }) => id))],
    duties: verdict.duties,
    files: artifact.files.flatMap(decidedFile),
    decidedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + policy.validDays * DAY).toISOString(),
  };
}

function decidedFile({ path, size, digest, loadable }: Dossier['artifact']['files'][number]): DecidedFile[] {
  if (digest.kind === 'unknown') return [];
  return [{ path, size, sha256: digest.sha256, loadable, claimed: digest.kind === 'claimed' }];
}

/** The decision as a signed in-toto statement: a subject for every file, the rest as its predicate. */
export function signDecision(decision: Decision, signer: Signer): Promise<Envelope> {
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, decisionPayload(decision), signer);
}

/** The bytes that are signed. */
export function decisionPayload(decision: Decision): Uint8Array {
  const { files, ...rest } = decision;
  const subjects = files.map(({ path, sha256 }) => ({ name: path, digest: { sha256: hexOf(sha256) } }));
  const details = files.map(({ path, size, loadable, claimed }) => ({ path, size, loadable, claimed }));
  const statement = statementOf(subjects, ADMISSION_PREDICATE, { ...rest, files: details } as unknown as Json);
  return Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
}

/** The decision in an envelope whose signature was found to hold. Throws `decision-invalid` for any other statement. */
export function decisionIn(envelope: Envelope): Decision {
  const statement =
    envelope.payloadType === STATEMENT_PAYLOAD_TYPE ? parseStatement(Buffer.from(envelope.payload, 'base64')) : null;
  if (statement === null) throw new WeighbridgeError('decision-invalid', 'it holds no in-toto statement');
  if (statement.predicateType !== ADMISSION_PREDICATE) {
    throw new WeighbridgeError('decision-invalid', `it is a statement of another kind (${statement.predicateType})`);
  }
  return decisionFrom(statement);
}

function decisionFrom({ subject, predicate }: Statement): Decision {
  const parsed = predicateShape.safeParse(predicate);
  if (!parsed.success)
    throw new WeighbridgeError('decision-invalid', `its predicate is incomplete: ${parsed.error.message}`);
  const { files: details, ...rest } = parsed.data;
  const byPath = new Map(details.map((file) => [file.path, file]));
  const files = subject.map((named) => decided(named, byPath));
  if (byPath.size > 0) throw new WeighbridgeError('decision-invalid', 'it describes files that are no subjects');
  return { ...rest, files };
}

/** Each subject has its details, and each details their subject: a decision that disagrees with itself decides nothing. */
function decided({ name, digest }: StatementSubject, byPath: Map<string, Omit<DecidedFile, 'sha256'>>): DecidedFile {
  const details = byPath.get(name);
  if (details === undefined || !/^[0-9a-f]{64}$/.test(digest.sha256)) {
    throw new WeighbridgeError('decision-invalid', `its subject ${name} is not described`);
  }
  byPath.delete(name);
  return { ...details, sha256: digestFromHex(digest.sha256) };
}
