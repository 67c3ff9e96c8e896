import OpenAI from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import { inspectImage } from '../../src/guard/images/image.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { json, raw, type Script } from './scripted-upstream.ts';

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const SECRET = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
const usage = { input_tokens: 7, output_tokens: 1056, total_tokens: 1063 };

let at: Rig;
let client: OpenAI;
beforeAll(async () => {
  at = await rig();
  client = new OpenAI({ apiKey: KEY, baseURL: `${at.address}/v1`, maxRetries: 0 });
});
afterAll(async () => {
  await at.close();
  expect(at.faults).toEqual([]);
});
beforeEach(() => {
  at.use();
  at.upstream.seen.length = 0;
  at.records.length = 0;
  at.upstream.script = json(200, { created: 1, data: [{ b64_json: PNG }], usage });
});

const draw = (prompt: string, more: object = {}) => client.images.generate({ model: 'chat', prompt, ...more });
const isMarked = (base64: string | undefined) => inspectImage(Buffer.from(base64 ?? '', 'base64')).marked;
const event = (value: { readonly type: string }) => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;

describe('images/generations', () => {
  it('asks as it was asked, and marks the picture as made by a model', async () => {
    const { data, usage: counted } = await draw('a plover on a beach', { size: '256x256', num_inference_steps: 4 });
    expect(JSON.parse(at.upstream.seen[0]?.body ?? '')).toEqual({
      model: 'tiny',
      prompt: 'a plover on a beach',
      size: '256x256',
      num_inference_steps: 4,
    });
    expect(at.upstream.seen[0]?.path).toBe('/v1/images/generations');
    expect(isMarked(data?.[0]?.b64_json)).toBe(true);
    expect(counted?.total_tokens).toBe(1063);
    expect(at.records.at(-1)).toMatchObject({ surface: 'images', inputTokens: 7, outputTokens: 1056, code: null });
  });

  it('marks pictures in addresses that hold them, and tells of those that lie elsewhere', async () => {
    const data = [{ url: `data:image/png;base64,${PNG}` }, { url: 'https://pictures.example/1.png' }];
    at.upstream.script = json(200, { created: 1, data });
    const [inline, elsewhere] = (await draw('two plovers', { n: 2 })).data ?? [];
    expect(isMarked(inline?.url?.split(',')[1])).toBe(true);
    expect(elsewhere?.url).toBe('https://pictures.example/1.png');
    expect(at.records.at(-1)).toMatchObject({ found: ['image/unmarked'], outputTokens: 2112 });
  });

  it('sends the answer on byte for byte where the policy wants no marks', async () => {
    const text =
      'apiVersion: weighbridge/v1\nkind: GuardPolicy\nmetadata: {name: n, version: 1, description: d}\nspec:\n  extends: nothing\n  images: {mark: nothing, strip: []}\n  rules: []\n';
    at.use({
      channel: { guard: await openGuard({ policy: { name: 'p', text }, clock: () => performance.now() }) },
    });
    expect((await draw('a plover')).data?.[0]?.b64_json).toBe(PNG);
  });

  it('guards the prompt, whatever it is called', async () => {
    await draw(`a plover with ${SECRET} on a sign`);
    expect(at.upstream.seen[0]?.body).not.toContain(SECRET);
    await expect(draw('a plover', { negative_prompt: SECRET })).rejects.toMatchObject({ code: 'content_filter' });
  });

  it('redacts what the model made of the prompt', async () => {
    at.upstream.script = json(200, { created: 1, data: [{ b64_json: PNG, revised_prompt: `a sign: ${SECRET}` }] });
    const [image] = (await draw('a plover')).data ?? [];
    expect(image?.revised_prompt).toMatch(/^a sign: .*\[/);
    expect(image?.revised_prompt).not.toContain(SECRET);
  });

  it.each<[string, Script]>([
    ['a picture that is none', json(200, { created: 1, data: [{ b64_json: 'bm8gcGljdHVyZQ==' }] })],
    ['a page of HTML', raw(['<html>busy</html>'], 'text/html')],
    ['nothing', raw([], 'application/json')],
  ])('answers 502 for %s', async (_, script) => {
    at.upstream.script = script;
    await expect(draw('a plover')).rejects.toMatchObject({ status: 502, code: 'upstream_invalid' });
  });

  it('streams pictures that get better, each of them marked', async () => {
    at.upstream.script = raw([
      event({ type: 'image_generation.partial_image', b64_json: PNG, partial_image_index: 0 } as never),
      event({ type: 'image_generation.completed', b64_json: PNG, usage } as never),
    ]);
    const seen: [string, boolean][] = [];
    for await (const one of await client.images.generate({
      model: 'chat',
      prompt: 'a plover',
      stream: true,
      partial_images: 1,
    }))
      seen.push([one.type, isMarked(one.b64_json)]);
    expect(seen).toEqual([
      ['image_generation.partial_image', true],
      ['image_generation.completed', true],
    ]);
    await expect.poll(() => at.records.at(-1)?.stream).toBe(true);
    expect(at.records.at(-1)).toMatchObject({ stream: true, outputTokens: 1056 });
  });

  it('ends a stream that breaks off before the whole picture as an error', async () => {
    at.upstream.script = raw([
      event({ type: 'image_generation.partial_image', b64_json: PNG, partial_image_index: 0 } as never),
    ]);
    const all = (async () => {
      for await (const _ of await client.images.generate({ model: 'chat', prompt: 'a plover', stream: true }));
    })();
    await expect(all).rejects.toThrow(/middle/);
  });
});
