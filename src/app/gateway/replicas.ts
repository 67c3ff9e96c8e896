import type { KeyObject } from 'node:crypto';
import type { GatewayServer } from '../../domain/gateway.ts';
import type { Replica } from '../../gateway/snapshot.ts';
import type { UpstreamTls } from '../../gateway/upstream-http/open-socket.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { servingIn } from '../attest-serving.ts';
import type { SnapshotParts } from './parts.ts';
import { tlsOf } from './server-tls.ts';

/** What is known of what a server loaded. */
export type Loaded =
  | { readonly kind: 'attested'; readonly manifest: string; readonly until: number }
  /** An operator answers for it, and may have said what it holds: a model's name, or a manifest's digest. */
  | { readonly kind: 'answered-for'; readonly holds: string | null }
  | { readonly kind: 'unproven'; readonly reason: string };

/** A server that the file names, and what is known of it. */
export interface KnownServer {
  readonly server: GatewayServer;
  readonly loaded: Loaded;
  readonly tls: UpstreamTls | undefined;
}

/** Throws `gateway-invalid` for files of the server's that are not what they should be. */
export async function known(
  server: GatewayServer,
  attesters: readonly KeyObject[],
  parts: Pick<SnapshotParts, 'readText' | 'now'>,
): Promise<KnownServer> {
  const [loaded, tls] = await Promise.all([loadedBy(server, attesters, parts), tlsOf(server, parts)]);
  return { server, loaded, tls };
}

/** What a server loaded, as far as somebody proves it or answers for it. */
async function loadedBy(
  { url, attestation, holds }: GatewayServer,
  attesters: readonly KeyObject[],
  { readText, now }: Pick<SnapshotParts, 'readText' | 'now'>,
): Promise<Loaded> {
  if (attestation === null) return { kind: 'answered-for', holds };
  const { origin } = new URL(url);
  try {
    const attested = servingIn(await readText(attestation), attestation, attesters);
    if (attested.kind === 'refused') return unproven(origin, attested.reason);
    const { serving, manifest } = attested;
    if (serving.url !== origin) return unproven(origin, `the statement is about ${serving.url}`);
    const until = Date.parse(serving.expiresAt);
    return until > now().getTime()
      ? { kind: 'attested', manifest, until }
      : unproven(origin, 'the statement has expired');
  } catch (error) {
    if (error instanceof WeighbridgeError) return unproven(origin, `the statement cannot be read (${error.code})`);
    throw error;
  }
}

export function unproven(origin: string, why: string): { readonly kind: 'unproven'; readonly reason: string } {
  return { kind: 'unproven', reason: `what the server at ${origin} loaded is not proven: ${why}` };
}

/** A server as calls are sent to it. Throws `gateway-invalid` when its own key is not set. */
export function replicaOf(
  { server, tls }: Pick<KnownServer, 'server' | 'tls'>,
  channel: string,
  env: SnapshotParts['env'],
): Omit<Replica, 'attestedUntil'> {
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
    ...(tls === undefined ? {} : { tls }),
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
