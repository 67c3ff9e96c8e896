import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callerFor } from '../../src/gateway/guarding/guard-call.ts';
import { createGuardedStream } from '../../src/gateway/guarding/guard-stream.ts';
import { mouldOf } from '../../src/gateway/guarding/mould.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { createFrameReader, type Frame, frameText } from '../../src/wire/sse.ts';
import type { StreamSurface, Surface } from '../../src/wire/surface.ts';
import { SURFACES } from '../../src/wire/table.ts';
import { anyText } from '../support/any-text.ts';
import { cases } from '../support/deep.ts';
import { guard } from './rig.ts';

const DONE = Buffer.from('data: [DONE]\n\n');

/** Events of each surface whose streams say text in deltas. */
const SAYING: Readonly<Record<string, (text: string, created: number, id?: number) => string>> = {
  chat: (content, created, id = 1) =>
    frameText({
      id: `c${id}`,
      created,
      choices: [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }],
    }),
  completions: (text, created, id = 1) =>
    frameText({ id: `c${id}`, created, choices: [{ index: 0, text, finish_reason: null }] }),
  messages: (text, _, id = 0) =>
    frameText(
      { type: 'content_block_delta', index: 0, id, delta: { type: 'text_delta', text } },
      'content_block_delta',
    ),
  responses: (delta, sequence_number, id = 1) =>
    frameText(
      {
        type: 'response.output_text.delta',
        id,
        item_id: 'm',
        output_index: 0,
        content_index: 0,
        delta,
        sequence_number,
      },
      'response.output_text.delta',
    ),
};

function streaming(id: string): Surface & { readonly stream: StreamSurface } {
  const surface = SURFACES.find((one) => one.id === id);
  const stream = surface?.stream ?? null;
  if (surface === undefined || stream === null) throw new Error(`${id} has no streams`);
  return { ...surface, stream };
}

function guarded(id: string) {
  return createGuardedStream({
    surface: streaming(id),
    guard,
    caller: callerFor({}),
    wanted: { schema: undefined },
    clock: () => 0,
  });
}

const text = fc.oneof(
  fc.string({ maxLength: 12, unit: 'grapheme' }),
  anyText({ maxLength: 8 }),
  fc.constantFrom(
    'mail ',
    'bob@exam',
    'ple.com',
    ' and',
    ' "quoted" ',
    '\\',
    '\n\n',
    'data: ',
    '"}',
    '\ufffd',
    'é',
    '日本',
    '😀',
    '',
  ),
);

/** Every text that the events of some bytes say, each event read whole; null when they say anything else. */
function readWhole(id: string, bytes: Buffer): string | null {
  const { stream } = streaming(id);
  let said = '';
  for (const { data } of createFrameReader(1_000_000).push(bytes)) {
    const event = JSON.parse(data ?? 'null') as JsonObject;
    const deltas = stream.deltasIn(event);
    if (deltas.length !== 1 || stream.wholeIn(event).length > 0 || stream.endsIn(event).length > 0) return null;
    said += deltas[0]?.text ?? '';
  }
  return said;
}

function mouldFrom(id: string) {
  const raw = Buffer.from(SAYING[id]?.('first', 1) ?? '');
  const [frame] = createFrameReader(10_000).push(raw);
  const [delta] = streaming(id).stream.deltasIn(JSON.parse(frame?.data ?? '') as JsonObject);
  if (frame === undefined || delta === undefined) throw new Error('an event says something');
  return mouldOf(streaming(id), frame, delta);
}

describe('events that are known by their bytes', () => {
  it.each(Object.keys(SAYING))(
    'of %s say what a reader of each whole event finds, whatever bytes are changed',
    (id) => {
      const mould = mouldFrom(id);
      const change = fc.record({ at: fc.nat(), by: fc.constantFrom('"', '\\', '\n', '{', '\u00ff', 'x', '') });
      fc.assert(
        fc.property(
          fc.array(text, { minLength: 1, maxLength: 6 }),
          fc.array(change, { maxLength: 3 }),
          (texts, changes) => {
            let bytes = texts.map((one, at) => SAYING[id]?.(one, at) ?? '').join('');
            bytes = Buffer.from(bytes).toString('latin1');
            for (const { at, by } of changes) {
              const where = at % bytes.length;
              bytes = bytes.slice(0, where) + by + bytes.slice(where + 1);
            }
            const run = mould?.run(bytes, 0) ?? null;
            if (run === null) return;
            expect(run.said).toBe(readWhole(id, Buffer.from(bytes.slice(0, run.end), 'latin1')));
          },
        ),
        { numRuns: cases(150) },
      );
    },
  );

  it.each(Object.keys(SAYING))('of %s are found at all', (id) => {
    const bytes = ['one', ' two "quoted"\n', ' trê'].map((one, at) => SAYING[id]?.(one, 98 + at) ?? '').join('');
    const run = mouldFrom(id)?.run(Buffer.from(bytes).toString('latin1'), 0);
    expect(run).toMatchObject({ said: 'one two "quoted"\n trê', end: Buffer.from(bytes).length });
    const all = [...(run?.numbers.values() ?? [])];
    expect(all).toEqual(id === 'messages' ? [] : ['100']);
    expect(mouldFrom(id)?.saying('x', run?.numbers ?? new Map())).toBe(SAYING[id]?.('x', 100));
  });

  it.each(Object.keys(SAYING))('of %s are guarded as those that are read one by one', (id) => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const alike = guarded(id);
        const unlike = guarded(id);
        const without = (out: Buffer) => out.toString().replaceAll(/"id":(?:"c\d+"|\d+)/g, '');
        for (const [stamp, one] of texts.entries()) {
          const known = alike.push(Buffer.from(SAYING[id]?.(one, stamp) ?? ''));
          const read = unlike.push(Buffer.from(SAYING[id]?.(one, stamp, stamp) ?? ''));
          expect(without(known)).toBe(without(read));
        }
        expect(without(alike.end().bytes)).toBe(without(unlike.end().bytes));
        expect([...alike.types]).toEqual([...unlike.types]);
        expect([alike.stopped(), alike.characters()]).toEqual([unlike.stopped(), unlike.characters()]);
      }),
      { numRuns: cases(40) },
    );
  });

  it.each([
    '"created":01',
    '"created":1e3',
    '"created":-1',
    '"created":""',
    '"created":1.5',
    `"created":${'9'.repeat(17)}`,
  ])('with %s in place of a number are read one by one', (other) => {
    const bytes = (SAYING.chat?.('x', 1) ?? '').replace('"created":1', other);
    expect(mouldFrom('chat')?.run(bytes, 0) ?? null).toBeNull();
  });

  it('say the same text when they come together as when they come one by one', () => {
    const said = (out: Buffer): string =>
      createFrameReader(1_000_000)
        .push(out)
        .filter(({ data }: Frame) => data !== '[DONE]')
        .map(({ data }) => (JSON.parse(data ?? '{}') as { choices: { delta: { content?: string } }[] }).choices)
        .map(([choice]) => choice?.delta.content ?? '')
        .join('');
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), fc.nat(2000), (texts, cut) => {
        const events = texts.map((one) => Buffer.from(SAYING.chat?.(one, 1) ?? ''));
        const [together, apart] = [guarded('chat'), guarded('chat')];
        const all = Buffer.concat(events);
        const first = Buffer.concat([all.subarray(0, cut), all.subarray(cut), DONE].map((some) => together.push(some)));
        const second = Buffer.concat([...events, DONE].map((event) => apart.push(event)));
        expect(said(first)).toBe(said(second));
        expect([...together.types]).toEqual([...apart.types]);
      }),
      { numRuns: cases(40) },
    );
  });
});
