import { deepEqual, equal } from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { toFile } from 'openai';
import { inspectImage } from '../../src/guard/images/image.ts';
import { json, raw } from '../../test/gateway/scripted-upstream.ts';
import { messageStream } from '../../test/gateway/words-anthropic.ts';
import { outputMessage, response, responseStream } from '../../test/gateway/words-responses.ts';
import { openAiClient } from './clients.ts';
import { KEY, type World } from './world.ts';

/** What one SDK alone has words for, on the scripted server. */
export interface OwnCheck {
  readonly client: string;
  readonly what: string;
  run(world: World): Promise<void>;
}

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const model = 'openai';
const openAi = (what: string, run: OwnCheck['run']): OwnCheck => ({ client: 'openai', what, run });
const recording = () => toFile(Buffer.from('RIFF no sound'), 'talk.wav', { type: 'audio/wav' });

export const OWN: readonly OwnCheck[] = [
  openAi('completions, with a suffix', async ({ gateway, upstream }) => {
    const choice = { index: 0, text: '  return a + b', finish_reason: 'stop', logprobs: null };
    upstream.script = json(200, { id: 'c', object: 'text_completion', created: 1, model: 'tiny', choices: [choice] });
    const { choices } = await openAiClient(gateway).completions.create({
      model,
      prompt: 'def add(a, b):',
      suffix: '\n',
    });
    equal(choices[0]?.text, '  return a + b');
  }),
  openAi('responses, whole and streamed', async ({ gateway, upstream }) => {
    const client = openAiClient(gateway);
    upstream.script = json(200, response([outputMessage('Good day')]));
    equal((await client.responses.create({ model, input: 'Hello' })).output_text, 'Good day');
    upstream.script = responseStream(['Good ', 'day']);
    equal((await client.responses.stream({ model, input: 'Hello' }).finalResponse()).output_text, 'Good day');
  }),
  openAi('embeddings', async ({ gateway, upstream }) => {
    const data = [{ object: 'embedding', index: 0, embedding: [0.25, -1] }];
    upstream.script = json(200, { object: 'list', model: 'tiny', data, usage: { prompt_tokens: 1, total_tokens: 1 } });
    const asked = { model, input: 'Hello', encoding_format: 'float' as const };
    deepEqual((await openAiClient(gateway).embeddings.create(asked)).data[0]?.embedding, [0.25, -1]);
  }),
  openAi('models', async ({ gateway }) => {
    const { data } = await openAiClient(gateway).models.list();
    equal(
      data.some(({ id }) => id === model),
      true,
    );
  }),
  openAi('transcription of an upload', async ({ gateway, upstream }) => {
    upstream.script = json(200, { text: 'Good day' });
    const { text } = await openAiClient(gateway).audio.transcriptions.create({ file: await recording(), model });
    equal(text, 'Good day');
    equal(upstream.seen.at(-1)?.body.includes('RIFF no sound'), true);
  }),
  openAi('transcription as subtitles', async ({ gateway, upstream }) => {
    const said = '1\n00:00:00,000 --> 00:00:02,500\nGrüezi\n';
    upstream.script = raw([said], 'text/plain; charset=utf-8');
    const asked = { file: await recording(), model, response_format: 'srt' as const };
    equal(await openAiClient(gateway).audio.transcriptions.create(asked), said);
  }),
  openAi('transcription as a stream', async ({ gateway, upstream }) => {
    const events = [
      { type: 'transcript.text.delta', delta: 'Good ' },
      { type: 'transcript.text.delta', delta: 'day' },
      { type: 'transcript.text.done', text: 'Good day' },
    ];
    upstream.script = raw(events.map((one) => `data: ${JSON.stringify(one)}\n\n`));
    let whole = '';
    const asked = { file: await recording(), model, stream: true as const };
    for await (const one of await openAiClient(gateway).audio.transcriptions.create(asked))
      if (one.type === 'transcript.text.done') whole = one.text;
    equal(whole, 'Good day');
  }),
  openAi('translation of an upload', async ({ gateway, upstream }) => {
    upstream.script = json(200, { text: 'Good day' });
    equal((await openAiClient(gateway).audio.translations.create({ file: await recording(), model })).text, 'Good day');
  }),
  openAi('images, marked as made by a model', async ({ gateway, upstream }) => {
    upstream.script = json(200, { created: 1, data: [{ b64_json: PNG }] });
    const { data } = await openAiClient(gateway).images.generate({ model, prompt: 'a plover' });
    equal(inspectImage(Buffer.from(data?.[0]?.b64_json ?? '', 'base64')).marked, true);
  }),
  {
    client: '@anthropic-ai/sdk',
    what: 'messages.stream, the helper',
    run: async ({ gateway, upstream }) => {
      upstream.script = messageStream(['Good ', 'day']);
      const client = new Anthropic({ apiKey: KEY, baseURL: gateway, maxRetries: 0 });
      const asked = { model: 'anthropic', max_tokens: 64, messages: [{ role: 'user' as const, content: 'Hello' }] };
      equal(await client.messages.stream(asked).finalText(), 'Good day');
    },
  },
  {
    client: '@anthropic-ai/sdk',
    what: 'count_tokens',
    run: async ({ gateway, upstream }) => {
      upstream.script = json(200, { input_tokens: 7 });
      const client = new Anthropic({ apiKey: KEY, baseURL: gateway, maxRetries: 0 });
      const asked = { model: 'anthropic', messages: [{ role: 'user' as const, content: 'Hello' }] };
      equal((await client.messages.countTokens(asked)).input_tokens, 7);
    },
  },
];
