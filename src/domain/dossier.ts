import { type Digest, digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import type { Artifact } from './artifact.ts';
import { type Check, findingsOf } from './check.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { IntendedUse } from './use.ts';

/**
 * All that is known of an artifact at one moment, for one use. Never edited: vetting again makes another. Its digest
 * covers what was found, not when, where or by which policy it was judged: those lie in the `Vetting` around it.
 */
export interface Dossier {
  readonly digest: Digest;
  readonly artifact: Artifact;
  readonly use: IntendedUse;
  readonly checks: readonly Check[];
  readonly evidence: readonly Evidence[];
}

export function assembleDossier(parts: Omit<Dossier, 'digest'>): Dossier {
  return { digest: dossierDigest(parts), ...parts };
}

/** Recomputes the digest; a dossier read back is the one written only when both agree. */
export function dossierDigest({ artifact, use, checks, evidence }: Omit<Dossier, 'digest'>): Digest {
  return digestOfJson({ artifact, use, checks, evidence: evidence.map(({ digest }) => digest) } as unknown as Json);
}

export function findingsIn(dossier: Pick<Dossier, 'checks'>): readonly Finding[] {
  return dossier.checks.flatMap(findingsOf);
}
