import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpeech } from './speech.ts';

const spell = (tokens: readonly number[]): string => Buffer.from(tokens).toString('utf8');

function spoken(text: string, stops: readonly string[]): { readonly pieces: string[]; readonly stopped: boolean } {
  const speech = createSpeech(spell, stops);
  const pieces: string[] = [];
  for (const byte of Buffer.from(text)) {
    const said = speech.push(byte);
    pieces.push(said.text);
    if (said.stopped) return { pieces, stopped: true };
  }
  return { pieces: [...pieces, speech.rest()], stopped: false };
}

describe('speech', () => {
  it('gives every text back, never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { pieces } = spoken(text, []);
        expect(pieces.join('')).toBe(text);
      }),
    );
  });

  it('ends before the first stop word, wherever it is cut', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), maxLength: 30 });
    const stops = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), minLength: 1, maxLength: 4 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(letters, stops, (text, words) => {
        // The one that is whole first; of two that end together the longer.
        const ends = words.flatMap((word) => (text.includes(word) ? [text.indexOf(word) + word.length] : []));
        const end = Math.min(...ends);
        const { pieces, stopped } = spoken(text, words);
        expect(stopped).toBe(ends.length > 0);
        const said = pieces.join('');
        if (!stopped) expect(said).toBe(text);
        else {
          expect(text.startsWith(said)).toBe(true);
          expect(words.some((word) => text.slice(0, end) === said + word)).toBe(true);
          expect(words.some((word) => said.includes(word))).toBe(false);
        }
      }),
    );
  });

  it('says what cannot be read as such, and goes on', () => {
    const speech = createSpeech(spell, []);
    const said = [0xff, 0xff, 0xff, 0xff, 0x61].map((byte) => speech.push(byte).text).join('');
    expect(said + speech.rest()).toMatch(/^\ufffd+a$/);
  });
});
