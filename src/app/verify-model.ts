import { createHash } from 'node:crypto';
import { parseBundle, type SignatureBundle } from '../attest/model-signature/bundle.ts';
import { type HeldFile, holdListing } from '../attest/model-signature/hold.ts';
import type { SignedManifest, SignedResource } from '../attest/model-signature/manifest.ts';
import { verifyBundle } from '../attest/model-signature/verify.ts';
import type { Caller } from '../contract/caller.ts';
import type { ModelVerification, Refusal, VerifyModelInput } from '../contract/signing.ts';
import type { ListedFile } from '../domain/listing.ts';
import { MalformedError } from '../kernel/bytes.ts';
import { hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { OpenModel } from '../ports/source.ts';
import { digestsOf, type Regular } from './digests-of.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { signatureTrust } from './signature-trust.ts';

/** Holds a folder against a bundle of OpenSSF Model Signing, offline: first who signed, then every file. */
export async function verifyModel(parts: Parts, input: VerifyModelInput, caller: Caller): Promise<ModelVerification> {
  const bundle = readBundle(await parts.files.readText(input.signatureFile, LIMITS.document), input.signatureFile);
  const verdict = await verifyBundle(bundle, await signatureTrust(parts, input.trust));
  if (verdict.kind === 'refused') {
    const refusals = [{ kind: 'signature', path: null, message: sentence(verdict.why) } as const];
    return { ok: false, signer: null, refusals, ignored: [], filesChecked: 0 };
  }
  caller.progress.start('read');
  const model = await openModel(parts.sources, input.folder, caller);
  try {
    const held = await heldAgainst(parts, input, { manifest: verdict.manifest, model }, caller);
    caller.progress.end(`${held.filesChecked} files hashed`);
    return { ok: held.refusals.length === 0, signer: verdict.signer, ...held };
  } finally {
    await model.close();
  }
}

export function readBundle(text: string, name: string): SignatureBundle {
  try {
    return parseBundle(text);
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new WeighbridgeError('model-signature-invalid', `${name}: ${cause.message}`, { cause });
  }
}

interface Sides {
  readonly manifest: SignedManifest;
  readonly model: OpenModel;
}

async function heldAgainst(
  parts: Parts,
  input: VerifyModelInput,
  { manifest, model }: Sides,
  caller: Caller,
): Promise<Omit<ModelVerification, 'ok' | 'signer'>> {
  const own = await parts.files.pathWithin(input.folder, input.signatureFile);
  const listed = model.files.filter(({ path }) => path !== own);
  const { refusals, toHash, ignored } = holdListing(manifest, listed.map(heldFile), input);
  const found = await digestsOfPieces(parts, { manifest, model }, toHash, caller);
  const changed = toHash.flatMap((piece) => compared(piece, found.get(keyOf(piece))));
  const filesChecked = new Set(toHash.map(({ path }) => path)).size;
  return { refusals: [...refusals, ...changed], ignored, filesChecked };
}

/** As the folder holds it, whatever a loader would make of it. */
export function heldFile(file: ListedFile): HeldFile {
  const { path } = file;
  switch (file.kind) {
    case 'file':
      return { kind: 'file', path, size: file.size, linked: file.linked === true };
    case 'link':
      return { kind: 'other', path, what: 'is a link that leads to no file inside' };
    case 'special':
      return { kind: 'other', path, what: `is a ${file.what}, and is never opened` };
    case 'forbidden':
      return { kind: 'other', path, what: 'could not be opened' };
  }
}

function compared({ path, digest }: SignedResource, hex: string | undefined): readonly Refusal[] {
  if (hex === undefined) return [{ kind: 'unreadable', path, message: 'It could not be read.' }];
  return hex === digest ? [] : [{ kind: 'changed', path, message: 'Its bytes are not the signed ones.' }];
}

function keyOf({ path, range }: SignedResource): string {
  return `${path}\0${range?.start ?? ''}`;
}

/** Whole files under SHA-256 are hashed in threads; shards and BLAKE2, which few use, one after another. */
async function digestsOfPieces(
  parts: Parts,
  { manifest, model }: Sides,
  pieces: readonly SignedResource[],
  caller: Caller,
): Promise<ReadonlyMap<string, string>> {
  const sizes = new Map(model.files.flatMap((file) => (file.kind === 'file' ? [[file.path, file] as const] : [])));
  if (manifest.method === 'files' && manifest.hash === 'sha256') {
    const files = pieces.flatMap(({ path }) => {
      const file: Regular | undefined = sizes.get(path);
      return file === undefined ? [] : [file];
    });
    const digests = await digestsOf(parts, model, files, caller);
    return new Map([...digests].map(([path, digest]) => [keyOf({ path, range: null, digest: '' }), hexOf(digest)]));
  }
  const found = new Map<string, string>();
  for (const piece of pieces) {
    caller.signal.throwIfAborted();
    const range = piece.range ?? { start: 0, end: sizes.get(piece.path)?.size ?? 0 };
    found.set(keyOf(piece), await hashRange(model, piece.path, range, manifest.hash));
  }
  return found;
}

async function hashRange(
  model: OpenModel,
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
  name: SignedManifest['hash'],
): Promise<string> {
  const hash = createHash(name === 'blake2b' ? 'blake2b512' : name);
  const bytes = await model.open(path);
  try {
    const step = 1024 * 1024;
    for (let at = start; at < end; at += step) hash.update(await bytes.read(at, Math.min(step, end - at)));
    return hash.digest('hex');
  } finally {
    await bytes.close();
  }
}

function sentence(why: string): string {
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}
