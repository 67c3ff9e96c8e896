import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { JsonObject } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { CannotPut, type LocalModel } from '../ports/local-model.ts';
import { bodyIn } from '../wire/body.ts';
import { answerEmbedding, answerText, type Call } from './answer.ts';
import { chatIn, completionIn, embeddingIn } from './asked.ts';
import { createDesk } from './desk.ts';
import type { RunnerParts } from './parts.ts';
import { errorBody, Refusal } from './refusal.ts';
import { CHAT, COMPLETION } from './words.ts';

/** Milliseconds for a whole request to arrive. */
const REQUEST = 30_000;
const CONNECTIONS = 256;

/** Speaks OpenAI's API for one model. */
export function createRunnerServer(parts: RunnerParts): Server {
  const desk = createDesk(parts.model.seats, parts.waiting);
  const server = createServer({ requestTimeout: REQUEST, keepAliveTimeout: 5_000 }, (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    answer({ request, response, parts, signal: gone.signal, seat: () => desk.take(gone.signal) }).catch(
      (error: unknown) => {
        if (gone.signal.aborted) return;
        if (!(error instanceof Refusal)) parts.fault(error);
        refuse(response, error instanceof Refusal ? error : FAULT);
      },
    );
  });
  server.maxConnections = CONNECTIONS;
  return server;
}

const FAULT = new Refusal(500, 'model_failed', 'the model could not answer this call');

interface Door extends Omit<Call, 'body'> {
  readonly request: IncomingMessage;
}

type Post = (call: Call) => Promise<void>;

const POSTS: Readonly<Record<string, Post>> = {
  '/v1/chat/completions': async (call) => {
    const { turns, ...wanted } = chatIn(call.body);
    await answerText(call, { wanted, tokens: conversationOf(call, turns), words: CHAT, prefix: 'chatcmpl-' });
  },
  '/v1/completions': async (call) => {
    const { prompt, ...wanted } = completionIn(call.body);
    await answerText(call, { wanted, tokens: call.parts.model.tokensOf(prompt), words: COMPLETION, prefix: 'cmpl-' });
  },
  '/v1/embeddings': async (call) => answerEmbedding(call, embeddingIn(call.body)),
};

/** A page in a browser on this machine, which names a host of its own for our address, is not answered. */
const HERE = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

async function answer(door: Door): Promise<void> {
  const { request, response, parts } = door;
  if (!HERE.test(request.headers.host ?? '')) throw new Refusal(403, 'not_here', 'call it by 127.0.0.1');
  const [path = ''] = (request.url ?? '').split('?', 1);
  if (request.method === 'GET' && path === '/health') return reply(response, 200, { status: 'ok' });
  if (request.method === 'GET' && path === '/v1/models') return reply(response, 200, modelList(parts));
  const post = Object.hasOwn(POSTS, path) ? POSTS[path] : undefined;
  if (post === undefined) throw new Refusal(404, 'not_found', 'there is nothing at this path');
  if (request.method !== 'POST') throw new Refusal(405, 'method_not_allowed', 'POST it');
  await post({ ...door, body: await bodyOf(request) });
}

function conversationOf({ parts: { model } }: Call, turns: Parameters<LocalModel['conversation']>[0]) {
  try {
    const tokens = model.conversation(turns);
    if (tokens !== null) return tokens;
  } catch (error) {
    if (error instanceof CannotPut)
      throw new Refusal(400, 'invalid_request', `messages: the model's template refuses them: ${error.message}`);
    throw error;
  }
  throw new Refusal(400, 'no_chat_template', 'this model was taught no conversations; use /v1/completions');
}

async function bodyOf(request: IncomingMessage): Promise<JsonObject> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LIMITS.runnerBody)
      throw new Refusal(413, 'body_too_large', `a body may have ${LIMITS.runnerBody} bytes at most`);
    parts.push(part);
  }
  const body = bodyIn(Buffer.concat(parts));
  if (typeof body === 'string') throw new Refusal(400, 'invalid_request', body);
  return body.value;
}

function modelList({ name, now }: RunnerParts) {
  const created = Math.floor(now().getTime() / 1000);
  return { object: 'list', data: [{ id: name, object: 'model', created, owned_by: 'weighbridge' }] };
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  // Half an answer must not look like a whole one.
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (refusal.status === 429) response.setHeader('retry-after', '1');
  if (refusal.status === 413) response.setHeader('connection', 'close');
  reply(response, refusal.status, errorBody(refusal));
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
