import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chatText } from '../guard/texts.ts';
import { shareAddress } from './child.ts';
import { ANSWER } from './upstream-texts.ts';

/** A model server that costs nothing: answers that were made beforehand, events written one by one. */
const TOKENS = 64;
const text = chatText(TOKENS * 5);
const event = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'tiny', choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] })}\n\n`;
const events = [
  event({ role: 'assistant', content: '' }),
  ...Array.from({ length: TOKENS }, (_, at) => event({ content: text.slice(at * 5, at * 5 + 5) })),
  event({}, 'stop'),
  'data: [DONE]\n\n',
].map((one) => Buffer.from(one));
const whole = Buffer.from(
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'tiny',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: ANSWER },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: { prompt_tokens: 200, completion_tokens: 64, total_tokens: 264 },
  }),
);

const server = createServer((request, response) => {
  let stream = false;
  let tail = '';
  request.on('data', (part: Buffer) => {
    tail = (tail + part.subarray(-64).toString('latin1')).slice(-64);
  });
  request.on('end', () => {
    stream = tail.includes('"stream":true');
    if (!stream) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length }).end(whole);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let at = 0;
    const next = (): void => {
      if (response.destroyed) return;
      response.write(events[at++]);
      if (at < events.length) setImmediate(next);
      else response.end();
    };
    next();
  });
});
server.listen(0, '127.0.0.1', () => shareAddress((server.address() as AddressInfo).port));
