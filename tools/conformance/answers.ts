import { deepEqual, equal } from 'node:assert/strict';
import { json, raw } from '../../test/gateway/scripted-upstream.ts';
import type { Check } from './check.ts';
import { SERVERS } from './servers.ts';

const COUNTED = { input: 3, output: 5 };
const PIECES = ['Grüezi ', 'mitenand, ', '水曜日 und ', 'gute Nacht 🌙.'];
const WHOLE = PIECES.join('');
const SCHEMA = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'], additionalProperties: false };
/** Longer than any buffer between two processes. */
const LONG = 'a long line of words '.repeat(40_000);

/** What every SDK is told of good answers, whichever words the server speaks. */
export const ANSWERS: readonly Check[] = [
  {
    what: 'an answer, with its usage',
    run: async (client, { upstream }) => {
      upstream.script = json(200, SERVERS[client.server].whole(WHOLE));
      deepEqual(await client.ask('Hello'), { text: WHOLE, ...COUNTED });
    },
  },
  {
    what: 'a stream, with its usage',
    run: async (client, { upstream }) => {
      upstream.script = raw(SERVERS[client.server].events(PIECES));
      deepEqual(await client.stream('Hello'), { text: WHOLE, ...COUNTED });
    },
  },
  {
    what: 'a stream cut within characters',
    run: async (client, { upstream }) => {
      const bytes = Buffer.from(SERVERS[client.server].events(PIECES).join(''));
      const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) => bytes.subarray(at * 7, at * 7 + 7));
      upstream.script = raw(pieces);
      deepEqual(await client.stream('Hello'), { text: WHOLE, ...COUNTED });
    },
  },
  {
    what: 'a line of 840,000 characters',
    run: async (client, { upstream }) => {
      upstream.script = raw(SERVERS[client.server].events([LONG]));
      equal((await client.stream('Hello')).text, LONG);
    },
  },
  {
    what: 'a tool call',
    run: async (client, { upstream }) => {
      upstream.script = json(200, SERVERS[client.server].toolCall({ kilos: 12.5 }));
      deepEqual(await client.callTool('How heavy?'), { kilos: 12.5 });
      equal(upstream.seen.at(-1)?.body.includes('kilos'), true);
    },
  },
  {
    what: 'structured output',
    run: async (client, { upstream }) => {
      upstream.script = json(200, SERVERS[client.server].whole('{"n": 3}'));
      deepEqual(await client.structured('How many?', SCHEMA), { n: 3 });
      equal(upstream.seen.at(-1)?.body.includes('additionalProperties'), true);
    },
  },
];
