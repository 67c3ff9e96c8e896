import type { X509Certificate } from 'node:crypto';
import { manifestStatement } from '../attest/model-signature/manifest.ts';
import { signManifest } from '../attest/model-signature/sign.ts';
import { IGNORED_BY_GIT, manifestDigest } from '../attest/model-signing.ts';
import type { Caller } from '../contract/caller.ts';
import type { SignedModel, SignModelInput } from '../contract/signing.ts';
import type { ListedFile } from '../domain/listing.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Signer } from '../ports/signer.ts';
import type { OpenModel } from '../ports/source.ts';
import { digestsOf, type Regular } from './digests-of.ts';
import { openModel } from './open-model.ts';
import type { Parts } from './parts.ts';
import { readCertificates } from './signature-trust.ts';

/** Signs every file of a folder as OpenSSF Model Signing does: with a key, or with a key and its certificates. */
export async function signModel(parts: Parts, input: SignModelInput, caller: Caller): Promise<SignedModel> {
  const signer = await modelSigner(parts, input.keyFile);
  const chain = await chainOf(parts, input, signer);
  caller.progress.start('read');
  const model = await openModel(parts.sources, input.folder, caller);
  try {
    const ignorePaths = await ignored(parts, input);
    const files = filesToSign(model, { ignorePaths, allowSymlinks: input.allowSymlinks });
    const digests = await digestsOf(parts, model, files, caller);
    const hashed = files.map(({ path }) => {
      const sha256 = digests.get(path);
      if (sha256 === undefined) throw new WeighbridgeError('sign-refused', `${path} could not be read`);
      // A model of one file has no name in its own manifest.
      return { path: model.origin.name === path && files.length === 1 ? '.' : path, sha256 };
    });
    const { name: modelName } = model.origin;
    const statement = manifestStatement({ modelName, files: hashed, allowSymlinks: input.allowSymlinks, ignorePaths });
    const bundle = await signManifest(statement, signer, chain);
    await parts.files.write(input.signatureFile, `${JSON.stringify(bundle)}\n`);
    caller.progress.end(`${hashed.length} files signed`);
    const manifest = manifestDigest(hashed);
    return { signatureFile: input.signatureFile, files: hashed.length, manifest, keyId: signer.keyId };
  } finally {
    await model.close();
  }
}

/** The reference implementation takes ECDSA alone. */
async function modelSigner({ keys }: Parts, file: string): Promise<Signer> {
  const signer = await keys.signer(file);
  if (signer.publicKey.asymmetricKeyType === 'ec') return signer;
  throw new WeighbridgeError('key-invalid', `${file} is an Ed25519 key, which OpenSSF Model Signing does not take`, {
    remedy: 'Make an ECDSA key: weighbridge key new ./models.key --type p256.',
  });
}

async function chainOf(
  parts: Parts,
  { certificateFiles, keyFile }: SignModelInput,
  signer: Signer,
): Promise<readonly X509Certificate[] | null> {
  if (certificateFiles.length === 0) return null;
  const chain = (await Promise.all(certificateFiles.map((file) => readCertificates(parts, file)))).flat();
  const own = signer.publicKey.export({ type: 'spki', format: 'der' });
  if (chain[0]?.publicKey.export({ type: 'spki', format: 'der' }).equals(own) === true) return chain;
  throw new WeighbridgeError('certificate-invalid', `the first certificate is not that of the key in ${keyFile}`);
}

/** The signature itself, when it goes into the folder, and what the caller leaves out. */
async function ignored(
  parts: Parts,
  { folder, signatureFile, ignorePaths }: SignModelInput,
): Promise<readonly string[]> {
  const own = await parts.files.pathWithin(folder, signatureFile);
  return own === null ? ignorePaths : [...ignorePaths, own];
}

function filesToSign(
  model: OpenModel,
  { ignorePaths, allowSymlinks }: Pick<SignModelInput, 'ignorePaths' | 'allowSymlinks'>,
): readonly Regular[] {
  const left = [...IGNORED_BY_GIT, ...ignorePaths].map((path) => path.replace(/^(?:\.\/)+|\/+$/g, ''));
  const listed = model.files.filter(({ path }) => !left.some((one) => path === one || path.startsWith(`${one}/`)));
  if (listed.length === 0) throw new WeighbridgeError('sign-refused', 'there is no file left to sign');
  return listed.map((file) => signable(file, allowSymlinks));
}

function signable(file: ListedFile, allowSymlinks: boolean): Regular {
  if (file.kind !== 'file') throw new WeighbridgeError('sign-refused', `${file.path} is no file that can be signed`);
  if (file.linked !== true || allowSymlinks) return file;
  throw new WeighbridgeError('sign-refused', `${file.path} is a link`, { remedy: 'Sign with --allow-symlinks.' });
}
