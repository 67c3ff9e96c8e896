import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Agent } from 'undici';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Answer, answerOf, discard } from './answer.ts';
import type { Lookup } from './connector.ts';
import { errorFor, mayPass, statusError } from './failures.ts';
import type { Meter } from './meter.ts';
import { redirectTarget } from './redirects.ts';
import { assertCallable, named, type Trust, trustIn } from './trust.ts';
import { waitFor } from './waiting.ts';

/** In milliseconds. */
export interface Patience {
  readonly connect: number;
  /** For the headers of an answer, from the moment the request was sent. */
  readonly headers: number;
  /** Between two chunks of a body. */
  readonly stall: number;
  /** For a whole body that is read into memory, so that a drip of bytes ends. */
  readonly body: number;
}

const PATIENCE: Patience = { connect: 10_000, headers: 30_000, stall: 30_000, body: 300_000 };

/** More tries than this only lengthen the wait: what three tries in seconds do not mend, minutes may. */
export const TRIES = 3;

export interface WebOptions extends WebTuning {
  /** `host` or `host:port`; their addresses are not looked at, and plain http is allowed. */
  readonly trustedHosts: readonly string[];
  /** Goes to this origin alone. */
  readonly credential: Credential | null;
}

/** What is left to its default but in tests. */
export interface WebTuning {
  readonly patience?: Partial<Patience>;
  /** How names resolve. */
  readonly lookup?: Lookup;
  /** How long a pause between tries takes. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Credential {
  /** As `URL.origin` spells it. */
  readonly origin: string;
  readonly token: string;
}

export interface WebRequest {
  readonly url: URL;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  /** Redirects to follow; 0 hands out the redirect itself. */
  readonly redirects?: number;
  readonly signal: AbortSignal;
  readonly meter: Meter;
  readonly onNotice?: (text: string) => void;
}

export interface Web {
  /**
   * Asks for one URL, following redirects and trying again where that may help; `take` reads the answer, whatever its
   * status, and is called anew when the connection breaks in the middle. Throws WeighbridgeError.
   */
  ask<T>(request: WebRequest, take: (answer: Answer) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The one place where URLs are fetched. Connections are kept until `close`. */
export function createWeb(options: WebOptions): Web {
  const trust = trustIn(options.trustedHosts);
  const patience = { ...PATIENCE, ...options.patience };
  let agent: Promise<Agent> | undefined;
  const wire: Wire = { trust, patience, credential: options.credential, agent: () => agent ?? open() };
  const open = (): Promise<Agent> => {
    agent = openAgent(trust, patience, options.lookup);
    return agent;
  };
  const sleep = options.sleep ?? pause;
  return {
    ask: (request, take) => askPatiently(wire, sleep, request, take),
    close: async () => {
      if (agent !== undefined) await (await agent).destroy();
    },
  };
}

interface Wire {
  readonly trust: Trust;
  readonly patience: Patience;
  readonly credential: Credential | null;
  readonly agent: () => Promise<Agent>;
}

/** Loaded on first use: a folder on this machine needs no HTTP client. */
async function openAgent(trust: Trust, patience: Patience, lookup: Lookup | undefined): Promise<Agent> {
  const [{ Agent }, { guardedConnector, systemLookup }] = await Promise.all([
    import('undici'),
    import('./connector.ts'),
  ]);
  return new Agent({
    connect: guardedConnector(trust, lookup ?? systemLookup, patience.connect),
    connections: 8,
    headersTimeout: patience.headers,
    bodyTimeout: patience.stall,
    // Signed addresses in a Location take kilobytes; headers past this are an attack.
    maxHeaderSize: 64 * 1024,
  });
}

async function askPatiently<T>(
  wire: Wire,
  sleep: NonNullable<WebOptions['sleep']>,
  request: WebRequest,
  take: (answer: Answer) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryOnce(wire, request, take, attempt);
    if (outcome.kind === 'done') return outcome.value;
    if (attempt === TRIES || outcome.wait === null) throw outcome.error;
    request.onNotice?.(`asking ${request.url.host} again, try ${attempt + 1} of ${TRIES}`);
    await sleep(outcome.wait, request.signal).catch(() => {});
    if (request.signal.aborted) throw stopped(request.signal);
  }
}

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** `wait` is how long to pause before another try, null when none is worth it. */
  | { readonly kind: 'failed'; readonly error: WeighbridgeError; readonly wait: number | null };

async function tryOnce<T>(
  wire: Wire,
  request: WebRequest,
  take: (answer: Answer) => Promise<T>,
  attempt: number,
): Promise<Outcome<T>> {
  try {
    const answer = await follow(wire, request);
    if (!mayPass(answer.status)) return { kind: 'done', value: await take(answer) };
    await discard(answer);
    return { kind: 'failed', error: statusError(answer), wait: waitFor(answer, attempt) };
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    if (request.signal.aborted) throw stopped(request.signal);
    const { error, again } = errorFor(cause, request.url);
    return { kind: 'failed', error, wait: again ? waitFor(null, attempt) : null };
  }
}

/** The hub sends to its download host in one hop, a renamed model in two; more is a circle. */
const REDIRECTS = 5;

async function follow(wire: Wire, request: WebRequest): Promise<Answer> {
  let url = request.url;
  // Once a chain of redirects has left the credential's origin, it is not sent again, even on the way back.
  let credential = wire.credential;
  for (let left = request.redirects ?? REDIRECTS; ; left--) {
    assertCallable(url, wire.trust);
    if (credential !== null && url.origin !== credential.origin) credential = null;
    const answer = await send(wire, request, url, credential);
    const target = request.redirects === 0 ? null : redirectTarget(answer);
    if (target === null) return answer;
    await discard(answer);
    if (left === 0) throw new WeighbridgeError('source-malformed', `${named(request.url)} redirects without end`);
    url = target;
  }
}

async function send(wire: Wire, request: WebRequest, url: URL, credential: Credential | null): Promise<Answer> {
  if (request.signal.aborted) throw stopped(request.signal);
  const agent = await wire.agent();
  request.meter.requests++;
  const response = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: request.method ?? 'GET',
    headers: {
      'user-agent': 'weighbridge',
      // Bytes are counted, compared and hashed as they are stored.
      'accept-encoding': 'identity',
      ...request.headers,
      ...(credential === null ? {} : { authorization: `Bearer ${credential.token}` }),
    },
    signal: request.signal,
  });
  return answerOf(response, { url, meter: request.meter, deadline: performance.now() + wire.patience.body });
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}

function stopped(signal: AbortSignal): WeighbridgeError {
  return new WeighbridgeError('stopped', 'while asking the source', { cause: signal.reason });
}
