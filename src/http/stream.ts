import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnswerCall } from '../contract/control/caller.ts';
import type { OutputOf } from '../contract/control/operations.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { credentialsIn } from './credentials.ts';

/** Where `event.list` is given as it grows (server-sent events). */
export const STREAM_PATH = '/v1/events/stream';
/** How often it is looked whether there is more. Milliseconds. */
const POLL = 500;
/** A line of nothing, so that nobody in between takes the silence for an end. */
const HEARTBEAT = 15_000;
/** Then it ends; a browser comes back by itself, with the id of what it saw last. */
const LONGEST = 10 * 60_000;
/** At once, of a whole server. */
const MOST = 100;

/** Every look is a call of its own, so that a session that ends, or somebody who is shut out, hears no more. */
export function routeStream(
  server: FastifyInstance,
  { answer: ask, secure }: { readonly answer: AnswerCall; readonly secure: boolean },
): void {
  const answer: Ask = (request, since) => look(ask, request, { since, secure });
  let open = 0;
  const closing = new AbortController();
  server.addHook('preClose', async () => closing.abort());
  server.get(STREAM_PATH, async (request, reply) => {
    const since = sinceIn(request);
    const first = await answer(request, since);
    if (open >= MOST) throw new WeighbridgeError('streams-exhausted', `${MOST} are open`);
    open++;
    try {
      await follow({ answer, request, reply, first, ended: closing.signal });
    } finally {
      open--;
    }
    return reply;
  });
}

/** `Last-Event-ID` is where a browser was; `?since=` where anybody wants to begin. */
function sinceIn({ headers, query }: FastifyRequest): number {
  const last = headers['last-event-id'];
  if (typeof last === 'string' && /^\d{1,15}$/.test(last)) return Number(last) + 1;
  const { since = '0', ...rest } = query as Readonly<Record<string, unknown>>;
  if (typeof since !== 'string' || !/^\d{1,15}$/.test(since) || Object.keys(rest).length > 0)
    throw new WeighbridgeError('input-invalid', 'since: is no position');
  return Number(since);
}

type Ask = (request: FastifyRequest, since: number) => Promise<OutputOf<'event.list'>>;

async function look(
  answer: AnswerCall,
  request: FastifyRequest,
  { since, secure }: { readonly since: number; readonly secure: boolean },
): Promise<OutputOf<'event.list'>> {
  const credentials = credentialsIn(request.headers, secure);
  const output = await answer({ name: 'event.list', input: { since }, credentials, idempotencyKey: null });
  return output as OutputOf<'event.list'>;
}

interface Following {
  readonly answer: Ask;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly first: OutputOf<'event.list'>;
  readonly ended: AbortSignal;
}

async function follow({ answer, request, reply, first, ended }: Following): Promise<void> {
  const { raw } = reply;
  reply.hijack();
  raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream; charset=utf-8' });
  raw.write(': events of a Weighbridge\n\n');
  const end = performance.now() + LONGEST;
  let page = first;
  let beat = performance.now();
  while (!raw.destroyed && !ended.aborted && performance.now() < end) {
    for (const event of page.items) raw.write(written(event));
    if (page.items.length > 0) beat = performance.now();
    else if (performance.now() - beat > HEARTBEAT) {
      raw.write(': still here\n\n');
      beat = performance.now();
    }
    await wait(POLL, undefined, { signal: ended }).catch(() => {});
    const next = await answer(request, page.next).catch(() => null);
    // Whoever may no longer listen, or a database that is gone: both end it, and coming back tells which.
    if (next === null) break;
    page = next;
  }
  raw.end();
}

function headersOf(reply: FastifyReply): Record<string, string> {
  return Object.fromEntries(Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]));
}

/** JSON holds no line feed, so that a text of somebody's cannot begin an event of its own. */
function written({ position, kind, ...rest }: OutputOf<'event.list'>['items'][number]): string {
  return `id: ${position}\nevent: ${kind}\ndata: ${JSON.stringify({ position, kind, ...rest })}\n\n`;
}
