import { connect, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/kernel/limits.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { chunk, completion, echo, json } from './scripted-upstream.ts';

let world: Rig;
beforeAll(async () => {
  world = await rig();
});
afterAll(() => world.close());
beforeEach(() => {
  world.use();
});

const JSON_BODY = JSON.stringify({ model: 'chat', messages: [{ role: 'user', content: 'hello' }] });
const HEAD = [`POST /v1/chat/completions HTTP/1.1`, `Authorization: Bearer ${KEY}`, 'Content-Type: application/json'];

/** A request as it stands, line by line. */
function request(lines: readonly string[], body = JSON_BODY, end = '\r\n'): string {
  return [...HEAD, ...lines, '', body].join(end);
}
const LENGTH = `Content-Length: ${JSON_BODY.length}`;
const HOST = 'Host: gateway.example';
/** After which the gateway closes. */
const LAST = 'Connection: close';

/** Says these bytes, and gives all that is answered until the connection is closed. */
function say(bytes: string | Buffer, more?: (socket: Socket) => void): Promise<{ text: string; closed: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(world.address).port), '127.0.0.1');
    let text = '';
    const done = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    const timer = setTimeout(() => done(false), 60_000);
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => done(true));
    socket.write(bytes);
    more?.(socket);
  });
}

const statuses = (text: string): readonly string[] =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, code]) => code ?? '');

describe('a request that two programs may read in two ways', () => {
  const second = `GET /v1/models HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}\r\n\r\n`;
  it.each([
    ['with a length and chunks', request([HOST, LENGTH, 'Transfer-Encoding: chunked'])],
    ['with chunks and a length', request([HOST, 'Transfer-Encoding: chunked', LENGTH], `0\r\n\r\n${second}`)],
    ['with two lengths that differ', request([HOST, LENGTH, 'Content-Length: 0'])],
    ['with the same length twice', request([HOST, LENGTH, LENGTH])],
    ['with a length that is a list', request([HOST, `Content-Length: ${JSON_BODY.length}, ${JSON_BODY.length}`])],
    ['with a length that is no number', request([HOST, 'Content-Length: +2'])],
    ['with a blank before the colon', request([HOST, `Content-Length : ${JSON_BODY.length}`])],
    ['with a folded header', request([HOST, LENGTH, 'X-Note: one', ' Transfer-Encoding: chunked'])],
    ['with line feeds alone', request([HOST, LENGTH], JSON_BODY, '\n')],
    ['with a carriage return in a header', request([HOST, LENGTH, 'X-Note: a\rTransfer-Encoding: chunked'])],
    ['with a NUL in a header', request([HOST, LENGTH, 'X-Note: a\u0000b'])],
    ['with an encoding that only looks like chunks', request([HOST, 'Transfer-Encoding: xchunked'], '0\r\n\r\n')],
    [
      'with chunks and another encoding behind them',
      request([HOST, 'Transfer-Encoding: chunked, identity'], '0\r\n\r\n'),
    ],
    ['with a chunk whose length overflows', request([HOST, 'Transfer-Encoding: chunked'], 'fffffffffffffffff\r\nx')],
    ['with a chunk whose length is no number', request([HOST, 'Transfer-Encoding: chunked'], '0x2\r\n{}\r\n0\r\n\r\n')],
    ['for two hosts', request([HOST, 'Host: other.example', LENGTH])],
    ['for no host', request([LENGTH])],
    ['in a version that is none', request([HOST, LENGTH]).replace('HTTP/1.1', 'HTTP/1.9')],
  ])('%s is refused, with all that stands behind it', async (_, bytes) => {
    const before = world.upstream.seen.length;
    const { text, closed } = await say(bytes);
    expect(statuses(text)).toEqual(['400']);
    expect(closed).toBe(true);
    expect(world.upstream.seen.length).toBe(before);
  });
});

describe('a caller who wants too much', () => {
  it('with a head larger than a head may be is refused', async () => {
    const { text, closed } = await say(request([HOST, LENGTH, `X-Note: ${'x'.repeat(20_000)}`]));
    expect([statuses(text), closed]).toEqual([['431'], true]);
  });

  it('with more headers than anybody needs has those that count, and no more memory', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => `a${at}: 1`);
    expect(statuses((await say(request([HOST, LENGTH, ...many]))).text)).toEqual(['431']);
  });

  it('with a body of a gigabyte is refused before it comes', async () => {
    const { text, closed } = await say(request([HOST, 'Content-Length: 1073741824'], '{'));
    expect([statuses(text), closed]).toEqual([['413'], true]);
  });

  it('with a body that never ends is refused where bodies end', async () => {
    const piece = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(0x10_0000, 0x20), Buffer.from('\r\n')]);
    let sent = 0;
    const { text, closed } = await say(request([HOST, 'Transfer-Encoding: chunked'], ''), (socket) => {
      const more = (): void => {
        while (!socket.destroyed && sent < 200) {
          sent++;
          if (!socket.write(piece)) return void socket.once('drain', more);
        }
      };
      more();
    });
    expect([statuses(text), closed]).toEqual([['413'], true]);
    expect(world.records.at(-1)?.status).toBe(413);
    expect(sent).toBeLessThan(150);
  });

  it('with a body too large, all of it sent before anything is read, still reads why it is refused', async () => {
    const body = Buffer.alloc(LIMITS.gatewayBody + 4_000_000, 0x20);
    const head = request([HOST, `Content-Length: ${body.length}`], '');
    const text = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(world.address).port), '127.0.0.1')
        .on('error', reject)
        .pause();
      socket.write(head);
      socket.write(body, () => {
        let said = '';
        socket
          .on('data', (data) => (said += data.toString('latin1')))
          .on('close', () => resolve(said))
          .resume();
      });
    });
    expect(statuses(text)).toEqual(['413']);
    expect(text).toContain('body_too_large');
  });

  it('who asks first whether a body is wanted is refused without one', async () => {
    const asking = request([HOST, 'Expect: 100-continue', 'Content-Length: 2'], '');
    const { text } = await say(asking.replace(KEY, 'wbk_unknown'), (socket) => socket.once('data', () => socket.end()));
    expect(statuses(text)).toEqual(['401']);
    const known = await say(request([HOST, LENGTH, 'Expect: 100-continue', LAST], ''), (socket) =>
      socket.once('data', () => socket.write(JSON_BODY)),
    );
    expect(statuses(known.text)).toEqual(['100', '200']);
  });

  it('with calls one behind the other gets their answers in their order', async () => {
    const asking = (content: string, ...more: readonly string[]): string => {
      const body = JSON.stringify({ model: 'chat', messages: [{ role: 'user', content }] });
      return request([HOST, `Content-Length: ${body.length}`, ...more], body);
    };
    world.upstream.script = async (seen, response) => {
      const slow = seen.body.includes('first');
      await new Promise((resolve) => setTimeout(resolve, slow ? 50 : 0));
      await json(200, completion(slow ? 'one' : 'two'))(seen, response);
    };
    const { text } = await say(asking('first') + asking('second', LAST));
    world.upstream.script = echo;
    expect([...text.matchAll(/"content":"(\w+)"/g)].map(([, said]) => said)).toEqual(['one', 'two']);
  });

  it('with many streams that say nothing leaves the others alone', async () => {
    const open: Socket[] = [];
    world.upstream.script = (seen, response) => {
      if (!seen.body.includes('"stream"')) return echo(seen, response);
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(chunk({ role: 'assistant', content: '' }));
    };
    const body = JSON.stringify({ model: 'chat', stream: true, messages: [{ role: 'user', content: 'idle' }] });
    const port = Number(new URL(world.address).port);
    for (let at = 0; at < 200; at++) {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      socket.write(request([HOST, `Content-Length: ${body.length}`], body));
      open.push(socket);
    }
    const { text } = await say(request([HOST, LENGTH, LAST]));
    for (const socket of open) socket.destroy();
    world.upstream.script = echo;
    expect(statuses(text)).toEqual(['200']);
  });
});

describe('a model server that means harm', () => {
  /** Answers every connection with these bytes, and goes on with the last of them for as long as it is let. */
  const server = async (first: string, again: string) => {
    let sent = 0;
    const listening = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write(first);
        const more = (): void => {
          while (!socket.destroyed) {
            sent += again.length;
            if (!socket.write(again)) return void socket.once('drain', more);
          }
        };
        if (again !== '') more();
      });
    });
    await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
    const at = listening.address();
    world.use({ replica: { origin: `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}` } });
    return { sent: () => sent, close: () => listening.close() };
  };
  const HTTP = 'HTTP/1.1 200 OK\r\n';
  const zeros = gzipSync(Buffer.alloc(50_000_000)).toString('latin1');

  it.each([
    ['never ends a header', `${HTTP}X-Note: `, 'x'.repeat(1024)],
    ['never ends its headers', HTTP, `X-Note: ${'x'.repeat(1000)}\r\n`],
    [
      'packs a bomb',
      `${HTTP}Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${zeros.length}\r\n\r\n${zeros}`,
      '',
    ],
    ['says two lengths', `${HTTP}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, ''],
    [
      'says a length and chunks',
      `${HTTP}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      '',
    ],
    ['speaks no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'x'.repeat(1024)],
    [
      'answers without an end',
      `${HTTP}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `10000\r\n${' '.repeat(0x1_0000)}\r\n`,
    ],
  ])('and %s is a 502 to the caller, within bounds', async (_, first, again) => {
    const upstream = await server(first, again);
    const { text } = await say(request([HOST, LENGTH, LAST]));
    upstream.close();
    expect(statuses(text)).toEqual(['502']);
    expect(text).toContain('"error"');
    expect(upstream.sent()).toBeLessThan(150_000_000);
  });
});
