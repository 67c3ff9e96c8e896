import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { streamedAnswer, wholeAnswer } from './answers.ts';

/** Two model servers in one process, which answer as `answers.ts` says and count who hangs up. */
const tally = { calls: 0, begun: 0, hungUp: 0 };

async function modelServer(model: string): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      tally.calls += 1;
      const { messages, stream } = JSON.parse(Buffer.concat(parts).toString()) as {
        messages: { content: string }[];
        stream?: boolean;
      };
      const [kind = '', n = '0'] = (messages[0]?.content ?? '').split(' ');
      if (kind === 'ask') return answer(Number(n), stream === true);
      // Whoever asked this hangs up: after the first words of a stream, or while it waits.
      tally.begun += 1;
      response.on('close', () => (tally.hungUp += response.writableFinished ? 0 : 1));
      if (kind === 'hold' || kind === 'leave-stream') {
        const [first = ''] = streamedAnswer(model, Number(n));
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(first);
      }
    });
    const answer = (n: number, streams: boolean): void => {
      response.writeHead(200, { 'content-type': streams ? 'text/event-stream' : 'application/json' });
      if (streams) for (const event of streamedAnswer(model, n)) response.write(event);
      response.end(streams ? '' : wholeAnswer(model, n));
    };
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

process.send?.({ origins: [await modelServer('one'), await modelServer('two')] });
process.on('message', () => process.send?.({ tally }));
process.on('disconnect', () => process.exit(0));
