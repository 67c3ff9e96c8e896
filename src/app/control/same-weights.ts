import type { Artifact } from '../../domain/artifact.ts';
import type { AdmissionRequest } from '../../domain/request.ts';
import type { TouchKey } from '../../domain/touch.ts';
import type { Digest } from '../../kernel/digest.ts';
import type { Books } from '../../ports/control-store.ts';

/** A request that was admitted here on weights of another, whatever it was asked for as and whatever became of it since. */
export interface Sharer {
  readonly request: AdmissionRequest;
  /** All of the bytes are the same, not only files of weights. */
  readonly whole: boolean;
}

/** Every request that was admitted on a file of the same weights: a new card beside them makes no new model. Itself, too. */
export async function sharersOf({ dossiers, requests }: Books, { dossier }: AdmissionRequest): Promise<Sharer[]> {
  if (dossier === null) return [];
  const { artifact } = (await dossiers.newest(dossier)).dossier;
  const wanted = weightsOf(artifact);
  const keys = [...wanted].map((digest): TouchKey => `file:${digest}`);
  const shared = new Map<Digest, boolean>();
  for (const digest of await dossiers.touching(keys)) {
    const other = (await dossiers.newest(digest)).dossier.artifact;
    // The index names more than it must.
    if ([...weightsOf(other)].some((one) => wanted.has(one)))
      shared.set(digest, artifact.manifest !== null && other.manifest === artifact.manifest);
  }
  const found = await requests.decidedOn([...shared.keys()]);
  return found.map((request) => ({ request, whole: shared.get(request.dossier ?? dossier) === true }));
}

/** Digests of the files of weights, and of the whole. A file of no bytes is everybody's. */
function weightsOf({ files, manifest }: Artifact): ReadonlySet<Digest> {
  const weights = files.flatMap(({ role, size, digest }) =>
    role === 'weights' && size > 0 && digest.kind !== 'unknown' ? [digest.sha256] : [],
  );
  return new Set(manifest === null ? weights : [...weights, manifest]);
}
