import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../kernel/json.ts';
import type { Wanted } from './asked.ts';
import type { RunnerParts } from './parts.ts';
import { Refusal } from './refusal.ts';
import { roomAfter, type Said, say } from './say.ts';
import type { Head, Words } from './words.ts';

export interface Call {
  readonly body: JsonObject;
  readonly response: ServerResponse;
  readonly parts: RunnerParts;
  /** Aborted when the caller is gone. */
  readonly signal: AbortSignal;
  /** Null: too many wait already. */
  readonly seat: () => Promise<() => void> | null;
}

export interface Text {
  readonly wanted: Wanted;
  readonly tokens: readonly number[];
  readonly words: Words;
  /** Of the answer's id. */
  readonly prefix: string;
}

export async function answerText(call: Call, { wanted, tokens, words, prefix }: Text): Promise<void> {
  const { parts, signal } = call;
  // Before anybody waits for a seat in vain.
  roomAfter(parts.model, tokens, wanted.most);
  await seated(call, async () => {
    const created = Math.floor(parts.now().getTime() / 1000);
    const head: Head = { id: `${prefix}${parts.newId()}`, created, model: parts.name };
    const said = say(parts.model, tokens, wanted, signal);
    if (wanted.stream) await streamOf(call, said, { wanted, words, head });
    else await wholeOf(call, said, { words, head });
  });
}

export async function answerEmbedding(
  call: Call,
  { texts, base64 }: { readonly texts: readonly string[]; readonly base64: boolean },
): Promise<void> {
  const { parts, signal, response } = call;
  const { model, name } = parts;
  const inputs = texts.map((text) => model.tokensOf(text));
  for (const tokens of inputs) roomAfter(model, tokens, null);
  await seated(call, async () => {
    const data: unknown[] = [];
    for (const [index, tokens] of inputs.entries()) {
      const vector = await model.embed(tokens);
      signal.throwIfAborted();
      data.push({ object: 'embedding', index, embedding: base64 ? packed(vector) : vector });
    }
    const count = inputs.reduce((sum, tokens) => sum + tokens.length, 0);
    const usage = { prompt_tokens: count, total_tokens: count };
    whole(response, { object: 'list', data, model: name, usage });
  });
}

async function seated(call: Call, work: () => Promise<void>): Promise<void> {
  const taken = call.seat();
  if (taken === null) throw new Refusal(429, 'too_many_waiting', 'as many callers wait as may');
  const leave = await taken;
  try {
    call.signal.throwIfAborted();
    await work();
  } finally {
    leave();
  }
}

interface Shape {
  readonly words: Words;
  readonly head: Head;
}

async function wholeOf({ response }: Call, said: AsyncIterable<Said>, { words, head }: Shape): Promise<void> {
  let text = '';
  for await (const part of said) {
    if (part.kind === 'text') text += part.text;
    else whole(response, words.whole(head, text, part));
  }
}

async function streamOf(
  { response, signal }: Call,
  said: AsyncIterable<Said>,
  { wanted, words, head }: Shape & Pick<Text, 'wanted'>,
): Promise<void> {
  const send = async (value: unknown): Promise<void> => {
    if (value === null) return;
    // Who does not read holds up their own answer, and fills nobody's memory.
    if (!response.write(`data: ${JSON.stringify(value)}\n\n`)) await once(response, 'drain', { signal });
  };
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  await send(words.first(head));
  for await (const part of said) {
    if (part.kind === 'text') await send(words.piece(head, part.text));
    else {
      await send(words.last(head, part));
      if (wanted.usage) await send(words.used(head, part.usage));
      response.end('data: [DONE]\n\n');
    }
  }
}

/** As OpenAI's clients ask for vectors: 32-bit floats, the lowest byte first. */
function packed(vector: readonly number[]): string {
  const bytes = Buffer.alloc(4 * vector.length);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, 4 * at);
  return bytes.toString('base64');
}

function whole(response: ServerResponse, value: unknown): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
