import { cameWith } from '../contract/control/etag.ts';
import type { Operation } from '../contract/control/operation.ts';
import { type Control, type InputOf, OPERATIONS, type OutputOf } from '../contract/control/operations.ts';
import { ERRORS, type ErrorCode, WeighbridgeError } from '../kernel/errors.ts';
import { isJsonObject } from '../kernel/json.ts';

export interface ClientOptions {
  /** `http://127.0.0.1:7203`. */
  readonly server: string;
  readonly token: string | null;
  /** A session from a sign-in, instead of a token. In a browser the cookie is null: it goes along by itself. */
  readonly session?: { readonly cookie: string | null; readonly csrf: string };
  readonly signal?: AbortSignal;
}

/** The control plane of a server, typed as the one in this process is. Throws the server's own WeighbridgeErrors. */
export function createClient(options: ClientOptions): Control {
  return async (name, input, { ifMatch } = {}) => {
    const operation: Operation = OPERATIONS[name];
    const { path, rest } = placed(operation, input as Readonly<Record<string, unknown>>);
    const query = operation.method === 'GET' ? queryOf(rest) : '';
    const response = await send(options, `${path}${query}`, {
      method: operation.method,
      headers: { ...headersFor(options, operation), ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) },
      ...(operation.method === 'GET' ? {} : { body: JSON.stringify(rest) }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw problemIn(answer, response.status, options.server);
    return cameWith(operation.output.parse(answer), response.headers.get('etag')) as never;
  };
}

/** Signs in for a token, and out again. */
export async function newToken(
  server: string,
  who: InputOf<'session.open'>,
  token: InputOf<'token.add'>,
): Promise<OutputOf<'token.add'>> {
  const { session: cookie, csrf } = await createClient({ server, token: null })('session.open', who);
  const call = createClient({ server, token: null, session: { cookie, csrf } });
  const made = await call('token.add', token);
  await call('session.close', {});
  return made;
}

function placed({ path }: Operation, input: Readonly<Record<string, unknown>>) {
  const rest = { ...input };
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path: filled, rest };
}

function queryOf(rest: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value));
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}

function headersFor({ token, session }: ClientOptions, { method, secret }: Operation): Record<string, string> {
  return {
    accept: 'application/json',
    ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    // A call that is sent again, because its answer was lost, does nothing twice.
    ...(method === 'GET' || secret === true ? {} : { 'idempotency-key': crypto.randomUUID() }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(session === undefined ? {} : { 'x-csrf-token': session.csrf }),
    ...(session === undefined || session.cookie === null
      ? {}
      : { cookie: `wb_session=${session.cookie}; __Host-wb_session=${session.cookie}` }),
  };
}

async function send({ server, signal }: ClientOptions, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(new URL(path, server), {
      ...init,
      ...(signal === undefined ? {} : { signal }),
      redirect: 'error',
    });
  } catch (cause) {
    throw new WeighbridgeError('server-unreachable', server, { cause });
  }
}

function problemIn(answer: unknown, status: number, server: string): WeighbridgeError {
  if (!isJsonObject(answer) || typeof answer.code !== 'string' || !Object.hasOwn(ERRORS, answer.code))
    return new WeighbridgeError('server-unreachable', `${server} answered ${status}, and not as Weighbridge does`);
  const detail = typeof answer.detail === 'string' ? answer.detail : '';
  return new WeighbridgeError(answer.code as ErrorCode, detail);
}
