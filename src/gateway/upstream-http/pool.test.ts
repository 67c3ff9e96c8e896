import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Flow, Question } from './asking.ts';
import { Pool } from './pool.ts';

const WHOLE = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const PATIENCE = { connect: 1, begin: 3, between: 2, idle: 1 };

/** Calls as they came in, and the connections they came on. */
let calls: { readonly text: string; readonly on: Socket }[] = [];
let sockets: Socket[] = [];
/** What the model server does with the beginning of a call. */
let script: (on: Socket, text: string) => void;
const server = createServer((socket) => {
  sockets.push(socket);
  socket.on('error', () => {});
  socket.on('data', (bytes: Buffer) => {
    const text = bytes.toString('latin1');
    if (text.startsWith('POST ')) calls.push({ text, on: socket });
    script(socket, text);
  });
});
let pool: Pool;
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')));
afterAll(() => void server.close());
beforeEach(() => {
  [calls, sockets] = [[], []];
  script = (on) => void on.write(WHOLE);
  pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 2, patience: PATIENCE });
});
afterEach(() => {
  pool.close();
  for (const socket of sockets) socket.destroy();
});

interface Told {
  readonly flow: Flow;
  readonly told: string[];
  readonly over: Promise<string>;
}

/** Asks, and writes down what is told. */
function ask(question: Partial<Question> = {}, on: { head?: (flow: Flow) => void } = {}): Told {
  const told: string[] = [];
  const body = Buffer.from('{}');
  let flow: Flow | null = null;
  let settle: (how: string) => void;
  const over = new Promise<string>((resolve) => {
    settle = resolve;
  });
  flow = pool.ask(
    { path: '/v1', headers: ['x-a', 'b'], length: body.length, body, ...question },
    {
      head: (status) => {
        told.push(`${status}`);
        if (flow !== null) on.head?.(flow);
      },
      data: (bytes) => void told.push(bytes.toString()),
      end: () => settle([...told, 'end'].join(' ')),
      failed: ({ kind }) => settle([...told, kind].join(' ')),
    },
  );
  return { flow, told, over };
}

const ticks = (count: number): void => {
  for (let tick = 0; tick < count; tick++) pool.tick();
};

describe('calls to a model server', () => {
  it('go out in one piece each, one after the other on a connection that is kept', async () => {
    expect(await ask().over).toBe('200 hi end');
    expect(await ask().over).toBe('200 hi end');
    const { port } = server.address() as AddressInfo;
    expect(calls.map(({ text }) => text)).toEqual(
      Array(2).fill(
        `POST /v1 HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: keep-alive\r\nx-a: b\r\ncontent-length: 2\r\n\r\n{}`,
      ),
    );
    expect(sockets.length).toBe(1);
  });

  it('wait when every connection is taken, and are forgotten when they are given up', async () => {
    const held: Socket[] = [];
    script = (on) => void held.push(on);
    const [first, second, third, fourth] = [ask(), ask(), ask(), ask()];
    await expect.poll(() => held.length).toBe(2);
    third.flow.abort();
    script = (on) => void on.write(WHOLE);
    for (const on of held) on.write(WHOLE);
    expect(await Promise.all([first.over, second.over, fourth.over])).toEqual(Array(3).fill('200 hi end'));
    expect([third.told, calls.length, sockets.length]).toEqual([[], 3, 2]);
  });

  it.each([
    ['says that it closes', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi'],
    ['sends more than it said', `${WHOLE}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil`],
    ['keeps connections for a moment', 'HTTP/1.1 200 OK\r\nKeep-Alive: timeout=2\r\nContent-Length: 2\r\n\r\nhi'],
  ])('get another connection when the server %s', async (_, answer) => {
    script = (on) => void on.write(answer);
    expect([await ask().over, await ask().over]).toEqual(['200 hi end', '200 hi end']);
    expect(sockets.length).toBe(2);
  });

  it('get no answer that came before they were made', async () => {
    expect(await ask().over).toBe('200 hi end');
    const gone = once(sockets[0] as Socket, 'close');
    sockets[0]?.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil');
    await gone;
    expect(await ask().over).toBe('200 hi end');
    // Nor one that came in the turn in which they are made, before anything of them went out.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    sockets[1]?.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil');
    expect(await ask().over).toBe('stale');
  });

  it('fail as stale only on a connection that was kept, before anything came', async () => {
    script = (on) => void on.destroy();
    expect(await ask().over).toBe('lost');
    script = (on) => void on.write(WHOLE);
    expect(await ask().over).toBe('200 hi end');
    script = (on) => void on.destroy();
    expect(await ask().over).toBe('stale');
    script = (on) => void on.write(WHOLE);
    expect(await ask().over).toBe('200 hi end');
    script = (on) => void on.end('H');
    expect(await ask().over).toBe('lost');
  });

  it('end with the connection only where the server said nothing of a length', async () => {
    script = (on) => void on.end('HTTP/1.1 200 OK\r\n\r\nhi');
    expect(await ask().over).toBe('200 hi end');
    script = (on) => void on.end('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi');
    expect(await ask().over).toBe('200 hi lost');
    script = (on) => void on.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n');
    expect(await ask().over).toBe('200 hi lost');
  });

  it('are told nothing more once they are given up, and the server sees it', async () => {
    script = (on) => void on.write('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi');
    const call = ask({}, { head: (flow) => flow.abort() });
    await expect.poll(() => sockets[0]?.destroyed).toBe(true);
    expect(call.told).toEqual(['200']);
    script = (on) => void on.write(WHOLE);
    const [answered, next] = [ask(), ask()];
    expect(await answered.over).toBe('200 hi end');
    // Whatever was on this connection is over: what stands on it now is another's.
    answered.flow.abort();
    expect(await next.over).toBe('200 hi end');
  });

  it('make the server wait when the caller does', async () => {
    const large = Buffer.alloc(16 * 1024 * 1024, 'a');
    script = (on) => {
      on.write(`HTTP/1.1 200 OK\r\nContent-Length: ${large.length}\r\n\r\n`);
      on.write(large);
    };
    const call = ask({}, { head: (flow) => flow.pause() });
    await expect.poll(() => call.told.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(call.told.slice(1).join('').length).toBeLessThan(1024 * 1024);
    expect(sockets[0]?.writableLength).toBeGreaterThan(0);
    // Nobody waits in vain for a server that was told to wait.
    ticks(10);
    call.flow.resume();
    expect((await call.over).length).toBe('200  end'.length + large.length + call.told.length - 2);
  });

  it('end when the server does not begin, or stops in the middle, or is not used', async () => {
    script = () => {};
    const silent = ask();
    await expect.poll(() => calls.length).toBe(1);
    ticks(4);
    expect(await silent.over).toBe('lost');
    script = (on) => void on.write('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi');
    const stalled = ask();
    await expect.poll(() => stalled.told.length).toBe(2);
    ticks(3);
    expect(await stalled.over).toBe('200 hi lost');
    script = (on) => void on.write(WHOLE);
    expect(await ask().over).toBe('200 hi end');
    ticks(2);
    await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('are not made when they could be read as more than one', async () => {
    for (const question of [
      { path: '/v1 HTTP/1.1\r\nx: y' },
      { path: '' },
      { headers: ['a', 'b\r\nc: d'] },
      { headers: ['a b', 'c'] },
      { headers: ['a', 'b\n'] },
      { headers: ['Transfer-Encoding', 'chunked'] },
      { headers: ['content-length', '9'] },
      { headers: ['a', '\u010a'] },
    ])
      expect(await ask(question).over).toBe('lost');
    expect(sockets.length).toBe(0);
  });

  it('stream what is long, and exactly as much as was said', async () => {
    const pieces = Array.from({ length: 40 }, () => Buffer.alloc(65_536, 'a'));
    const length = 40 * 65_536;
    let come = 0;
    script = (on, text) => {
      come += text.startsWith('POST') ? text.length - text.indexOf('\r\n\r\n') - 4 : text.length;
      if (come >= length) on.write(WHOLE);
    };
    expect(await ask({ body: Readable.from(pieces), length }).over).toBe('200 hi end');
    expect(come).toBe(length);
    expect(await ask({ body: Readable.from(pieces), length: length - 1 }).over).toBe('lost');
    expect(await ask({ body: Readable.from([Buffer.from('a')]), length: 2 }).over).toBe('lost');
    await expect.poll(() => sockets.filter(({ destroyed }) => destroyed).length).toBe(2);
  });

  it('leave a connection whose server answered before it had heard all', async () => {
    const body = new Readable({ read: () => {} });
    body.push('a');
    expect(await ask({ body, length: 1_000 }).over).toBe('200 hi end');
    expect(body.destroyed).toBe(true);
    expect(await ask().over).toBe('200 hi end');
    expect(sockets.length).toBe(2);
  });

  it('fail when nobody listens, and when the gateway stops', async () => {
    script = () => {};
    const [first, second, waiting] = [ask(), ask(), ask()];
    await expect.poll(() => calls.length).toBe(2);
    pool.close();
    expect(await Promise.all([first.over, second.over, waiting.over])).toEqual(Array(3).fill('lost'));
    expect(await ask().over).toBe('lost');
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    pool = new Pool(`http://127.0.0.1:${port}`, { connections: 1, patience: PATIENCE });
    expect(await Promise.all([ask().over, ask().over])).toEqual(['lost', 'lost']);
  });
});
