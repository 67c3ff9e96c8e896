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

const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Arabic}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Devanagari}/gu,
];
/** Letters after which a message has a script, and a whole sentence in another one. */
const SETTLED = 200;
const SENTENCE = 30;

export function createScriptReader(): (sentence: string) => boolean {
  const counts = SCRIPTS.map(() => 0);
  let told = false;
  return (sentence) => {
    const here = BEYOND_ASCII.test(sentence)
      ? SCRIPTS.map((script) => sentence.match(script)?.length ?? 0)
      : SCRIPTS.map((_, at) => (at === 0 ? sentence.length : 0));
    const usual = counts.indexOf(Math.max(...counts));
    const most = here.indexOf(Math.max(...here));
    const settled = (counts[usual] ?? 0) >= SETTLED && counts.reduce((a, b) => a + b, 0) < 1.1 * (counts[usual] ?? 0);
    here.forEach((found, at) => {
      counts[at] = (counts[at] ?? 0) + found;
    });
    const switches = settled && most !== usual && (here[most] ?? 0) >= SENTENCE && (here[usual] ?? 0) === 0 && !told;
    if (switches) told = true;
    return switches;
  };
}

const BEYOND_ASCII = /[^\0-\u024f]/;
