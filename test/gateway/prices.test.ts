import { describe, expect, it } from 'vitest';
import { estimateOf } from '../../src/gateway/call.ts';
import { costOf } from '../../src/gateway/limits/wanted.ts';
import type { Price } from '../../src/gateway/snapshot.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { bodyIn } from '../../src/wire/body.ts';
import { generateContent } from '../../src/wire/gemini/generate-content.ts';
import { chat } from '../../src/wire/openai/chat.ts';
import { completions } from '../../src/wire/openai/completions.ts';
import { images } from '../../src/wire/openai/images.ts';
import { transcriptions } from '../../src/wire/openai/transcriptions.ts';
import type { Surface, Usage } from '../../src/wire/surface.ts';

const price = (given: Partial<Price>): Price => ({ input: 0, output: 0, picture: 0, minute: 0, ...given });

/** What a call sets aside before it is made, and what is left of that when its server answered. */
function costs(surface: Surface, asked: JsonObject, answers: readonly JsonObject[], given: Partial<Price>, sound = 0) {
  const body = bodyIn(Buffer.from(JSON.stringify(asked)));
  if (typeof body === 'string') throw new Error(body);
  const { input, output, units } = estimateOf(surface, body, sound);
  let usage: Usage | null = null;
  for (const answer of answers) usage = surface.usageIn(answer, usage) ?? usage;
  return [
    costOf(price(given), { input, output }, units).money,
    usage === null ? null : costOf(price(given), usage, units).money,
  ];
}

const PICTURES = { picture: 0.04 };
const SOUND = { minute: 0.006 };
const hour = 3600 * 16_000;

describe('what a call sets aside for its answers', () => {
  it.each<[string, Surface, JsonObject, number]>([
    ['one', chat, { messages: [], max_tokens: 100 }, 100],
    ['several choices', chat, { messages: [], max_tokens: 100, n: 5 }, 500],
    ['several of which no length is said', chat, { messages: [], n: 2 }, 2048],
    ['less than one is one', chat, { messages: [], max_tokens: 100, n: -3 }, 100],
    ['more than there can be', chat, { messages: [], max_tokens: 1e9, n: 1e300 }, 10_000_000],
    ['the best of several', completions, { prompt: 'a', max_tokens: 10, n: 2, best_of: 8 }, 80],
    ['each of several prompts', completions, { prompt: ['a', 'b', 'c'], max_tokens: 10, n: 2 }, 60],
    ['candidates', generateContent, { contents: [], generationConfig: { maxOutputTokens: 10, candidateCount: 4 } }, 40],
    [
      'candidates by their other name',
      generateContent,
      { contents: [], generation_config: { max_output_tokens: 10, candidate_count: 4 } },
      40,
    ],
  ])('%s', (_, surface, asked, tokens) => {
    const body = bodyIn(Buffer.from(JSON.stringify(asked)));
    if (typeof body === 'string') throw new Error(body);
    expect(estimateOf(surface, body, 0).output).toBe(tokens);
  });
});

describe('what a call costs', () => {
  it.each<[string, readonly (number | null)[], readonly (number | null)[]]>([
    [
      'pictures: those that were asked for, then those that were made',
      costs(images, { model: 'm', prompt: 'a bird', n: 4 }, [{ data: [{ url: 'x' }, { url: 'y' }] }], PICTURES),
      [0.16, 0.08],
    ],
    [
      'pictures whose server counts tokens',
      costs(
        images,
        { model: 'm', prompt: 'a bird' },
        [{ data: [{ url: 'x' }], usage: { input_tokens: 5, output_tokens: 9 } }],
        PICTURES,
      ),
      [0.04, 0.04],
    ],
    [
      'pictures of a stream, each when it is whole',
      costs(
        images,
        { model: 'm', prompt: 'a bird', n: 2 },
        [
          { type: 'image_generation.partial_image', b64_json: 'x' },
          { type: 'image_generation.completed', b64_json: 'x' },
          { type: 'image_generation.completed', b64_json: 'y' },
        ],
        PICTURES,
      ),
      [0.08, 0.08],
    ],
    [
      'sound by the recording, then by the seconds that were heard',
      costs(transcriptions, { model: 'm' }, [{ text: 'x', usage: { type: 'duration', seconds: 1800 } }], SOUND, hour),
      [0.36, 0.18],
    ],
    [
      'sound by its duration',
      costs(transcriptions, { model: 'm' }, [{ text: 'x', duration: 600 }], SOUND, hour),
      [0.36, 0.06],
    ],
    [
      'sound whose server counts tokens alone, by the recording',
      costs(
        transcriptions,
        { model: 'm' },
        [{ text: 'x', usage: { type: 'tokens', input_tokens: 7, output_tokens: 2 } }],
        SOUND,
        hour,
      ),
      [0.36, 0.36],
    ],
    [
      'words, whatever pictures and sound cost',
      costs(
        chat,
        { model: 'm', messages: [], max_tokens: 1_000_000 },
        [{ usage: { prompt_tokens: 0, completion_tokens: 500_000, total_tokens: 1 } }],
        { output: 2, ...PICTURES, ...SOUND },
      ),
      [2, 1],
    ],
  ])('%s', (_, [before = null, after = null], [expected = null, settled = null]) => {
    expect(before).toBeCloseTo(expected ?? Number.NaN, 6);
    expect(after).toBeCloseTo(settled ?? Number.NaN, 6);
  });
});
