import type { KeyObject } from 'node:crypto';
import type { Json, JsonObject } from '../../kernel/json.ts';
import trustedRoot from './sigstore-root.json' with { type: 'json' };
import { usageOf } from './usage.ts';

/** Somebody an identity provider vouches for: `dev@example.com` by `https://accounts.google.com`. Compared exactly. */
export interface Identity {
  readonly identity: string;
  readonly issuer: string;
}

export type KeylessResult =
  | { readonly kind: 'held'; readonly key: KeyObject; readonly who: Identity }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * Sigstore's own rules, offline: the certificate leads to the trusted root's authority at the time the transparency log
 * attests, the log entry is about this very envelope and included, the certificate is in its log too, the signature holds.
 * Who signed is told, and left to the caller to judge. `root` null: Sigstore's public instance as `sigstore-root.json` has it.
 */
export async function verifyKeyless(bundle: JsonObject, root: Json | null): Promise<KeylessResult> {
  const [{ bundleFromJSON }, { toSignedEntity, toTrustMaterial, Verifier }, { TrustedRoot }] = await Promise.all([
    import('@sigstore/bundle'),
    import('@sigstore/verify'),
    import('@sigstore/protobuf-specs'),
  ]);
  try {
    const material = toTrustMaterial(TrustedRoot.fromJSON(root ?? trustedRoot));
    const verifier = new Verifier(material, { tlogThreshold: 1, ctlogThreshold: 1, timestampThreshold: 1 });
    const entity = toSignedEntity(bundleFromJSON(bundle));
    if (entity.key.$case !== 'certificate') return { kind: 'refused', why: 'it has no certificate' };
    const { key, identity } = verifier.verify(entity);
    const usage = await usageOf(entity.key.certificate.root.toDER());
    if (usage.signsCode !== true) {
      return { kind: 'refused', why: 'the signer’s certificate is not meant for signing code' };
    }
    const who = { identity: identity?.subjectAlternativeName ?? '', issuer: identity?.extensions?.issuer ?? '' };
    return { kind: 'held', key, who };
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : 'it is no bundle of Sigstore’s' };
  }
}
