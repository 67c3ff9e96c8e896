import { equal, notEqual } from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { json, raw } from '../../test/gateway/scripted-upstream.ts';
import { type Check, failureOf, until } from './check.ts';
import type { Client } from './clients.ts';
import { SERVERS } from './servers.ts';
import { EXPIRED, type World } from './world.ts';

const refusal = (message: string) => ({ error: { message, code: 'no', type: 'no' } });

/** A server's error that the SDK must tell with its own status. */
const passed = (status: number): Check => ({
  what: `${status} of the server`,
  run: async (client, { upstream }) => {
    upstream.script = json(status, refusal('no'));
    equal((await failureOf(client.ask('Hello'))).status, status);
  },
});

/** An answer that is none. */
const broken = (what: string, script: World['upstream']['script'], status = 502): Check => ({
  what,
  run: async (client, { upstream }) => {
    upstream.script = script;
    equal((await failureOf(client.ask('Hello'))).status, status);
  },
});

/** What every SDK is told when something is wrong. */
export const ERRORS: readonly Check[] = [
  {
    what: '401 for an unknown and for an expired key',
    run: async (client) => {
      equal((await failureOf(client.ask('Hello', { key: 'wbk_nobody' }))).status, 401);
      equal((await failureOf(client.ask('Hello', { key: EXPIRED }))).status, 401);
    },
  },
  {
    what: '403 for a model that was not admitted, and for one that nobody serves',
    run: async (client, { upstream }) => {
      const before = upstream.seen.length;
      equal((await failureOf(client.ask('Hello', { channel: 'withdrawn' }))).status, 403);
      equal((await failureOf(client.stream('Hello', { channel: 'withdrawn' }))).status, 403);
      equal((await failureOf(client.ask('Hello', { channel: 'nobody' }))).status, 403);
      equal(upstream.seen.length, before);
    },
  },
  {
    what: '429 of the gateway, with retry-after',
    run: async (client, world) => {
      const key = world.freshKey();
      world.upstream.script = json(200, SERVERS[client.server].whole('once'));
      equal((await client.ask('Hello', { key })).text, 'once');
      const { status, retryAfter } = await failureOf(client.ask('Hello', { key }));
      equal(status, 429);
      if (client.showsHeaders) equal(Number(retryAfter) > 0, true);
    },
  },
  {
    what: '429 of the server, with its retry-after',
    run: async (client, { upstream }) => {
      upstream.script = json(429, refusal('slow down'), { 'retry-after': '7' });
      const { status, retryAfter } = await failureOf(client.ask('Hello'));
      equal(status, 429);
      if (client.showsHeaders) equal(retryAfter, '7');
    },
  },
  ...[400, 404, 500, 503].map(passed),
  broken('502 for a page of HTML', raw(['<html>busy</html>'], 'text/html')),
  broken('502 for nothing', raw([], 'application/json')),
  broken('502 for an answer that breaks off', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
    response.write('{"id": "half');
    setTimeout(() => response.destroy(), 20);
  }),
  {
    what: 'a stream that breaks off is an error, whether cut or ended in the middle',
    run: async (client, { upstream }) => {
      const events = SERVERS[client.server].events(['one ', 'two ', 'three.']).slice(0, -1);
      upstream.script = raw(events);
      await failureOf(client.stream('Hello'));
      upstream.script = (_, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(events.slice(0, 4).join(''));
        setTimeout(() => response.destroy(), 20);
      };
      await failureOf(client.stream('Hello'));
    },
  },
  {
    what: 'a server that stalls: the client’s timeout stops it',
    run: async (client, world) => {
      world.upstream.script = () => {};
      await stops(world, () => failureOf(client.ask('Hello', { timeout: 300 })));
    },
  },
  {
    what: 'cancel, while it waits',
    run: async (client, world) => {
      world.upstream.script = () => {};
      const given = new AbortController();
      await stops(world, async (asked) => {
        const call = failureOf(client.ask('Hello', { signal: given.signal }));
        await asked();
        given.abort();
        await call;
      });
    },
  },
  {
    what: 'cancel, in the middle of a stream',
    run: async (client, world) => {
      world.upstream.script = (_, response) => beginning(client, response);
      const given = new AbortController();
      let pieces = 0;
      const onPiece = (): void => {
        pieces++;
        given.abort();
      };
      await stops(world, async () => {
        await client.stream('Hello', { signal: given.signal, onPiece }).catch(() => {});
      });
      notEqual(pieces, 0);
    },
  },
];

function beginning(client: Client, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(SERVERS[client.server].events(['one. ', 'two. ']).slice(0, 5).join(''));
}

/** The server's work is stopped by what is done. `asked` settles once the server has the call. */
async function stops({ upstream }: World, act: (asked: () => Promise<void>) => Promise<unknown>): Promise<void> {
  const before = upstream.seen.length;
  await act(() => until(() => upstream.seen.length > before, 'the server is asked'));
  await until(() => upstream.seen.length > before, 'the server is asked');
  await until(() => upstream.seen[before]?.aborted === true, 'the server is told that nobody waits');
}
