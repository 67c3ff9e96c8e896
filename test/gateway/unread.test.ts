import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerHeaders, requestHeaders } from '../../src/gateway/headers.ts';
import type { Replica } from '../../src/gateway/snapshot.ts';
import type { Json, JsonObject } from '../../src/kernel/json.ts';
import type { Slot, Surface } from '../../src/wire/surface.ts';
import { SURFACES } from '../../src/wire/table.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { json, raw } from './scripted-upstream.ts';
import { EXAMPLES, type Example } from './unread-examples.ts';

/** No word, no bytes, no key of a program: whoever does not read it lets it through. */
const PLANTED = 'the key is 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 there';
type Path = readonly (string | number)[];

/** Every place of a value, with what stands there. */
function placesIn(
  value: Json | undefined,
  path: Path = [],
): { readonly path: Path; readonly value: Json | undefined }[] {
  const here = { path, value };
  if (typeof value !== 'object' || value === null) return [here];
  const entries: [string | number, Json | undefined][] = Array.isArray(value)
    ? value.map((one: Json, at): [number, Json] => [at, one])
    : Object.entries(value);
  return [here, ...entries.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function withAt(value: Json | undefined, path: Path, put: (there: Json | undefined) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return put(value);
  const copy: Record<string | number, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) };
  copy[key] = withAt(copy[key] as Json, rest, put);
  return copy as Json;
}

/** Examples with something planted: in place of each text, and in each object under a key that nobody knows, or as one. */
function plantedIn(example: JsonObject): { readonly where: string; readonly value: JsonObject }[] {
  return placesIn(example).flatMap(({ path, value }) => {
    const plants: [string, (there: Json | undefined) => Json][] =
      typeof value === 'string'
        ? [
            ['', () => PLANTED],
            ['as a list', () => [PLANTED]],
            ['as an object', () => ({ says: PLANTED })],
          ]
        : typeof value === 'object' && value !== null
          ? Array.isArray(value)
            ? [['one more entry', (there) => [...(there as Json[]), PLANTED]]]
            : [
                ['a new member', (there) => ({ ...(there as JsonObject), novel: PLANTED })],
                ['a new object', (there) => ({ ...(there as JsonObject), novel: [{ says: PLANTED }] })],
                ['a new key', (there) => ({ ...(there as JsonObject), [PLANTED]: 1 })],
              ]
          : [];
    return plants.map(([how, put]) => ({
      where: `${path.join('.')} ${how}`.trim(),
      value: withAt(example, path, put) as JsonObject,
    }));
  });
}

function isSeen(slots: readonly Slot[]): boolean {
  return slots.some(({ text }) => text.includes(PLANTED));
}

/** Whether what is planted is read, or the call is refused for it. */
function isRead(surface: Surface, way: Example['way'], value: JsonObject): boolean {
  switch (way) {
    case 'in': {
      const reading = surface.textsIn(value);
      return typeof reading === 'string' || isSeen(reading.slots);
    }
    case 'out':
      return isSeen(surface.textsOut(value));
    case 'event': {
      const { stream } = surface;
      return stream !== null && (isSeen(stream.wholeIn(value)) || isSeen(stream.deltasIn(value)));
    }
  }
}

function surfaceOf(id: string): Surface {
  const surface = SURFACES.find((one) => one.id === id);
  if (surface === undefined) throw new Error(id);
  return surface;
}

describe('no text passes unread, wherever it stands', () => {
  it.each(EXAMPLES.map((example) => [`${example.surface}, ${example.way}: ${example.what}`, example] as const))(
    '%s',
    (_, { surface: id, way, value, unread = [] }) => {
      const surface = surfaceOf(id);
      const passed = plantedIn(value)
        .filter(({ value: planted }) => !isRead(surface, way, planted))
        .map(({ where }) => where)
        .filter((where) => !unread.some((known) => where === known || where.startsWith(`${known} `)));
      expect(passed).toEqual([]);
    },
  );
});

describe('nothing of it comes out of a gateway', () => {
  let at: Rig;
  beforeAll(async () => {
    at = await rig();
  });
  afterAll(() => at.close());

  /** What the other side gets of it: the server, of a call; the caller, of an answer. */
  async function said(surface: Surface, way: Example['way'], value: JsonObject): Promise<string> {
    at.upstream.seen.splice(0);
    const streams = way === 'event';
    at.upstream.script = streams
      ? raw([`data: ${JSON.stringify(value)}\n\n`, 'data: [DONE]\n\n'])
      : json(200, way === 'out' ? value : {});
    const call = way === 'in' ? { ...value, model: 'chat' } : { ...callOf(surface), model: 'chat', stream: streams };
    const path = surface.pathTo('chat', streams);
    const answer = await fetch(at.address + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        ...(surface.file === undefined ? { 'content-type': 'application/json' } : {}),
      },
      body: surface.file === undefined ? JSON.stringify(call) : formOf(surface.file, call),
    });
    const got = await answer.text();
    return way === 'in' ? at.upstream.seen.map(({ body }) => body).join() : got;
  }

  const rows = EXAMPLES.filter(({ surface, way }) => way !== 'in' || surfaceOf(surface).file === undefined);
  it.each(rows.map((example) => [`${example.surface}, ${example.way}: ${example.what}`, example] as const))(
    '%s',
    async (_, { surface: id, way, value, unread = [] }) => {
      const surface = surfaceOf(id);
      at.use({ channel: { media: 'pass' }, replica: { dialect: surface.dialect } });
      const passed: string[] = [];
      const plants = plantedIn(value).filter(({ where }) => !where.includes(' ') && !unread.includes(where));
      // That all are read stands above; here a part of them goes all the way.
      for (const { where, value: planted } of plants.filter((_, place) => place % 5 === 0)) {
        if ((await said(surface, way, planted)).includes('ghp_')) passed.push(where);
      }
      expect(passed).toEqual([]);
    },
  );
});

describe('headers', () => {
  it.each<[string, string, boolean]>([
    ['content-type', 'text/event-stream; charset=utf-8', true],
    ['retry-after', 'Sat, 28 Nov 2026 19:00:00 GMT', true],
    ['retry-after', '30', true],
    ['x-ratelimit-reset-tokens', '6m0.5s', true],
    ['ratelimit-policy', '"burst";q=100;w=60, "day";q=1000', true],
    ['anthropic-ratelimit-tokens-reset', '2026-11-28T19:00:00Z', true],
    ['retry-after', PLANTED, false],
    ['openai-note', 'mary@example.com', false],
    ['openai-organization', 'our-account', false],
    ['set-cookie', 'a=b', false],
  ])('of an answer: %s: %s', (name, value, passes) => {
    expect(answerHeaders([name, value])).toEqual(passes ? [name, value] : []);
  });

  it.each<[string, boolean]>([
    ['anthropic-beta', true],
    ['traceparent', true],
    ['x-title', true],
    ['x-forwarded-email', false],
    ['cf-connecting-ip', false],
    ['x-weighbridge-user', false],
    ['x-amzn-oidc-data', false],
    ['cookie', false],
  ])('of a call: %s', (name, passes) => {
    const to = { authorization: null } as Replica;
    expect(requestHeaders([name, 'v'], to, { requestId: 'r', type: null }).includes(name)).toBe(passes);
  });
});

/** A call of this surface that asks for nothing special. */
function callOf({ id }: Surface): JsonObject {
  const messages = [{ role: 'user', content: 'hi' }];
  const texts: JsonObject = {
    messages,
    prompt: 'hi',
    input: 'hi',
    contents: [{ role: 'user', parts: [{ text: 'hi' }] }],
  };
  const wants: Readonly<Record<string, string>> = {
    completions: 'prompt',
    images: 'prompt',
    responses: 'input',
    embeddings: 'input',
    'generate-content': 'contents',
    transcriptions: 'prompt',
  };
  const key = wants[id] ?? 'messages';
  return { [key]: texts[key] };
}

function formOf(file: string, fields: JsonObject): FormData {
  const form = new FormData();
  form.set(file, new Blob(['RIFF']), 'a.wav');
  for (const [key, value] of Object.entries(fields))
    form.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  return form;
}
