import { expect, it } from 'vitest';
import { wordsOf, wordsOfSentence } from '../learned/words.ts';
import { marksOf } from './marks.ts';
import { turnAway, turnTo } from './noted.ts';
import { notePart, partsOf, wideOf } from './wide.ts';

const TEXTS = ['One line, and "two" of them. It is so.', 'Zwölf — Boxkämpfer… jagen Viktor. [Ende]', 'a=b; c=d 12 345'];

const unitsOf = (text: string) => Array.from(wideOf(text).slice(0, text.length));

it('says of each part that is turned to what is said of it alone, whatever was asked about in between', () => {
  for (const whole of TEXTS) {
    const parts = [0, 1, 2, 3].map((part) => whole.slice(part * 9, (part + 1) * 9));
    const alone = parts.map((part) => ({ units: unitsOf(part), marks: marksOf(part), words: wordsOf(part) }));
    partsOf(whole);
    for (const [place, part] of parts.entries()) notePart(place, part, place * 9);
    for (const place of [2, 0, 3, 1, 1, 2]) {
      turnTo(place);
      const part = parts[place] ?? '';
      for (const other of ['', 'Something else.', parts[(place + 1) % 4] ?? '']) {
        unitsOf(other);
        expect(unitsOf(part)).toEqual(alone[place]?.units);
        marksOf(other);
        expect(marksOf(part)).toEqual(alone[place]?.marks);
        wordsOfSentence(other);
        const { count, hash, stem } = wordsOfSentence(part);
        const own = alone[place]?.words;
        expect(count).toBe(own?.count);
        expect(Array.from(hash.slice(0, count))).toEqual(Array.from(own?.hash.slice(0, count) ?? []));
        expect(Array.from(stem.slice(0, count))).toEqual(Array.from(own?.stem.slice(0, count) ?? []));
      }
    }
    turnAway();
  }
});

it('copies nothing of a whole for a part that does not stand in it so, or that was noted of another', () => {
  partsOf('first whole text');
  notePart(0, 'first', 0);
  partsOf('other whole text');
  turnTo(0);
  expect(unitsOf('first')).toEqual(Array.from('first', (letter) => letter.charCodeAt(0)));
  notePart(0, 'third', -1);
  expect(unitsOf('third')).toEqual(Array.from('third', (letter) => letter.charCodeAt(0)));
  turnAway();
});
