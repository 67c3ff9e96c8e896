import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subtitlesIn, subtitlesOf } from './subtitles.ts';

const line = fc.stringMatching(/^[A-Za-zäé][A-Za-zäé .,!?]{0,30}$/);
const cue = fc.record({
  start: fc.integer({ min: 0, max: 99 * 3_600_000 }).map((time) => time / 1000),
  end: fc.integer({ min: 0, max: 99 * 3_600_000 }).map((time) => time / 1000),
  text: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
});
const format = fc.constantFrom('srt' as const, 'vtt' as const);

describe('subtitles', () => {
  it('that are written are read as they were', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 6 }), format, (cues, kind) => {
        expect(subtitlesIn(subtitlesOf(cues, kind, []), kind)).toEqual({ cues, beside: '' });
      }),
    );
  });

  it('of any text are some, or none', () => {
    const bits = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\r\n',
      '00:01.000 --> 00:02.000',
      '-->',
      '<v Bob>',
      '<',
      'x',
      '1',
      'NOTE a',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 20 }), format, (some, kind) => {
        const found = subtitlesIn(some.join(''), kind);
        expect(found === null || found.cues.every(({ text }) => !text.includes('-->'))).toBe(true);
      }),
    );
  });

  it('give all that stands beside what is said: names of cues, notes, voices, settings', () => {
    const text =
      'WEBVTT a title\n\nNOTE by Ann\n\nfirst\n00:01.000 --> 00:02.000 align:start\n<v Bob>so <b>it</b> is\n';
    expect(subtitlesIn(text, 'vtt')).toEqual({
      cues: [{ start: 1, end: 2, text: 'so it is' }],
      beside: 'a title\nNOTE by Ann\nfirst\nalign:start\nv Bob\nb\n/b',
    });
  });
});
