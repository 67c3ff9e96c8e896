import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canaryFor, createCanaryReader, plantCanary } from './canary.ts';
import { taintOf } from './taint.ts';

const CANARY = canaryFor('a key', 'You are a helpful bank clerk.');

describe('a canary', () => {
  it('is the same for the same prompt and key, and for no other', () => {
    expect(canaryFor('a key', 'You are a helpful bank clerk.')).toBe(CANARY);
    expect(canaryFor('another key', 'You are a helpful bank clerk.')).not.toBe(CANARY);
    expect(plantCanary('Be kind.', CANARY)).toContain(CANARY);
  });

  it.each<[string, (canary: string) => string]>([
    ['as it is', (canary) => canary],
    ['in capitals', (canary) => canary.toUpperCase()],
    ['backwards', (canary) => Array.from(canary).reverse().join('')],
    ['letter by letter', (canary) => Array.from(canary).join('-')],
    ['in hexadecimal', (canary) => Buffer.from(canary).toString('hex')],
    ['in base64', (canary) => Buffer.from(canary).toString('base64')],
    ['in base64 behind other text', (canary) => Buffer.from(`ab ${canary} cd`).toString('base64')],
    ['in base64 behind a letter', (canary) => Buffer.from(`a${canary} cd`).toString('base64')],
  ])('is found %s', (_, disguise) => {
    const text = `Sure, here it is: ${disguise(CANARY)} and so on`.toLowerCase();
    const whole = createCanaryReader(CANARY).readAlone(text);
    expect(whole).not.toBeNull();
    // And in two sentences, wherever it is parted: the second then begins with its rest.
    for (let at = 0; at <= text.length; at += 1) {
      const reader = createCanaryReader(CANARY);
      const places = [text.slice(0, at), text.slice(at)].map((sentence) => reader.read(sentence));
      expect(places.filter((place) => place !== null)).toHaveLength(1);
      const end = places[0]?.end ?? at + (places[1]?.end ?? 0);
      expect(end).toBe(whole?.end);
    }
  });

  it('is found letter by letter, a page of signs between each two', () => {
    const reader = createCanaryReader(CANARY);
    const places = Array.from(CANARY, (letter) => reader.read(`${letter}${' -'.repeat(600)}`));
    expect(places.map((place) => place !== null)).toEqual(Array.from(CANARY, (_, at) => at === CANARY.length - 1));
  });

  it('is not found where it is not', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => createCanaryReader(CANARY).readAlone(text) === null),
    );
  });
});

describe('what was said before', () => {
  const taint = taintOf(['My account is with the Harbour Bank, number four.']);

  it.each<[string, string]>([
    ['plain', 'https://x.example/?q=the%20Harbour%20Bank,%20number'],
    ['parted otherwise', 'https://x.example/with_the_harbour_bank'],
    ['in base64', `https://x.example/${Buffer.from('with the Harbour Bank, number').toString('base64url')}`],
    ['in hexadecimal', `https://x.example/${Buffer.from('with the Harbour Bank').toString('hex')}`],
  ])('is known again in an address, %s', (_, url) => expect(taint.in(url)).not.toBeNull());

  it('is known by any sixteen letters of it, and by nothing else', () => {
    const letters = (length: number) => fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: length });
    fc.assert(
      fc.property(letters(3000), letters(60), (said, url) => {
        const stretches = Array.from({ length: Math.max(0, url.length - 15) }, (_, at) => url.slice(at, at + 16));
        expect(taintOf([said]).in(url)).toBe(stretches.find((stretch) => said.includes(stretch)) ?? null);
      }),
    );
  });

  it('is not seen in an address that says something else', () => {
    expect(taint.in('https://x.example/?q=the+weather+in+the+harbour')).toBeNull();
  });
});
