import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/guard/detectors/table.ts';
import { createTermsDetector } from '../../src/guard/detectors/terms/detector.ts';
import { cutAt, expectEveryCutAlike, guardOf, shape, streamed, textsOf } from './laws.ts';

const TERMS = createTermsDetector([
  { id: 'rival', title: 'A competitor', words: ['Acme', 'Initech GmbH', 'lazy'], patterns: [] },
]);

/** In base64, and no text. */
const DULL = Buffer.from(Array.from({ length: 75 }, (_, at) => (at * 7919) % 251))
  .toString('base64')
  .slice(1);

/** Lines as old mail had them (POSIX `uuencode`). */
const IN_LINES = "M:&]W('1O('=R:71E(&$@;&5T=&5R('1O('1H92!K:6YG(&%N9\"!T96QL(&AI\n\"M(&%L;\n`\nend";

/** Texts whose findings once depended on where they were cut, and why. */
const CUT_WRONGLY: readonly (readonly [why: string, detector: string, text: string])[] = [
  ['a mark makes another letter of the last one', 'mail-and-cards', 'card 4539 1488 0343 6467 e\u0301 '],
  ['what stands far before decides', 'hidden-text', `שלום ${'.'.repeat(150)} \u2067x\u2069 ok`],
  ['a word begins in Latin', 'hidden-text', 'one, or paypаl, or twо'],
  ['a word is longer than words are', 'hidden-text', `${'x'.repeat(90)}а${'x'.repeat(40)} а`],
  ['what pads a key ends it', 'terms', `${DULL}=${btoa('lazy Acme, or Acme?')} lazy`],
  ['a card stands before a space and a percent sign', 'mail-and-cards', 'my card is 4539 1488 0343 6467 %41%63%6d%65'],
  ['one literal ends in another', 'code', 'DirContext c = open();\nc.search(base, "(uid=" + name + ")", controls);'],
  ['two rules are as sure', 'code', `${'слово за слово '.repeat(80)} mktemp(pattern);`],
  ['a ship stands before its post', 'personal-data', 'to USNS Comfort, FPO AE 12382 by'],
  ['a number is no house', 'personal-data', 'IRD 48-271-9  1234  Hello thereHello there\n'],
  ['many lines say it and nothing follows them', 'disguised-text', `${IN_LINES}, `],
  ['one escape is none', 'terms', `%41.${'b.'.repeat(18)}xxxla%7a%79%20lazy x`],
];

describe('a message in pieces', () => {
  it.each([TERMS, ...DETECTORS].map((detector) => [detector.id, detector] as const))(
    'is to %s the same as whole',
    (_, detector) => {
      const pieces = [...detector.examples.fires().map(([text]) => text), ...detector.examples.quiet()];
      expectEveryCutAlike(guardOf([detector]), textsOf(pieces));
    },
  );

  it.each(CUT_WRONGLY)('is the same as whole where %s', (_, id, text) => {
    const guard = guardOf([TERMS, ...DETECTORS].filter((detector) => detector.id === id));
    const whole = shape(guard.check(text, { origin: 'user' }));
    for (let at = Math.max(1, text.length - 200); at < text.length; at++) {
      expect(shape(streamed(guard, cutAt(text, [at]))), `cut at ${at}`).toEqual(whole);
    }
    const each = Array.from(text, (_, at) => at);
    expect(shape(streamed(guard, cutAt(text, each)))).toEqual(whole);
  });

  it('is the same as whole to all detectors together', () => {
    const all = [TERMS, ...DETECTORS];
    const pieces = all.flatMap(({ examples }) => [...examples.fires().map(([text]) => text), ...examples.quiet()]);
    expectEveryCutAlike(guardOf(all), textsOf(pieces));
  });
});
