import type { Dossier } from '../domain/dossier.ts';
import { licenceReadingIn, type Outbound } from '../domain/licence.ts';
import { outbound } from '../licences/outbound.ts';
import { licenceKnowledge } from './licence-knowledge.ts';
import type { Parts } from './parts.ts';

/** Which licences may be put on a model by what its dossier read; null where no licences were read. */
export async function outboundOf(
  parts: Pick<Parts, 'ownLicences'>,
  { artifact, evidence }: Pick<Dossier, 'artifact' | 'evidence'>,
): Promise<Outbound | null> {
  const reading = licenceReadingIn(evidence);
  if (reading === null) return null;
  return outbound((await licenceKnowledge(parts)).library, artifact.origin.name, reading);
}
