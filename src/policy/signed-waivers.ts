import { z } from 'zod';
import type { Dossier } from '../domain/dossier.ts';
import type { Waiver } from '../domain/policy.ts';
import { hexOf } from '../kernel/digest.ts';

const bodyShape = z.object({
  kind: z.literal('waiver'),
  subjects: z.array(z.object({ sha256: z.string() })),
  signature: z.object({ state: z.literal('trusted'), keyId: z.string() }),
  waiver: z.object({ target: z.string(), owner: z.string(), reason: z.string(), until: z.string() }),
});

/** Waivers that were handed over, about this very model, signed by somebody whom the user trusts. */
export function signedWaiversIn({ artifact, evidence }: Pick<Dossier, 'artifact' | 'evidence'>): readonly Waiver[] {
  const { manifest } = artifact;
  if (manifest === null) return [];
  return evidence.flatMap(({ kind, body }) => {
    const parsed = kind === 'external' ? bodyShape.safeParse(body) : null;
    if (parsed?.success !== true) return [];
    const { subjects, signature, waiver } = parsed.data;
    if (!subjects.some(({ sha256 }) => sha256 === hexOf(manifest))) return [];
    return [{ ...waiver, owner: `${waiver.owner} (key ${signature.keyId.slice(0, 16)})` }];
  });
}
