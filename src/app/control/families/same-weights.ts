import type { Artifact } from '../../../domain/artifact.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { TouchKey } from '../../../domain/touch.ts';
import type { Digest } from '../../../kernel/digest.ts';
import type { Books } from '../../../ports/control-store.ts';

/** A request that was vetted here on weights of another, whatever it was asked for as and whatever became of it since. */
export interface Sharer {
  readonly request: AdmissionRequest;
  /** All of the bytes are the same, not only files of weights. */
  readonly whole: boolean;
  /** The files of weights that both have. */
  readonly weights: ReadonlySet<Digest>;
}

/** Every request that was vetted on a file of the same weights: a new card beside them makes no new model. Itself, too. */
export async function sharersOf(
  { dossiers, requests }: Books,
  { dossier }: Pick<AdmissionRequest, 'dossier'>,
): Promise<Sharer[]> {
  if (dossier === null) return [];
  const { artifact } = (await dossiers.newest(dossier)).dossier;
  const wanted = weightsOf(artifact);
  const { manifest } = artifact;
  const keys = [...wanted, ...(manifest === null ? [] : [manifest])].map((digest): TouchKey => `file:${digest}`);
  const shared = new Map<Digest, Omit<Sharer, 'request'>>();
  for (const digest of await dossiers.touching(keys)) {
    const other = (await dossiers.newest(digest)).dossier.artifact;
    const whole = manifest !== null && other.manifest === manifest;
    const weights = new Set([...weightsOf(other)].filter((one) => wanted.has(one)));
    // The index names more than it must.
    if (whole || weights.size > 0) shared.set(digest, { whole, weights });
  }
  const found = await requests.vettedOn([...shared.keys()]);
  return found.flatMap((request) => {
    const how = shared.get(request.dossier ?? dossier);
    return how === undefined ? [] : [{ request, ...how }];
  });
}

/** Digests of the files of weights. A file of no bytes is everybody's. */
function weightsOf({ files }: Artifact): ReadonlySet<Digest> {
  return new Set(
    files.flatMap(({ role, size, digest }) =>
      role === 'weights' && size > 0 && digest.kind !== 'unknown' ? [digest.sha256] : [],
    ),
  );
}
