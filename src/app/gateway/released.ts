import type { KeyObject } from 'node:crypto';
import type { GatewayRelease, GatewayServer } from '../../domain/gateway.ts';
import type { ServedChannel } from '../../domain/gateway-node.ts';
import type { Channel, Replica, ServedRelease } from '../../gateway/snapshot.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isAskedFor } from '../subject-admission.ts';
import { admissionIn, type Deciders, type Found, refused, type Serves } from './admission.ts';
import type { Heard, HeardChannel } from './heard.ts';
import type { SnapshotParts } from './parts.ts';
import { type KnownServer, known, type Loaded, replicaOf, unproven } from './replicas.ts';

/** Who decides what may serve, and who proves what a server loaded. */
export interface Trust {
  readonly deciders: Deciders;
  readonly attesters: readonly KeyObject[];
}

type Parts = Pick<SnapshotParts, 'readText' | 'now' | 'env'>;

/** A release that a file names with its own servers: what they loaded must be what was admitted. */
export async function releaseInFile(
  { decision, share, servers }: GatewayRelease,
  channel: string,
  { deciders, attesters }: Trust,
  parts: Parts,
): Promise<ServedRelease> {
  const admission = await decisionOnFile(decision, deciders, parts);
  if (admission.kind === 'refused') return { id: decision, share, admission, replicas: [] };
  const { manifest, serves } = admission;
  const found = await Promise.all(servers.map((server) => known(server, attesters, parts)));
  const holding = found.map((one) => ({ ...one, loaded: another(one, channel, serves) ?? one.loaded }));
  return served({ id: manifest, share, admission }, holding, { channel, env: parts.env });
}

/** Why a server has something else than was admitted; null while nothing says so. */
function another({ server, loaded }: KnownServer, channel: string, serves: Serves): Loaded | null {
  const { origin } = new URL(server.url);
  if (serves.kind === 'weights')
    return loaded.kind !== 'attested' || loaded.manifest === serves.manifest
      ? null
      : unproven(origin, 'it loaded another model than was admitted');
  if (loaded.kind === 'attested') return unproven(origin, 'a hosted model was admitted, and it loaded weights');
  // What a deployment of Azure's holds is not in its name: whoever answers for the server says so.
  const asked = server.model ?? channel;
  if (server.speaks === 'azure' || isAskedFor(asked, serves)) return null;
  return unproven(origin, `it is asked for ${asked}, and ${serves.model} of ${serves.version} was admitted`);
}

async function decisionOnFile(file: string, deciders: Deciders, { readText, now }: Parts): Promise<Found> {
  try {
    return admissionIn(await readText(file), file, deciders, now());
  } catch (error) {
    if (error instanceof WeighbridgeError) return refused(`its decision cannot be read (${error.code})`);
    throw error;
  }
}

/** The releases of a channel of the control plane, each before those of the channel's servers that hold its model. */
export async function releasesHeard(
  { releases }: HeardChannel,
  { name, servers }: { readonly name: string; readonly servers: readonly GatewayServer[] },
  { deciders, attesters }: Trust,
  parts: Parts,
): Promise<readonly ServedRelease[]> {
  const found = await Promise.all(servers.map((server) => known(server, attesters, parts)));
  return releases.map((release) => {
    const { id, share, model, manifest } = release;
    const admission = admissionHeard(release, deciders, parts.now());
    if (admission.kind === 'refused') return { id, share, admission, replicas: [] };
    const { serves } = admission;
    const holding = found
      .filter(({ loaded }) => mayHold(loaded, serves, { model, manifest }))
      .map((one) => ({ ...one, loaded: another(one, name, serves) ?? one.loaded }));
    return served({ id, share, admission }, holding, { channel: name, env: parts.env });
  });
}

function admissionHeard(
  { id, manifest, barred, decision }: HeardChannel['releases'][number],
  deciders: Deciders,
  now: Date,
): Found {
  if (barred !== null) return refused(`it was ${barred}`);
  const { list } = deciders.revocations;
  if (list?.releases.some(({ release }) => release === id) === true) return refused('it was withdrawn');
  const admission = admissionIn(decision, `the decision of release ${id}`, deciders, now);
  // Who can write rows can put a release before another decision, but not make one.
  if (admission.kind === 'admitted' && admission.manifest !== manifest)
    return refused('its decision is about another model');
  return admission;
}

/** Those of which nothing is proven stay, so that the reason is told when no other server has the model. */
function mayHold(
  loaded: Loaded,
  serves: Serves,
  { model, manifest }: { readonly model: string; readonly manifest: string },
): boolean {
  if (loaded.kind === 'attested') return serves.kind === 'weights' && loaded.manifest === serves.manifest;
  return loaded.kind === 'unproven' || loaded.holds === model || loaded.holds === manifest;
}

function served(
  release: Omit<ServedRelease, 'replicas'>,
  holding: readonly KnownServer[],
  { channel, env }: { readonly channel: string; readonly env: SnapshotParts['env'] },
): ServedRelease {
  if (release.admission.kind === 'refused') return { ...release, replicas: [] };
  const replicas: Replica[] = holding.flatMap((one) =>
    one.loaded.kind === 'unproven'
      ? []
      : [{ ...replicaOf(one, channel, env), attestedUntil: one.loaded.kind === 'attested' ? one.loaded.until : null }],
  );
  const [why] = holding.flatMap(({ loaded }) => (loaded.kind === 'unproven' ? [loaded.reason] : []));
  if (replicas.length === 0 && why !== undefined) return { ...release, admission: refused(why), replicas };
  return { ...release, replicas };
}

/** What a gateway says of the channels that it follows. `names`: of the control plane, by its own names. */
export function acknowledgement(
  { channels }: Heard,
  served: ReadonlyMap<string, Channel>,
  names: ReadonlyMap<string, string>,
  at: Date,
): readonly ServedChannel[] {
  return channels.flatMap(({ name, state }) => {
    const own = [...names].find(([, followed]) => followed === name)?.[0];
    const channel = own === undefined ? undefined : served.get(own);
    if (channel === undefined) return [];
    const releases = channel.releases.map(({ id, share, admission, replicas }) => ({
      id,
      share,
      refused: admission.kind === 'refused' ? admission.reason : null,
      servers: replicas.map(({ origin }) => origin),
    }));
    return [{ channel: name, state, at: at.toISOString(), releases }];
  });
}
