import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Fault, type FaultRule, spoil } from './faults.ts';
import { type Reply, send } from './reply.ts';
import type { HubRepository } from './repository.ts';
import { answerAsDownloadHost, answerAsHub, type Question, type World } from './routes.ts';

export interface HubOptions {
  readonly repositories: readonly HubRepository[];
  /** Datasets, which have names of their own. */
  readonly datasets?: readonly HubRepository[];
  /** Old names of models, and their new ones. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Tokens (`hf_…`), and the private and gated repositories each may read. */
  readonly tokens?: Readonly<Record<string, readonly string[]>>;
  /** Entries on a page of the tree; the hub's own is 1000. */
  readonly pageSize?: number;
}

/** One request that was seen. */
export interface Seen {
  readonly host: 'hub' | 'download';
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly authorization: string | null;
  readonly range: string | null;
}

/** A hub and its download host on this machine. */
export interface Hub {
  /** For HF_ENDPOINT and `hubUrl`. */
  readonly url: string;
  /** `127.0.0.1:port`, as `trustedHosts` wants it. */
  readonly downloadHost: string;
  readonly seen: readonly Seen[];
  /** From now on; rules add up. */
  break(rule: FaultRule): void;
  mend(): void;
  /** Every address signed so far is refused. */
  expireSignatures(): void;
  close(): Promise<void>;
}

/**
 * Starts a hub with the shapes of the real one: model information, paged trees, paths-info, LFS behind a download host
 * with signed addresses, small files behind a cache on the hub, errors in headers. Written after the public client's
 * source and notes on the public API; the real hub was not asked.
 */
export async function startHub(options: HubOptions): Promise<Hub> {
  const seen: Seen[] = [];
  const rules: { rule: FaultRule; left: number; skip: number }[] = [];
  let generation = 0;
  const servers = { hub: createServer(), download: createServer() };
  const world: World = {
    renamed: {},
    datasets: [],
    tokens: {},
    pageSize: 1000,
    ...options,
    hubUrl: () => urlOf(servers.hub),
    downloadUrl: () => urlOf(servers.download),
    signingKey: () => `key ${generation}`,
  };
  const strikes = (host: Seen['host'], url: string): Fault[] => {
    const struck = rules.filter(({ rule }) => rule.host === host && (rule.path?.test(url) ?? true));
    return struck.flatMap((entry) => {
      if (entry.skip-- > 0) return [];
      return entry.left-- > 0 ? [entry.rule.fault] : [];
    });
  };
  const answerers = { hub: answerAsHub, download: answerAsDownloadHost };
  for (const host of ['hub', 'download'] as const) {
    servers[host].on('request', (request, response) => {
      const url = request.url ?? '/';
      const { authorization = null, range = null } = request.headers;
      seen.push({ host, method: request.method ?? 'GET', url, authorization, range });
      void answer(request, response, (question) => answerers[host](world, question), strikes(host, url));
    });
    await listening(servers[host]);
  }
  return {
    url: urlOf(servers.hub),
    downloadHost: new URL(urlOf(servers.download)).host,
    seen,
    break: (rule) => void rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY, skip: rule.skip ?? 0 }),
    mend: () => void rules.splice(0),
    expireSignatures: () => void generation++,
    close: async () => {
      await Promise.all([closed(servers.hub), closed(servers.download)]);
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  route: (question: Question) => Reply,
  faults: readonly Fault[],
): Promise<void> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const question: Question = {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', 'http://localhost'),
    token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
    body: Buffer.concat(chunks).toString(),
  };
  const spoilt = spoil(route(question), faults);
  if (spoilt !== null) await send(request, response, spoilt.reply, spoilt.sending);
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
