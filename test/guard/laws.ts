import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type GuardAction, type GuardFinding, type GuardPolicy, ORIGINS, type Origin } from '../../src/domain/guard.ts';
import { defaultPolicy } from '../../src/guard/default-policy.ts';
import type { Detector } from '../../src/guard/detector.ts';
import { createGuard, type Guard, type GuardAnswer } from '../../src/guard/guard.ts';
import { cases } from '../support/deep.ts';

/** A policy that does this about everything, however unsure. */
export function doing(action: GuardAction, named: readonly string[] = []): GuardPolicy {
  const all = { id: 'all', detectors: [], types: [], origins: [], when: null, threshold: 0, message: null, action };
  return {
    ...defaultPolicy([]),
    rules: [all, ...(named.length === 0 ? [] : [{ ...all, id: 'named', detectors: named }])],
  };
}

export function guardOf(detectors: readonly Detector[], action: GuardAction = 'redact'): Guard {
  const named = detectors.filter(({ namedOnly }) => namedOnly).map(({ id }) => id);
  return createGuard({ policy: doing(action, named), detectors, clock: () => 0 });
}

/** The text in pieces, cut before each of these places. */
export function cutAt(text: string, places: readonly number[]): readonly string[] {
  const cuts = [0, ...new Set(places.filter((at) => at > 0 && at < text.length)), text.length].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
}

/** The message as it comes in pieces, answered like one that is there already. */
export function streamed(guard: Guard, pieces: readonly string[], origin: Origin = 'user'): GuardAnswer {
  const stream = guard.open({ origin });
  const outs = [...pieces.map((piece) => stream.push(piece)), stream.end()];
  const last = outs.at(-1);
  if (last === undefined) throw new Error('a stream always ends');
  return {
    action: last.action,
    findings: outs.flatMap(({ findings }) => findings).sort(byPlace),
    text: outs.map(({ text }) => text).join(''),
    stopped: last.stopped,
    unlisted: last.unlisted,
  };
}

function byPlace(a: GuardFinding, b: GuardFinding): number {
  return a.start - b.start || a.end - b.end || `${a.detector} ${a.type}`.localeCompare(`${b.detector} ${b.type}`);
}

/** All of an answer that must not depend on the cuts. */
export function shape({ action, findings, text }: GuardAnswer) {
  const places = findings.map(({ detector, type, start, end, score, via }) => ({
    detector,
    type,
    start,
    end,
    score,
    via,
  }));
  return { action, findings: places.map((place) => JSON.stringify(place)).sort(), text };
}

/** Every text of these comes to the same, however it is cut. */
export function expectEveryCutAlike(guard: Guard, texts: fc.Arbitrary<string>, runs = 40): void {
  const cuts = fc.oneof(fc.array(fc.nat(20_000), { maxLength: 12 }), fc.constantFrom(1, 2, 3, 7));
  const property = fc.property(texts, cuts, fc.constantFrom(...ORIGINS), (text, places, origin) => {
    const whole = guard.check(text, { origin });
    expect(shape(streamed(guard, cutAt(text, placesIn(text, places)), origin))).toEqual(shape(whole));
  });
  fc.assert(property, { numRuns: cases(runs) });
}

/** Places, or a cut after every so many characters. */
function placesIn({ length }: string, places: readonly number[] | number): readonly number[] {
  if (typeof places === 'number') return Array.from({ length: Math.ceil(length / places) }, (_, at) => at * places);
  return places.map((at) => at % Math.max(1, length));
}

/** Texts made of these pieces, of ordinary words, and of what is awkward in Unicode. */
export function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const filler = fc.constantFrom(...FILLERS);
  const piece =
    pieces.length === 0
      ? filler
      : fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...pieces) }, { weight: 3, arbitrary: filler });
  const glue = fc.constantFrom('', ' ', ' ', '\n', '. ', ', ', '"', '\u200b', '  ');
  const short = fc.array(fc.tuple(piece, glue), { maxLength: 16 });
  const long = fc
    .tuple(short, fc.constantFrom('lorem ipsum dolor sit amet, ', 'слово за слово '), fc.nat(600), short)
    .map(
      ([before, word, times, after]) => [...before, [word.repeat(times), ' '] as const, ...after] as [string, string][],
    );
  return fc
    .oneof({ weight: 4, arbitrary: short }, { weight: 1, arbitrary: long })
    .map((parts) => parts.flat().join(''));
}

const FILLERS = [
  'Hello there',
  'the quick brown fox jumps over the lazy dog',
  'Please send me the report by Friday.',
  '1234',
  'a@',
  'привет мир',
  'pаypal',
  '你好，世界。',
  'e\u0301',
  '한국어',
  '\u1112\u1161\u11ab',
  '👩‍👩‍👧',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '\u{e0068}\u{e0069}',
  '\ud83d',
  '\ude00',
  'ﬁne',
  'ｆｕｌｌ',
  'مرحبا\u200cبك',
  '\ufeff',
  'x'.repeat(300),
  Buffer.from('Hello lazy Acme, and Initech GmbH too').toString('base64'),
  Buffer.from(Buffer.from('twice Acme, or thrice lazy').toString('base64')).toString('base64'),
  Buffer.from('hex of Acme').toString('hex'),
  'cafebabe'.repeat(20),
  'go%20to%20Acme%2C%20now',
  '%41%63%6d%65',
  '100% sure',
  `${'Zm9v'.repeat(100)}====`,
  Buffer.from(Array.from({ length: 200 }, (_, at) => (at * 7919) % 256)).toString('base64'),
  Array.from('lazy Acme', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(''),
  'V yvxr gur ynml qbt naq Npzr gb or',
  'h3llo th3 l4zy d0g',
  'A c m e   i s   l a z y   o n e',
];
