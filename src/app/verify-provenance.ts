import { parseProvenance, type ReadProvenance } from '../attest/provenance.ts';
import type { Caller } from '../contract/caller.ts';
import type { ProvenanceVerification, Refusal, VerifyProvenanceInput } from '../contract/signing.ts';
import { type Digest, hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import { digestsOf, type Regular } from './digests-of.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { parseSigned, signerOf } from './signed-document.ts';
import { trustOf } from './verify.ts';

/**
 * Holds files against signed provenance, offline: a key that counts signed it, and the bytes are what was built. A file alone
 * may be called anything; of a folder every file that was built must be there. Throws `decision-invalid`.
 */
export async function verifyProvenance(
  parts: Parts,
  input: VerifyProvenanceInput,
  caller: Caller,
): Promise<ProvenanceVerification> {
  const { path, provenanceFile } = input;
  const document = parseSigned(await parts.files.readText(provenanceFile, LIMITS.document), provenanceFile);
  const { envelope } = document;
  const signer = await signerOf(document, await trustOf(parts, input), null);
  if (signer.kind !== 'signed') {
    const message = 'Nobody who is trusted signed this. Give the builder’s public key with --key.';
    return {
      ok: false,
      keyId: null,
      provenance: null,
      refusals: [{ kind: 'signature', path: null, message }],
      filesChecked: 0,
    };
  }
  const provenance = parseProvenance(Buffer.from(envelope.payload, 'base64'));
  if (provenance === null)
    throw new WeighbridgeError('decision-invalid', `${provenanceFile} holds no SLSA provenance v1`);
  const model = await openModel(parts.sources, path, caller);
  try {
    const files = model.files.filter((file): file is Regular => file.kind === 'file');
    const alone = files.length === 1;
    const named = files.filter((file) => alone || provenance.subjects.some(({ name }) => name === file.path));
    const found = await digestsOf(parts, model, named, caller);
    const refusals = alone ? heldAlone(named[0]?.path ?? path, found, provenance) : heldTogether(found, provenance);
    return { ok: refusals.length === 0, keyId: signer.keyId, provenance, refusals, filesChecked: found.size };
  } finally {
    await model.close();
  }
}

function heldAlone(path: string, found: ReadonlyMap<string, Digest>, { subjects }: ReadProvenance): readonly Refusal[] {
  const digest = found.get(path);
  if (digest !== undefined && subjects.some((subject) => subject.digest.sha256 === hexOf(digest))) return [];
  const message = digest === undefined ? 'It could not be read.' : 'This provenance is about other bytes.';
  return [{ kind: digest === undefined ? 'unreadable' : 'changed', path, message }];
}

function heldTogether(found: ReadonlyMap<string, Digest>, { subjects }: ReadProvenance): readonly Refusal[] {
  if (subjects.length === 0) return [{ kind: 'missing', path: null, message: 'The provenance names no file.' }];
  return subjects.flatMap(({ name, digest }): readonly Refusal[] => {
    const own = found.get(name);
    if (own === undefined) return [{ kind: 'missing', path: name, message: 'It was built, and is not here.' }];
    return hexOf(own) === digest.sha256 ? [] : [{ kind: 'changed', path: name, message: 'It is not what was built.' }];
  });
}
