import type { GatewayChannel, GatewayConfig } from '../../domain/gateway.ts';
import type { Channel, ServedRelease, Snapshot } from '../../gateway/snapshot.ts';
import type { Guard } from '../../guard/guard.ts';
import { warm } from '../../guard/warm.ts';
import { SURFACES } from '../../wire/table.ts';
import { revocationsFrom } from './admission.ts';
import { grantsOf, limitsOf, scopesOf } from './grants.ts';
import type { Heard } from './heard.ts';
import type { SnapshotParts } from './parts.ts';
import { releaseInFile, releasesHeard, type Trust } from './released.ts';
import { createTokenDesk } from './token-desk.ts';

/** What a snapshot is made of. */
export interface SnapshotInput {
  readonly config: GatewayConfig;
  readonly version: number;
  /** What the control plane says of its channels; null: nothing was heard, or nobody listens. */
  readonly heard: Heard | null;
}

/** Reads and checks all that calls are answered by. What a decision does not admit is there too, refused, with the reason. */
export async function snapshotOf({ config, version, heard }: SnapshotInput, parts: SnapshotParts): Promise<Snapshot> {
  const trust = await trustOf(config, heard, parts);
  const guards = new Map<string | null, Guard>();
  const guardFor = async (policy: string | null): Promise<Guard> => {
    const known = guards.get(policy);
    if (known !== undefined) return known;
    const guard = await parts.openGuard(policy);
    warm(guard);
    guards.set(policy, guard);
    return guard;
  };
  const channels = new Map<string, Channel>();
  for (const channel of config.channels) {
    const guard = await guardFor(channel.guard ?? config.guard);
    const releases = await releasesOf(channel, { heard, trust }, parts);
    channels.set(channel.name, channelOf(channel, guard, releases));
  }
  const tokens = config.issuers.length === 0 ? {} : { tokens: createTokenDesk(config, parts.issuer) };
  return { version, channels, grants: grantsOf(config), ...tokens, regionHeader: config.regionHeader };
}

async function trustOf(
  { trust, attesters, revocations }: GatewayConfig,
  heard: Heard | null,
  { trusted, readText, now, newestLists }: SnapshotParts,
): Promise<Trust> {
  const keys = await trusted(trust);
  const list = revocations === null ? null : await readText(revocations);
  const deciders = {
    keys,
    revocations: revocationsFrom(list, { name: revocations ?? '', keys, now: now(), newest: newestLists }),
    compromised: new Set(heard?.compromised),
  };
  // A key that proves what runs admits nothing: without keys of its own, nobody proves anything.
  return { deciders, attesters: attesters.length === 0 ? [] : await trusted(attesters) };
}

async function releasesOf(
  channel: GatewayChannel,
  { heard, trust }: { readonly heard: Heard | null; readonly trust: Trust },
  parts: SnapshotParts,
): Promise<readonly ServedRelease[]> {
  if (channel.follows !== null) {
    const found = heard?.channels.find(({ name }) => name === channel.follows);
    return found === undefined ? [] : releasesHeard(found, channel, trust, parts);
  }
  const served: ServedRelease[] = [];
  for (const release of channel.releases) served.push(await releaseInFile(release, channel.name, trust, parts));
  return served;
}

function channelOf(
  { name, surfaces, media, limits, perUser, monthlyUsers, regions, price, fallbacks, pinning, shadow }: GatewayChannel,
  guard: Guard,
  releases: readonly ServedRelease[],
): Channel {
  const all = SURFACES.map(({ id }) => id);
  return {
    name,
    surfaces: new Set(surfaces.length === 0 ? all : surfaces),
    media,
    guard,
    scopes: scopesOf(`channel:${name}`, { ...limitsOf(limits), monthlyUsers }),
    perUser: perUser === null ? null : limitsOf(perUser),
    price,
    regions: regions.length === 0 ? null : new Set(regions),
    releases: releases.filter(({ share }) => share > 0),
    fallbacks,
    shadow,
    pinnable: pinning === 'allowed' ? releases : null,
  };
}
