import type { KeyObject } from 'node:crypto';
import { trustedSignerOf } from '../../attest/dsse.ts';
import type {
  GatewayChannel,
  GatewayConfig,
  GatewayKey,
  GatewayLimits,
  GatewayRelease,
  GatewayServer,
} from '../../domain/gateway.ts';
import { isBound, type Limits, type Scope } from '../../gateway/limits/limiter.ts';
import type { Admission, Channel, Grant, Replica, ServedRelease, Snapshot } from '../../gateway/snapshot.ts';
import type { Guard } from '../../guard/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { SURFACES } from '../../wire/table.ts';
import { decisionIn } from '../admission.ts';
import { servingIn } from '../attest-serving.ts';
import { parseEnvelope } from '../signed-document.ts';
import { standing } from '../verify.ts';

/** What it takes to build a snapshot; every path is one that the operator wrote down. */
export interface SnapshotParts {
  readonly readText: (path: string) => Promise<string>;
  readonly trusted: (files: readonly string[]) => Promise<readonly KeyObject[]>;
  /** A guard by the policy in this file, or by what is built in. */
  readonly openGuard: (policy: string | null) => Promise<Guard>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

interface Trust {
  readonly deciders: readonly KeyObject[];
  readonly attesters: readonly KeyObject[];
}

/** Reads and checks all that calls are answered by. What a decision does not admit is there too, refused, with the reason. */
export async function snapshotOf(config: GatewayConfig, version: number, parts: SnapshotParts): Promise<Snapshot> {
  // A key that proves what runs admits nothing: without keys of its own, nobody proves anything.
  const attesters = config.attesters.length === 0 ? [] : await parts.trusted(config.attesters);
  const trust = { deciders: await parts.trusted(config.trust), attesters };
  const guards = new Map<string | null, Guard>();
  const guardFor = async (policy: string | null): Promise<Guard> => {
    const known = guards.get(policy);
    if (known !== undefined) return known;
    const guard = await parts.openGuard(policy);
    guards.set(policy, guard);
    return guard;
  };
  const channels = new Map<string, Channel>();
  for (const channel of config.channels) {
    const guard = await guardFor(channel.guard ?? config.guard);
    channels.set(channel.name, await channelOf(channel, guard, trust, parts));
  }
  const grants = new Map(config.keys.map((key) => [key.sha256, grantOf(key, config)]));
  return { version, channels, grants, regionHeader: config.regionHeader };
}

async function channelOf(
  { name, surfaces, media, releases, limits, perUser, monthlyUsers, regions, price, fallbacks }: GatewayChannel,
  guard: Guard,
  trust: Trust,
  parts: SnapshotParts,
): Promise<Channel> {
  const served: ServedRelease[] = [];
  for (const release of releases) served.push(await releaseOf(release, name, trust, parts));
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
    releases: served,
    fallbacks,
  };
}

async function releaseOf(
  { decision, share, servers }: GatewayRelease,
  channel: string,
  { deciders, attesters }: Trust,
  parts: SnapshotParts,
): Promise<ServedRelease> {
  const admission = await admissionOf(decision, deciders, parts);
  if (admission.kind === 'refused') return { id: decision, share, admission, replicas: [] };
  const replicas: Replica[] = [];
  let unproven: string | null = null;
  for (const server of servers) {
    const proof = await proofOf(server, admission.manifest, attesters, parts);
    if (typeof proof === 'string') unproven ??= proof;
    else replicas.push({ ...replicaOf(server, channel, parts.env), ...proof });
  }
  const id = admission.manifest;
  if (replicas.length === 0 && unproven !== null)
    return { id, share, admission: { kind: 'refused', reason: unproven }, replicas };
  return { id, share, admission, replicas };
}

/** Until when a server is known to have loaded these bytes, or why that is not known. */
async function proofOf(
  { url, attestation }: GatewayServer,
  manifest: string,
  attesters: readonly KeyObject[],
  { readText, now }: SnapshotParts,
): Promise<Pick<Replica, 'attestedUntil'> | string> {
  if (attestation === null) return { attestedUntil: null };
  const { origin } = new URL(url);
  const unproven = (why: string): string => `what the server at ${origin} loaded is not proven: ${why}`;
  try {
    const attested = servingIn(await readText(attestation), attestation, attesters);
    if (attested.kind === 'refused') return unproven(attested.reason);
    const { serving } = attested;
    if (attested.manifest !== manifest) return unproven('it loaded another model than was admitted');
    if (serving.url !== origin) return unproven(`the statement is about ${serving.url}`);
    const until = Date.parse(serving.expiresAt);
    return until > now().getTime() ? { attestedUntil: until } : unproven('the statement has expired');
  } catch (error) {
    if (error instanceof WeighbridgeError) return unproven(`the statement cannot be read (${error.code})`);
    throw error;
  }
}

/** Whether a signed decision admits its model now. A file that cannot be read is no decision: nothing is served by it. */
async function admissionOf(
  file: string,
  trusted: readonly KeyObject[],
  { readText, now }: SnapshotParts,
): Promise<Admission> {
  try {
    const envelope = parseEnvelope(await readText(file), file);
    if (trustedSignerOf(envelope, trusted) === null)
      return { kind: 'refused', reason: 'no trusted key signed its decision' };
    const decision = decisionIn(envelope);
    const [wrong] = standing(decision, now());
    if (wrong !== undefined) return { kind: 'refused', reason: wrong.message };
    return { kind: 'admitted', manifest: decision.manifest, expiresAt: Date.parse(decision.expiresAt) };
  } catch (error) {
    if (error instanceof WeighbridgeError)
      return { kind: 'refused', reason: `its decision cannot be read (${error.code})` };
    throw error;
  }
}

function replicaOf(server: GatewayServer, channel: string, env: SnapshotParts['env']): Omit<Replica, 'attestedUntil'> {
  const { url, keyFrom, speaks, apiVersion } = server;
  const { origin, pathname } = new URL(url);
  const key = keyFrom === null ? null : env[keyFrom];
  if (key === undefined || key === '')
    throw new WeighbridgeError('gateway-invalid', `${keyFrom} is not set, and the server at ${origin} needs it`);
  const model = server.model ?? channel;
  // Servers are often named by the address that SDKs take, with the version at its end.
  const prefix = pathname.replace(/\/(v1\/?|v1beta\/?)?$/, '');
  return {
    origin,
    prefix: speaks === 'azure' ? `${prefix}/openai/deployments/${encodeURIComponent(model)}` : prefix,
    model,
    authorization: key === null ? null : authorizationOf(speaks, key),
    dialect: speaks === 'azure' ? 'openai' : speaks,
    azureVersion: speaks === 'azure' ? (apiVersion ?? AZURE_VERSION) : null,
  };
}

/** The newest that was no preview when this was written (Azure OpenAI, 'API version lifecycle'). */
const AZURE_VERSION = '2024-10-21';

/** How each vendor is shown a key. */
function authorizationOf(speaks: GatewayServer['speaks'], key: string): readonly [string, string] {
  switch (speaks) {
    case 'openai':
      return ['authorization', `Bearer ${key}`];
    case 'anthropic':
      return ['x-api-key', key];
    case 'gemini':
      return ['x-goog-api-key', key];
    case 'azure':
      return ['api-key', key];
  }
}

function grantOf(key: GatewayKey, { teams }: GatewayConfig): Grant {
  const { name, team, channels, surfaces, expires, limits } = key;
  const ofTeam = teams.find((one) => one.name === team);
  return {
    name,
    team,
    channels: channels.length === 0 ? null : new Set(channels),
    surfaces: surfaces.length === 0 ? null : new Set(surfaces),
    expiresAt: expires === null ? null : Date.parse(expires),
    scopes: [
      ...scopesOf(`key:${name}`, limitsOf(limits)),
      ...(ofTeam === undefined ? [] : scopesOf(`team:${ofTeam.name}`, limitsOf(ofTeam.limits))),
    ],
  };
}

/** What bounds nothing is not asked. */
function scopesOf(name: string, limits: Limits): readonly Scope[] {
  return isBound(limits) ? [{ name, limits }] : [];
}

function limitsOf(given: GatewayLimits): Limits {
  const { requestsPerMinute, tokensPerMinute, parallel } = given;
  const budgets = [
    { unit: 'tokens', per: 'day', amount: given.tokensPerDay },
    { unit: 'tokens', per: 'month', amount: given.tokensPerMonth },
    { unit: 'money', per: 'day', amount: given.moneyPerDay },
    { unit: 'money', per: 'month', amount: given.moneyPerMonth },
  ] as const;
  return {
    requestsPerMinute,
    tokensPerMinute,
    parallel,
    budgets: budgets.flatMap(({ unit, per, amount }) => (amount === null ? [] : [{ unit, per, amount }])),
    monthlyUsers: null,
  };
}
