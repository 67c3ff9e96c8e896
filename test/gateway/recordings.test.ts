import { request as httpRequest } from 'node:http';
import OpenAI, { toFile } from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openGuard } from '../../src/app/guard.ts';
import { createFormReader } from '../../src/wire/form.ts';
import { until } from '../support/until.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { json, raw, type Script } from './scripted-upstream.ts';

/** No sound, but bytes that no text has, and what looks like the end of a form. */
const AUDIO = Buffer.concat([Buffer.from('RIFF'), Buffer.from([0, 255, 254, 13, 10]), Buffer.from('--x--\r\n')]);
const POLICY = `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: {name: names, version: 1, description: d}
spec:
  extends: nothing
  message: Not as it was said.
  terms: [{id: name, title: A name, words: [Ann Lee, Bob]}, {id: code, title: A code, words: [plover seven]}]
  rules:
    - {id: names, types: [term/name], action: redact}
    - {id: codes, types: [term/code], action: block}
`;

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
beforeEach(async () => {
  at.use({
    channel: { guard: await openGuard({ policy: { name: 'p', text: POLICY }, clock: () => performance.now() }) },
  });
  at.upstream.seen.length = 0;
  at.records.length = 0;
  at.upstream.script = json(200, { text: 'Good day' });
});

const file = (bytes: Buffer = AUDIO, name = 'Interview with Anna Lee.WAV') =>
  toFile(bytes, name, { type: 'audio/wav' });
const hear = async (more: object = {}, options: object = {}) =>
  client.audio.transcriptions.create({ file: await file(), model: 'chat', ...more } as never, options) as unknown;
const text = (said: string, type = 'text/plain; charset=utf-8'): Script => raw([said], type);

/** What the server got: the fields, and the file. */
function received() {
  const { headers, bytes } = at.upstream.seen.at(-1) ?? { headers: {}, bytes: Buffer.alloc(0) };
  const reader = createFormReader(/boundary=(\S+)/.exec(headers['content-type'] ?? '')?.[1] ?? '');
  const pieces = reader.push(bytes);
  reader.end();
  return {
    fields: pieces.flatMap((one) => (one.kind === 'field' ? [[one.name, one.value]] : [])),
    audio: Buffer.concat(pieces.flatMap((one) => (one.kind === 'bytes' ? [one.bytes] : []))),
    text: bytes.toString('latin1'),
  };
}

describe('a recording', () => {
  it('goes to the server byte for byte, under the server’s own name for the model, although the file comes first', async () => {
    expect(
      await hear({ language: 'de', vad_filter: true, timestamp_granularities: ['word', 'segment'] }),
    ).toMatchObject({
      text: 'Good day',
    });
    const { fields, audio } = received();
    expect(fields).toEqual([
      ['model', 'tiny'],
      ['language', 'de'],
      ['vad_filter', 'true'],
      ['timestamp_granularities[]', 'word'],
      ['timestamp_granularities[]', 'segment'],
    ]);
    expect(audio.equals(AUDIO)).toBe(true);
    expect(at.upstream.seen[0]?.path).toBe('/v1/audio/transcriptions');
    expect(at.records.at(-1)).toMatchObject({ surface: 'transcriptions', channel: 'chat', status: 200, code: null });
  });

  it('that is long goes by way of the disk, and is whole', async () => {
    const long = Buffer.alloc(3_000_000, AUDIO);
    await client.audio.transcriptions.create({ file: await file(long), model: 'chat' });
    expect(received().audio.equals(long)).toBe(true);
  });

  it('loses its name, which names people; only its kind goes on', async () => {
    await hear();
    expect(received().text).toContain('filename="audio.wav"');
    expect(received().text).not.toContain('Anna');
  });

  it('is translated', async () => {
    const { text } = await client.audio.translations.create({ file: await file(), model: 'chat' });
    expect(text).toBe('Good day');
    expect(at.upstream.seen[0]?.path).toBe('/v1/audio/translations');
  });

  it('has a prompt that is guarded as any text is', async () => {
    await hear({ prompt: 'Bob and Mia talk' });
    expect(received().fields).toContainEqual(['prompt', expect.stringMatching(/^\[TERM_NAME\] and Mia talk$/)]);
    await expect(hear({ prompt: 'plover seven' })).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    await expect(hear({ hotwords: 'Bob' })).rejects.toMatchObject({ code: 'content_filter' });
  });

  it.each<[string, object, Record<string, string>, number, string]>([
    ['for a model that nobody serves', { model: 'other' }, {}, 403, 'model_not_allowed'],
    ['without a file', { file: undefined }, {}, 400, 'invalid_request'],
    ['of people who refuse', {}, { 'X-Recording-Consent': 'no' }, 403, 'consent_refused'],
    ['whose stream is neither', { stream: 'perhaps' }, {}, 400, 'invalid_request'],
  ])('%s is refused before a server hears of it', async (_, more, headers, status, code) => {
    await expect(hear(more, { headers })).rejects.toMatchObject({ status, code });
    expect(at.upstream.seen).toEqual([]);
  });

  it('of a key that is not for recordings is refused unread', async () => {
    at.use({ grant: { surfaces: new Set(['chat']) } });
    await expect(hear()).rejects.toMatchObject({ status: 403, code: 'surface_not_allowed' });
  });

  it('is recorded with what the headers say of consent', async () => {
    await hear({}, { headers: { 'X-Recording-Consent': 'given', 'Sec-GPC': '1' } });
    expect(at.records.at(-1)?.consent).toEqual({
      recording: 'given',
      optedOut: true,
      by: expect.arrayContaining(['sec-gpc', 'x-recording-consent']),
    });
  });

  it('that is larger than one may be is answered with 413', async () => {
    const status = await new Promise((resolve, reject) => {
      const call = httpRequest(`${at.address}/v1/audio/transcriptions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${KEY}`,
          'content-type': 'multipart/form-data; boundary=B',
          'content-length': 2 ** 30,
        },
      });
      call.on('response', ({ statusCode }) => resolve(statusCode));
      call.on('error', reject);
      call.write('--B\r\n');
    });
    expect(status).toBe(413);
  });

  it('that breaks off leaves nothing behind', async () => {
    const call = httpRequest(`${at.address}/v1/audio/transcriptions`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        'content-type': 'multipart/form-data; boundary=B',
        // Who hangs up before the gateway has read a call leaves no record: it says so when it has.
        expect: '100-continue',
      },
    });
    call.on('error', () => {});
    const before = at.records.length;
    call.on('continue', () => {
      call.write('--B\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\n\r\nRIFF');
      setTimeout(() => call.destroy(), 50);
    });
    call.flushHeaders();
    await until(() => at.records.length > before);
    expect(at.records.at(-1)).toMatchObject({ status: 499, code: 'caller_gone' });
    expect(at.upstream.seen).toEqual([]);
  });

  it('whose caller hangs up stops the server’s work', async () => {
    at.upstream.script = () => {};
    const given = new AbortController();
    const call = hear({}, { signal: given.signal });
    await until(() => at.upstream.seen.length === 1);
    given.abort();
    await expect(call).rejects.toThrow();
    await until(() => at.upstream.seen[0]?.aborted === true);
  });
});

const words = (said: string, from: number) =>
  said.split(' ').map((word, at) => ({ word, start: from + at, end: from + at + 0.8 }));

describe('what was heard', () => {
  it('is redacted in every form', async () => {
    at.upstream.script = json(200, { text: 'so Bob said', usage: { type: 'duration', seconds: 3 } });
    expect(await hear()).toMatchObject({ text: 'so [TERM_NAME] said' });
    expect(at.records.at(-1)).toMatchObject({ found: ['term/name'], inputTokens: 30 });
    at.upstream.script = text('so Bob said\n');
    expect(await hear({ response_format: 'text' })).toBe('so [TERM_NAME] said\n');
  });

  it('is redacted in its text, segments and words, and the answer says what to mute', async () => {
    const segments = [
      { id: 0, start: 0, end: 3, text: ' I am Ann', tokens: [50364, 286], avg_logprob: -0.2 },
      { id: 1, start: 3, end: 6, text: ' Lee from here', tokens: [2], avg_logprob: -0.2 },
    ];
    at.upstream.script = json(200, {
      task: 'transcribe',
      language: 'english',
      duration: 6,
      text: 'I am Ann Lee from here',
      segments,
      words: words('I am Ann Lee from here', 0),
    });
    const answer = await hear({ response_format: 'verbose_json', timestamp_granularities: ['word', 'segment'] });
    expect(answer).toMatchObject({
      text: 'I am [TERM_NAME] from here',
      segments: [
        { text: ' I am [TERM_NAME]', tokens: [], start: 0 },
        { text: ' from here', tokens: [] },
      ],
      words: [{ word: 'I' }, { word: 'am' }, { word: '[TERM_NAME]' }, { word: '' }, { word: 'from' }, { word: 'here' }],
      mute: [{ start: 1.9, end: 3.9 }],
    });
    expect(JSON.stringify(answer)).not.toMatch(/Ann|Lee/);
  });

  it('is redacted in words that say what the text does not', async () => {
    at.upstream.script = json(200, { text: 'quiet', words: [...words('Ann Lee', 0), { word: 'Bob' }] });
    expect(JSON.stringify(await hear({ response_format: 'verbose_json' }))).not.toMatch(/Ann|Lee|Bob/);
  });

  it.each<[string, string, string]>([
    [
      'srt',
      '1\n00:00:00,000 --> 00:00:02,500\nI am Ann\n\n2\n00:00:02,500 --> 00:00:04,000\nLee from here\n',
      '1\n00:00:00,000 --> 00:00:02,500\nI am [TERM_NAME]\n\n2\n00:00:02,500 --> 00:00:04,000\n from here\n\n',
    ],
    [
      'vtt',
      'WEBVTT\r\n\r\n00:00.000 --> 00:02.500\r\n<v Bob>so Bob said\r\n',
      'WEBVTT\n\nNOTE mute 0-2.5\n\n00:00:00.000 --> 00:00:02.500\nso [TERM_NAME] said\n\n',
    ],
  ])('is redacted in %s', async (form, said, expected) => {
    at.upstream.script = text(said);
    expect(await hear({ response_format: form })).toBe(expected);
  });

  it('goes on byte for byte when there is nothing in it', async () => {
    const said = '1\r\n00:00:00,000 --> 00:00:02,500\r\nGrüezi <i>mitenand</i>\r\n';
    // Cut in the middle of a character.
    const bytes = Buffer.from(said);
    const cut = bytes.indexOf(0xc3) + 1;
    at.upstream.script = raw([bytes.subarray(0, cut), bytes.subarray(cut)], 'application/x-subrip');
    expect(await hear({ response_format: 'srt' })).toBe(said);
  });

  it('that policy stops is an error, which nobody takes for a transcript', async () => {
    at.upstream.script = text('the code is plover seven');
    await expect(hear({ response_format: 'text' })).rejects.toMatchObject({ status: 400, code: 'content_filter' });
  });

  it.each<[string, string, Script]>([
    ['a page of HTML', 'text', raw(['<!doctype html><p>busy'], 'text/plain')],
    ['a page of HTML that says so', 'json', raw(['<html></html>'], 'text/html')],
    ['what is no text', 'text', raw([Buffer.from([0x66, 0xfc])], 'text/plain')],
    ['no subtitles', 'srt', text('hello')],
    ['subtitles of another kind', 'vtt', text('1\n00:00:00,000 --> 00:00:02,500\nhi\n')],
    ['segments that are none', 'verbose_json', json(200, { text: '', segments: ['Bob'] })],
    ['a list', 'json', json(200, ['Bob'])],
  ])('answers 502 for %s', async (_, form, script) => {
    at.upstream.script = script;
    await expect(hear({ response_format: form })).rejects.toMatchObject({ status: 502, code: 'upstream_invalid' });
  });

  it('passes the server’s own refusal on', async () => {
    at.upstream.script = json(429, { error: { message: 'slow down', code: 'rate' } }, { 'retry-after': '7' });
    await expect(hear()).rejects.toMatchObject({ status: 429, headers: expect.anything() });
  });
});

describe('a stream of what is heard', () => {
  const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
  const listen = async () => {
    let [said, whole] = ['', ''];
    for await (const one of await client.audio.transcriptions.create({
      file: await file(),
      model: 'chat',
      stream: true,
    })) {
      if (one.type === 'transcript.text.delta') said += one.delta;
      if (one.type === 'transcript.text.done') whole = one.text;
    }
    return { said, whole };
  };

  it('is redacted in its pieces, and in the whole at its end', async () => {
    at.upstream.script = raw([
      ...['so ', 'Bo', 'b said'].map((delta) => event({ type: 'transcript.text.delta', delta, logprobs: [] })),
      event({ type: 'transcript.text.done', text: 'so Bob said', usage: { input_tokens: 14, output_tokens: 4 } }),
      'data: [DONE]\n\n',
    ]);
    expect(await listen()).toEqual({ said: 'so [TERM_NAME] said', whole: 'so [TERM_NAME] said' });
    expect(received().fields).toContainEqual(['stream', 'true']);
    await until(() => at.records.at(-1)?.stream === true);
    expect(at.records.at(-1)).toMatchObject({ stream: true, inputTokens: 14, outputTokens: 4, found: ['term/name'] });
  });

  it('of chunks, as vLLM has them, is redacted too', async () => {
    const chunk = (delta: object, finish_reason: string | null = null) =>
      event({ id: 't', object: 'transcription.chunk', created: 1, model: 'tiny', choices: [{ delta, finish_reason }] });
    at.upstream.script = raw([
      chunk({ content: 'so Bo' }),
      chunk({ content: 'b said' }),
      chunk({}, 'stop'),
      'data: [DONE]\n\n',
    ]);
    const all: string[] = [];
    for await (const one of await client.audio.transcriptions.create({
      file: await file(),
      model: 'chat',
      stream: true,
    }))
      all.push((one as never as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? '');
    expect(all.join('')).toBe('so [TERM_NAME] said');
  });

  it.each<[string, Script, RegExp]>([
    ['breaks off', raw([event({ type: 'transcript.text.delta', delta: 'so' })]), /middle/],
    ['policy stops', raw([event({ type: 'transcript.text.delta', delta: 'plover seven.' })]), /Not as it was said/],
  ])('that %s ends as an error', async (_, script, message) => {
    at.upstream.script = script;
    await expect(listen()).rejects.toThrow(message);
  });

  it('of speakers’ segments is refused', async () => {
    await expect(hear({ stream: true, response_format: 'diarized_json' })).rejects.toMatchObject({ status: 400 });
  });
});
