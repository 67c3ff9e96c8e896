import type { Envelope } from '../attest/dsse.ts';
import type { Caller } from '../contract/caller.ts';
import type { Refusal, Stated, StatementVerification, VerifyStatementInput } from '../contract/signing.ts';
import { RULINGS_TO_ADMIT } from '../domain/review.ts';
import { RESTS_ON, subjectName } from '../domain/subject.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { Parts } from './parts.ts';
import { publicationIn, type StatedPublication } from './publication-document.ts';
import { parseSigned, signerOf } from './signed-document.ts';
import { subjectDecisionIn } from './subject-admission.ts';
import { holdFolder, revocationsOf, trustOf, whyUnsigned } from './verify.ts';
import { refusal, takenBack } from './verify-bundle.ts';

/**
 * Reads what a server signed about a publication or a subject, offline: a key that counts signed it, it was not taken back and
 * has not expired, it says that the model may be used; and a folder, where one is given, is the very files that are out.
 */
export async function verifyStatement(
  parts: Parts,
  input: VerifyStatementInput,
  caller: Caller,
): Promise<StatementVerification> {
  const { statementFile, folder } = input;
  const document = parseSigned(await parts.files.readText(statementFile, LIMITS.document), statementFile);
  const trust = await trustOf(parts, input);
  const revocations = await revocationsOf(parts, input, null, trust.keys);
  const signer = await signerOf(document, trust, revocations.list);
  const nothing = { stated: null, extraDocuments: [], filesChecked: 0 };
  if (signer.kind !== 'signed') {
    const refusals = [whyUnsigned(trust.keys.length, signer), ...revocations.refusals];
    return { ok: false, keyId: null, ...nothing, refusals };
  }
  const { stated, files } = statedIn(document.envelope, statementFile);
  if (folder !== null && files === null)
    throw new WeighbridgeError('call-invalid', `nobody looked into ${stated.name}: no folder can be held against that`);
  const held =
    folder === null || files === null
      ? { refusals: [], extraDocuments: [], filesChecked: 0 }
      : await holdFolder(
          parts,
          {
            folder,
            decision: { files },
            own: [statementFile, ...(input.revocationsFile === undefined ? [] : [input.revocationsFile])],
          },
          caller,
        );
  const refusals = [
    ...revocations.refusals,
    ...takenBack(document.envelope, revocations),
    ...whyNot(stated, parts.clock.now()),
    ...held.refusals,
  ];
  return { ok: refusals.length === 0, keyId: signer.keyId, stated, ...held, refusals };
}

interface Read {
  readonly stated: Stated;
  /** Null: what it is about has none here. */
  readonly files:
    | readonly { readonly path: string; readonly sha256: StatedPublication['manifest']; readonly claimed: boolean }[]
    | null;
}

function statedIn(envelope: Envelope, file: string): Read {
  const publication = publicationIn(envelope);
  if (publication !== null) return statedPublication(publication);
  const decision = subjectDecisionIn(envelope);
  if (decision === null)
    throw new WeighbridgeError('decision-invalid', `${file} is no statement about a publication or a subject`, {
      remedy: 'A decision on weights is held against a folder: weighbridge verify <folder> --decision.',
    });
  const { subject, verdict, expiresAt, decidedAt } = decision;
  const about = { digest: decision.digest, says: RESTS_ON[subject.kind], at: decidedAt, expiresAt };
  const parts = subject.kind === 'composite' ? subject.parts : [];
  return {
    stated: {
      kind: subject.kind,
      name: subjectName(subject),
      ...about,
      admits: verdict === 'admit',
      withdrawn: null,
      parts,
    },
    files: null,
  };
}

function statedPublication({ files, rulings, withdrawn, ...one }: StatedPublication): Read {
  const { model, manifest, level, audience, terms, statedAt, expiresAt } = one;
  const people = new Set(rulings.map(({ by }) => by)).size;
  const agreed = people >= RULINGS_TO_ADMIT && rulings.every(({ ruling }) => ruling === 'admitted');
  const out = withdrawn === null;
  return {
    stated: {
      kind: out ? 'publication' : 'withdrawal',
      name: model,
      digest: manifest,
      says: out
        ? `${level}, to ${audience ?? 'nobody'}, under ${terms ?? 'no terms'}`
        : `withdrawn: ${withdrawn.reason}`,
      at: statedAt,
      expiresAt,
      admits: out && level !== 'internal' && agreed,
      withdrawn: withdrawn?.at ?? null,
      parts: [],
    },
    files: files.map((file) => ({ ...file, claimed: false })),
  };
}

function whyNot({ admits, withdrawn, expiresAt }: Stated, now: Date): readonly Refusal[] {
  if (withdrawn !== null) return [refusal('withdrawn', `It was withdrawn at ${withdrawn}; the statement is genuine.`)];
  return [
    ...(admits ? [] : [refusal('not-admitted', 'It was not let out or admitted by the people whom that takes.')]),
    ...(expiresAt === null || now.getTime() < Date.parse(expiresAt)
      ? []
      : [refusal('expired', `What it rests on expired at ${expiresAt}.`)]),
  ];
}
