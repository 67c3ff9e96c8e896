import type { X509Certificate } from 'node:crypto';
import { certificatesIn } from '../attest/model-signature/sign.ts';
import type { SignatureTrust } from '../attest/model-signature/verify.ts';
import type { SignatureTrustInput } from '../contract/signing.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { Parts } from './parts.ts';

/** A chain of certificates or a trusted root: some kilobytes. */
const LONGEST = 4 * 1024 * 1024;

/** Whom the caller trusts, read from the files they named; where they named nobody, whom their settings trust. */
export async function signatureTrust(
  parts: Pick<Parts, 'files' | 'keys' | 'clock'>,
  input: SignatureTrustInput,
): Promise<SignatureTrust> {
  const nobody = input.keyFiles.length + input.authorityFiles.length + input.identities.length === 0;
  const at = input.at === null ? parts.clock.now() : new Date(input.at);
  if (Number.isNaN(at.getTime())) throw new WeighbridgeError('call-invalid', `${input.at} is no date`);
  const trustedRoot = input.trustedRootFile === null ? null : await readRoot(parts, input.trustedRootFile);
  if (nobody) {
    const { keys, authorities, identities } = await parts.keys.signers();
    return { keys, anchors: authorities, identities, trustedRoot, at };
  }
  return {
    keys: input.keyFiles.length > 0 ? await parts.keys.trusted(input.keyFiles) : [],
    anchors: (await Promise.all(input.authorityFiles.map((file) => readCertificates(parts, file)))).flat(),
    identities: input.identities,
    trustedRoot,
    at,
  };
}

/** Throws `certificate-invalid`. */
export async function readCertificates(
  { files }: Pick<Parts, 'files'>,
  file: string,
): Promise<readonly X509Certificate[]> {
  const text = await files.readText(file, LONGEST);
  try {
    return certificatesIn(text);
  } catch (cause) {
    throw new WeighbridgeError('certificate-invalid', `${file} holds no certificate that can be read`, { cause });
  }
}

async function readRoot({ files }: Pick<Parts, 'files'>, file: string): Promise<Json> {
  try {
    return JSON.parse(await files.readText(file, LONGEST)) as Json;
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    throw new WeighbridgeError('certificate-invalid', `${file} is no trusted root in JSON`, { cause });
  }
}
