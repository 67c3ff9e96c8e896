import { deflateRawSync } from 'node:zlib';

/** Characters that are looked at together, and what ordinary text never compresses to. */
const BLOCK = 4096;
const HOLLOW = 0.06;

/** Whether the last block of text compresses as no text does that says something. */
export function createHollowReader(): (sentence: string) => boolean {
  let block = '';
  return (sentence) => {
    block += sentence;
    if (block.length < BLOCK) return false;
    const bytes = Buffer.from(block);
    block = '';
    return deflateRawSync(bytes, { level: 1 }).length < HOLLOW * bytes.length;
  };
}

const REFUSES =
  /\b(?:i (?:can ?not|can['’]t|won['’]t|am unable to|am not able to|must decline)|i['’]m (?:sorry|unable|not able)|as an ai\b|ich kann (?:das|dir|ihnen|dabei) nicht|je ne peux pas|no puedo)\b/i;
const COMPLIES =
  /\b(?:however|but|that said|nevertheless|still|instead|hypothetically|for educational purposes)\b[^.!?]{0,60}\b(?:here(?:['’]s| is| are)|you (?:can|could|would|need)|the steps|step 1|first,)|^\W{0,4}(?:sure|certainly|of course|absolutely|okay|alright)\b[^.!?]{0,30}\bhere(?:['’]s| is| are)\b|\bstep (?:1|one)\b/i;
/** Sentences within which it gives in. */
const PATIENCE = 12;

export function createRefusalReader(): (sentence: string) => boolean {
  let since = Number.POSITIVE_INFINITY;
  return (sentence) => {
    since += 1;
    if (COMPLIES.test(sentence) && (since <= PATIENCE || REFUSES.test(sentence))) {
      since = Number.POSITIVE_INFINITY;
      return true;
    }
    if (REFUSES.test(sentence)) since = 0;
    return false;
  };
}

/** Scripts, and how many letters of an alphabet one of theirs says. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly weight: number }[] = [
  { letters: /\p{Script=Latin}/gu, weight: 1 },
  { letters: /\p{Script=Cyrillic}/gu, weight: 1 },
  { letters: /\p{Script=Arabic}/gu, weight: 1 },
  { letters: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, weight: 3 },
  { letters: /\p{Script=Hangul}/gu, weight: 2 },
  { letters: /\p{Script=Devanagari}/gu, weight: 1 },
];
/** Letters after which a message has a script; a whole sentence in another one; and what is more than a quotation. */
const SETTLED = 200;
const SENTENCE = 30;
const GOES_ON = 120;
/** Of a sentence in another script, what may be names and terms in the usual one. */
const NAMES = 0.2;

/** 0.5 where a message says a sentence in another script than before, as one that quotes does; 0.65 where it goes on so. */
export function createScriptReader(): (sentence: string) => number | null {
  const counts = SCRIPTS.map(() => 0);
  let switched = -1;
  let since = 0;
  let told = 0;
  return (sentence) => {
    const isAscii = !BEYOND_ASCII.test(sentence);
    if (isAscii && switched < 0 && !isSettled(counts, 0)) {
      counts[0] = (counts[0] ?? 0) + sentence.length;
      return null;
    }
    const here = !isAscii
      ? SCRIPTS.map(({ letters, weight }) => weight * (sentence.match(letters)?.length ?? 0))
      : SCRIPTS.map((_, at) => (at === 0 ? sentence.length : 0));
    const most = here.indexOf(Math.max(...here));
    const [found, all] = [here[most] ?? 0, sum(here)];
    if (switched < 0 && isSettled(counts, most) && found >= SENTENCE && all - found <= NAMES * all) switched = most;
    else if (switched >= 0 && most !== switched && found >= SENTENCE) [switched, since] = [-1, 0];
    here.forEach((letters, at) => {
      counts[at] = (counts[at] ?? 0) + letters;
    });
    if (switched < 0) return null;
    since += here[switched] ?? 0;
    const score = since >= GOES_ON && since > found ? 0.65 : 0.5;
    if (score <= told) return null;
    told = score;
    return score;
  };
}

/** Whether nearly all letters so far are of one script, and of another than this. */
function isSettled(counts: readonly number[], other: number): boolean {
  const usual = Math.max(...counts);
  return usual >= SETTLED && counts.indexOf(usual) !== other && sum(counts) < 1.1 * usual;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

const BEYOND_ASCII = /[^\0-\u024f]/;
