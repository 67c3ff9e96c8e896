import type { KeyObject } from 'node:crypto';
import type { Bundle } from '../attest/bundle.ts';
import { manifestDigest } from '../attest/model-signing.ts';
import type { Caller } from '../contract/caller.ts';
import type { HoldInput, Refusal, Verification, VerifyInput } from '../contract/signing.ts';
import type { Decision } from '../domain/decision.ts';
import type { ListedFile } from '../domain/listing.ts';
import { settled } from '../domain/request.ts';
import { allOf, USUAL_REVIEW } from '../domain/review.ts';
import { scanVerdictOf } from '../domain/scan.ts';
import { isLoadable } from '../intake/kinds.ts';
import type { Digest } from '../kernel/digest.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { OpenModel } from '../ports/source.ts';
import { decisionIn } from './admission.ts';
import { digestsOf, type Regular } from './digests-of.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { readOne } from './read-model.ts';
import { signatureTrust } from './signature-trust.ts';
import { type DocumentTrust, parseEnvelope, parseSigned, signerOf } from './signed-document.ts';
import {
  NO_REVOCATIONS,
  parseBundle,
  type Revocations,
  releaseRefusals,
  revocationsIn,
  takenBack,
} from './verify-bundle.ts';

/**
 * Holds a folder against a signed decision, without a network: the signature is by a key that counts, the decision admits, has
 * not expired and was not revoked, every file it names is there and has its bytes, and nothing a loader would take up was added.
 */
export async function verify(parts: Parts, input: VerifyInput, caller: Caller): Promise<Verification> {
  const text = await parts.files.readText(input.decisionFile, LIMITS.document);
  const bundle = input.bundle === true ? parseBundle(text, input.decisionFile) : null;
  const document =
    bundle === null ? parseSigned(text, input.decisionFile) : { envelope: bundle.decision, bundle: null };
  const { envelope } = document;
  const trust = await trustOf(parts, input);
  const trusted = trust.keys;
  const revocations = await revocationsOf(parts, input, bundle, trusted);
  const signer = await signerOf(document, trust, revocations.list);
  if (signer.kind !== 'signed') return unsigned(trusted.length, signer, revocations.refusals);
  const decision = decisionIn(envelope);
  const folder = await holdFolder(parts, { folder: input.folder, decision, own: ownFiles(input) }, caller);
  const refusals = [
    ...revocations.refusals,
    ...takenBack(envelope, revocations),
    ...(bundle === null ? [] : releaseRefusals(bundle, decision, trusted, revocations)),
    ...standing(decision, parts.clock.now()),
    ...folder.refusals,
  ];
  return { ok: refusals.length === 0, decision, keyId: signer.keyId, ...folder, refusals };
}

/** Whom the caller names; else whom their settings trust. */
export async function trustOf(
  parts: Parts,
  {
    keyFiles,
    identities = [],
    trustedRootFile = null,
  }: Pick<VerifyInput, 'keyFiles' | 'identities' | 'trustedRootFile'>,
): Promise<DocumentTrust> {
  const authorityFiles: readonly string[] = [];
  const trust = await signatureTrust(parts, { keyFiles, identities, trustedRootFile, authorityFiles, at: null });
  return { ...trust, keys: identities.length > 0 && keyFiles.length === 0 ? [] : await parts.keys.trusted(keyFiles) };
}

/** The list beside a document: a bundle's, a file's, or none. */
export async function revocationsOf(
  { files, clock }: Parts,
  { revocationsFile }: Pick<VerifyInput, 'revocationsFile'>,
  bundle: Bundle | null,
  trusted: readonly KeyObject[],
): Promise<Revocations> {
  if (bundle !== null) return revocationsIn(bundle.revocations, trusted, clock.now());
  if (revocationsFile === undefined) return NO_REVOCATIONS;
  const envelope = parseEnvelope(await files.readText(revocationsFile, LIMITS.document), revocationsFile);
  return revocationsIn(envelope, trusted, clock.now());
}

type Unsigned = Exclude<Awaited<ReturnType<typeof signerOf>>, { readonly kind: 'signed' }>;

function unsigned(trusted: number, signer: Unsigned, others: readonly Refusal[]): Verification {
  return {
    ok: false,
    decision: null,
    keyId: null,
    refusals: [whyUnsigned(trusted, signer), ...others],
    extraDocuments: [],
    filesChecked: 0,
  };
}

/** Why a signature does not count. */
export function whyUnsigned(trusted: number, signer: Unsigned): Refusal {
  if (signer.kind === 'refused') return refusal('signature', null, signer.why);
  if (signer.kind === 'unsigned') return refusal('signature', null, unsignedMessage(trusted));
  const { keyId, reason, at } = signer;
  const message = `Its key ${keyId.slice(0, 16)}… was ${reason} at ${at}, and is not known to have signed it before.`;
  return refusal('revoked-key', null, message);
}

function unsignedMessage(trusted: number): string {
  return trusted === 0
    ? 'No key is trusted yet: name the signer’s public key with --key, or trust it with weighbridge key trust.'
    : `None of the ${trusted} trusted ${trusted === 1 ? 'key' : 'keys'} signed this as it stands.`;
}

/** What is wrong with the decision itself, whatever the folder holds. */
export function standing(decision: Decision, now: Date): readonly Refusal[] {
  const refusals: Refusal[] = [];
  if (decision.verdict !== 'admit') {
    refusals.push(refusal('not-admitted', null, `The decision is ${decision.verdict}, not admit.`));
  }
  if (!ruledRightly(decision)) {
    refusals.push(refusal('not-admitted', null, 'The policy did not admit it, and too few people did.'));
  }
  if (!(now.getTime() < Date.parse(decision.expiresAt))) {
    refusals.push(refusal('expired', null, `The decision expired at ${decision.expiresAt}.`));
  }
  if (manifestDigest(decision.files) !== decision.manifest) {
    refusals.push(refusal('manifest', null, 'The decision’s manifest is not that of its own files.'));
  }
  return refusals;
}

/** A decision that admits more than its policy rests on people, each of whom ruled; and never on anything against a denial. */
function ruledRightly({ verdict, request }: Decision): boolean {
  if (request === undefined || verdict !== 'admit' || request.policyVerdict === 'admit') return true;
  // Whatever the statement says, nobody admits alone.
  const asked = allOf([USUAL_REVIEW, request.review ?? USUAL_REVIEW]);
  return request.policyVerdict === 'review' && settled(request.rulings, asked) === 'admitted';
}

type Held = HoldInput['decision']['files'][number];

type FolderState = Pick<Verification, 'refusals' | 'extraDocuments' | 'filesChecked'>;

/** Hashes a folder against a decision; a file of `own` that lies within is no file of the model. */
export async function holdFolder(
  parts: Parts,
  { folder, decision, own = [] }: HoldInput & { readonly own?: readonly string[] },
  caller: Caller,
): Promise<FolderState> {
  caller.progress.start('read');
  const model = await openModel(parts.sources, folder, caller);
  try {
    const brought = await Promise.all(own.map((file) => parts.files.pathWithin(folder, file)));
    const listed = model.files.filter(({ path }) => !brought.includes(path));
    const expected = new Map(decision.files.map((file) => [file.path, file]));
    const present = listed.filter((file): file is Regular => file.kind === 'file');
    const digests = await digestsOf(
      parts,
      model,
      present.filter(({ path }) => expected.has(path)),
      caller,
    );
    const judged = await judgedAgain(parts, model, present, expected, caller);
    const extra = listed.filter(({ path }) => !expected.has(path));
    caller.progress.end(`${digests.size} files hashed`);
    return {
      refusals: [
        ...judged,
        ...compared(expected, new Map(listed.map((file) => [file.path, file])), digests),
        ...extra.flatMap(refusedExtra),
      ],
      extraDocuments: extra.filter((file) => refusedExtra(file).length === 0).map(({ path }) => path),
      filesChecked: digests.size,
    };
  } finally {
    await model.close();
  }
}

/** What the caller brought besides the folder. */
function ownFiles({ decisionFile, revocationsFile }: VerifyInput): readonly string[] {
  return revocationsFile === undefined ? [decisionFile] : [decisionFile, revocationsFile];
}

/**
 * A digest that was only claimed binds the source's word and not the bytes that were judged: a source can show harmless
 * bytes and state the digest of others. So such files are judged here, now that all their bytes are at hand.
 */
async function judgedAgain(
  parts: Parts,
  model: OpenModel,
  present: readonly Regular[],
  expected: ReadonlyMap<string, Held>,
  caller: Caller,
): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const file of present.filter(({ path }) => expected.get(path)?.claimed === true)) {
    caller.signal.throwIfAborted();
    const bytes = await model.open(file.path);
    try {
      const { inspection } = await readOne(parts, model, { file, bytes, described: null });
      const verdict = inspection.broken.length > 0 ? 'unscannable' : scanVerdictOf(inspection.findings);
      if (verdict === 'clean') continue;
      const message = `It was admitted on a claimed digest; its bytes are ${verdict}. Vet it with --download.`;
      refusals.push(refusal('unvetted', file.path, message));
    } finally {
      await bytes.close();
    }
  }
  return refusals;
}

function compared(
  expected: ReadonlyMap<string, Held>,
  listed: ReadonlyMap<string, ListedFile>,
  digests: ReadonlyMap<string, Digest>,
): readonly Refusal[] {
  return [...expected.values()].flatMap(({ path, sha256 }) => {
    const found = listed.get(path);
    if (found === undefined) return [refusal('missing', path, 'It was admitted and is not there.')];
    const digest = digests.get(path);
    if (digest === undefined) return [refusal('unreadable', path, 'It could not be read.')];
    return digest === sha256 ? [] : [refusal('changed', path, 'Its bytes are not the admitted ones.')];
  });
}

/** A file nobody decided on is refused unless it is surely a document. Its name decides: its bytes were never vetted. */
function refusedExtra(file: ListedFile): readonly Refusal[] {
  if (file.kind === 'special' && file.what === 'git-folder' && file.path === '.git') return [];
  if (file.kind === 'file' && file.beside === true) return [];
  if (file.kind === 'file' && !isLoadable(file.path, 'text')) return [];
  return [refusal('extra', file.path, 'Nobody decided on it, and a loader might take it up.')];
}

function refusal(kind: Refusal['kind'], path: string | null, message: string): Refusal {
  return { kind, path, message };
}
