import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model server got, and whether its caller hung up before the answer was whole. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly bytes: Buffer;
  aborted: boolean;
}

export type Script = (seen: Seen, response: ServerResponse) => void | Promise<void>;

/** A model server that says what the test tells it to. It speaks OpenAI's wire format; the official SDK is its judge. */
export async function scriptedUpstream(): Promise<{
  readonly origin: string;
  readonly seen: Seen[];
  script: Script;
  close(): Promise<void>;
}> {
  const seen: Seen[] = [];
  const upstream = { script: echo as Script };
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const entry: Seen = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
        bytes: Buffer.concat(parts),
        aborted: false,
      };
      seen.push(entry);
      response.on('close', () => {
        if (!response.writableFinished) entry.aborted = true;
      });
      void upstream.script(entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    get script() {
      return upstream.script;
    },
    set script(next) {
      upstream.script = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Says the last message back. */
export const echo: Script = ({ body }, response) => {
  const { messages, stream } = JSON.parse(body) as { messages: { content: string }[]; stream?: boolean };
  const said = messages.at(-1)?.content ?? '';
  return stream === true
    ? says(said.match(/.{1,7}/gsu) ?? [])({} as Seen, response)
    : json(200, completion(said))({} as Seen, response);
};

export function completion(content: string): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'tiny',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop', logprobs: null }],
    usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 },
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Script {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

export function chunk(delta: object, finish: string | null = null): string {
  const choices = [{ index: 0, delta, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices })}\n\n`;
}

/** A stream that says these pieces and ends as it should. */
export function says(pieces: readonly string[]): Script {
  return raw(chunks(pieces));
}

export function chunks(pieces: readonly string[]): readonly string[] {
  return [
    chunk({ role: 'assistant', content: '' }),
    ...pieces.map((content) => chunk({ content })),
    chunk({}, 'stop'),
    'data: [DONE]\n\n',
  ];
}

/** These bytes and no others, head and all, and the end of the connection. */
export function bytes(text: string): Script {
  return (_, response) => void response.socket?.end(text);
}

/** These bytes, each in a write of its own. */
export function raw(parts: readonly (string | Buffer)[], type = 'text/event-stream'): Script {
  return async (_, response) => {
    response.writeHead(200, { 'content-type': type });
    for (const part of parts) {
      response.write(part);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    response.end();
  };
}
