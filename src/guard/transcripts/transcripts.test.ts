import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doing } from '../../../test/guard/laws.ts';
import { least } from '../../../test/support/least.ts';
import { createTermsDetector } from '../detectors/terms/detector.ts';
import { createGuard } from '../guard.ts';
import { consentIn } from './consent.ts';
import { guardTranscript } from './guard-transcript.ts';
import { transcriptIn } from './transcript.ts';

const TERMS = createTermsDetector([{ id: 'name', title: 'A name', words: ['Ann Lee', 'Bob'], patterns: [] }]);
const guard = (action: 'redact' | 'block' | 'flag') =>
  createGuard({ policy: doing(action), detectors: [TERMS], clock: () => 0 });

function words(text: string, from: number) {
  return text.split(' ').map((word, at) => ({ word: ` ${word}`, start: from + at, end: from + at + 0.8 }));
}

function answer(value: unknown, action: 'redact' | 'block' | 'flag' = 'redact', headers: Record<string, string> = {}) {
  const transcript = transcriptIn(value);
  if (typeof transcript === 'string') throw new Error(transcript);
  return guardTranscript(guard(action), { transcript, context: {}, consent: consentIn(headers) });
}

const SPLIT = {
  segments: [
    { start: 0, end: 3, text: ' I am Ann', words: words('I am Ann', 0) },
    { start: 3, end: 6, text: ' Lee from here', words: words('Lee from here', 3) },
  ],
};

describe('a transcript', () => {
  it('is muted word by word, over segments', () => {
    const { text, segments, mute, findings } = answer(SPLIT);
    expect(text).toBe(' I am [TERM_NAME] from here');
    expect(segments.map((segment) => segment.text)).toEqual([' I am [TERM_NAME]', ' from here']);
    expect(mute).toEqual([{ start: 1.9, end: 3.9 }]);
    expect(findings).toMatchObject([{ type: 'term/name', time: { start: 1.9 } }]);
  });

  it.each([
    ['words are missing', { start: 2, end: 5, text: 'so Bob said' }],
    ['words do not stand in the text', { start: 2, end: 5, text: 'so Bob said', words: words('so Rob said', 2) }],
    [
      'a word has no time',
      { start: 2, end: 5, text: 'so Bob said', words: [{ word: 'so', start: 2, end: 3 }, { word: 'Bob' }] },
    ],
  ])('is muted by the segment when %s', (_, segment) => {
    expect(answer({ segments: [segment] }).mute).toEqual([{ start: 2, end: 5 }]);
  });

  it('takes words that stand beside the segments', () => {
    const segments = [{ start: 0, end: 3, text: 'so Bob said' }];
    expect(answer({ segments, words: words('so Bob said', 0) }).mute).toEqual([{ start: 0.9, end: 1.9 }]);
  });

  it('is muted to its end from where it is stopped', () => {
    const { mute, segments, reason } = answer(SPLIT, 'block');
    expect(mute).toEqual([{ start: 1.9, end: 6 }]);
    expect(segments.map(({ text }) => text).join('|')).toBe(' I am |');
    expect(reason).not.toBeNull();
  });

  it('is not muted for what is only told', () => {
    expect(answer(SPLIT, 'flag')).toMatchObject({ mute: [], action: 'flag', text: ' I am Ann Lee from here' });
  });

  it('never says in a segment what the text must not say', () => {
    const segment = fc.record({
      start: fc.nat(100),
      length: fc.nat(9),
      text: fc.array(fc.constantFrom('Ann', 'Lee', 'Bob', 'so', ' ', '.', 'Ann Lee'), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 6 }), (some) => {
        const segments = some.map(({ start, length, text }) => ({ start, end: start + length, text: text.join(' ') }));
        const { segments: out, mute, findings } = answer({ segments });
        expect(out.map(({ text }) => text).join(' ')).not.toMatch(/\bBob\b|\bAnn Lee\b/);
        expect(findings.every(({ time }) => mute.some((one) => one.start <= time.start && time.end <= one.end))).toBe(
          true,
        );
      }),
    );
  });

  it.each<[unknown, string]>([
    [{}, 'segments'],
    [{ segments: [{ start: 3, end: 1, text: 'x' }] }, 'segment 0'],
    [{ segments: [{ start: 0, end: Number.NaN, text: 'x' }] }, 'segment 0'],
    [{ segments: [{ start: 0, end: 1, text: 'x', words: [7] }] }, 'word'],
    [{ segments: [], words: 'none' }, 'words'],
  ])('that is none is refused: %j', (value, said) => {
    expect(transcriptIn(value)).toContain(said);
  });
});

describe('a long transcript', () => {
  const many = (count: number, text: string) => ({
    segments: Array.from({ length: count }, (_, at) => ({ start: at, end: at + 1, text })),
  });

  it('takes time in proportion to its segments and findings', () => {
    const long = many(9_999, 'so said Bob.');
    let answered = answer(many(1, 'so said Bob.'));
    expect(least(3000, () => (answered = answer(long)))).toBeLessThan(3000);
    const { segments, mute } = answered;
    expect(segments.at(-1)?.text).toBe('so said [TERM_NAME].');
    expect(mute).toEqual([{ start: 0, end: 9_999 }]);
  });

  it('goes nowhere when it has more findings than are told: nobody knows where they stand', () => {
    const refused = answer(many(10_001, 'so said Bob.'));
    expect(refused).toMatchObject({ action: 'block', text: '', segments: [], mute: [{ start: 0, end: 10_001 }] });
    expect(refused.reason).toMatch(/more than 10000 findings/);
  });
});

describe('consent', () => {
  it.each<[Record<string, string>, object]>([
    [{}, { recording: 'unknown', optedOut: false, retain: false }],
    [{ 'X-Recording-Consent': 'Given' }, { recording: 'given', retain: true }],
    [{ 'x-recording-consent': 'maybe' }, { recording: 'refused', retain: false }],
    [
      { 'x-recording-consent': 'given', 'Sec-GPC': '1' },
      { optedOut: true, retain: false },
    ],
    [
      { 'x-recording-consent': 'given', 'tdm-reservation': '0' },
      { optedOut: false, retain: true },
    ],
  ])('in %j', (headers, expected) => {
    expect(consentIn(headers, true)).toMatchObject(expected);
  });

  it('keeps nothing unless that was asked for', () => {
    expect(consentIn({ 'x-recording-consent': 'given' }).retain).toBe(false);
  });

  it('that was refused lets nothing out', () => {
    const refused = answer(SPLIT, 'flag', { 'x-recording-consent': 'refused' });
    expect(refused).toMatchObject({ action: 'block', text: '', segments: [], mute: [{ start: 0, end: 6 }] });
  });
});
