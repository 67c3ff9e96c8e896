import type { Literal } from '../../../text/sieve.ts';
import { lowerCase } from '../../../text/view/reading.ts';
import type { Hit } from '../../detector.ts';
import { firstsOf, isMark, isSign, mayBegin, signsBefore, signsBehind } from './bounds.ts';
import { createPairs, eachJoint } from './joints.ts';
import { byUnits, isBeginning, type Sorted } from './sorted.ts';

/** A word of the operator's. */
export interface Word {
  readonly type: string;
  readonly text: string;
}

/** Words whose letters somebody set apart: by marks of Markdown, at a line's end, by blanks or points between them. */
export interface Disguised {
  readonly literals: readonly Literal[];
  /** Adds what one of the literals tells that stands at `at`. */
  look(text: string, which: number, at: number, hits: Hit[]): void;
  /** Adds what has marks, or a line's end, within its parts, from `from` on. */
  lookWithin(text: string, from: number, hits: Hit[]): void;
  /** The first place from `from` on where such a word may begin in which the text breaks off. */
  openFrom(text: string, from: number): number;
}

/** A shorter word, set apart, is anybody's. */
const LEAST = 4;
/** Marks in a row, and whatever stands between two parts of a word. */
const LONGEST_JOINT = 8;
const LONGEST_GAP = 16;
/** Of a word that is set apart. */
const LONGEST = 256;

const SEPARATORS = [' ', '.', '-', '·'] as const;
/** What may stand behind a word's first part where a blank is meant. */
const GAPS: ReadonlySet<string> = new Set([' ', '\n', '\r', '\t', '-', "'", '’', '*', '_', '`', '~']);

interface Spelt extends Word {
  /** Its parts, each of letters and digits, folded. */
  readonly parts: readonly string[];
  readonly letters: string;
}

/** Places come about in the order of the text: what was found there already was found lately. */
export function addHit(hits: Hit[], found: Hit): void {
  for (let at = hits.length - 1; at >= 0 && at >= hits.length - LATELY; at--) {
    const known = hits[at];
    if (known?.start === found.start && known.type === found.type && known.end === found.end) return;
  }
  hits.push(found);
}

const LATELY = 16;

type Look = (text: string, at: number) => readonly Hit[];

export function createDisguised(words: readonly Word[]): Disguised {
  const spelt = words.map(speltOf).filter((word) => word !== null && word.letters.length >= LEAST) as readonly Spelt[];
  const longest = Math.max(0, ...spelt.map(({ letters }) => letters.length));
  const sorted = spelt.map(({ letters }) => letters).sort(byUnits);
  const firsts = firstsOf(sorted);
  const byFirst = new Map<string, Spelt[]>();
  for (const word of spelt) {
    const first = word.parts[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const looks = new Map<string, Look[]>();
  const add = (literal: string, look: Look) => {
    for (const one of inCases(literal)) looks.set(one, [...(looks.get(one) ?? []), look]);
  };
  for (const word of spelt) {
    const [first = '', second = '', third = ''] = word.letters;
    for (const separator of SEPARATORS)
      add(`${first}${separator}${second}${separator}${third}${separator}`, (text, at) =>
        hitOf(word, at, endOfSpaced(text, at, word, separator)),
      );
    const [part = ''] = word.parts;
    if (word.parts.length === 1) continue;
    const behind: Look = (text, at) =>
      GAPS.has(text.charAt(at + part.length)) ? hitOf(word, at, endOfMarked(text, at, word)) : [];
    for (const literal of beginningsOf(word)) add(literal, behind);
  }
  /** Of each word that is set apart several joints tell. */
  const within = (text: string, at: number, { hits, starts }: { hits: Hit[]; starts: Set<number> }): void => {
    const start = startOfMarked(text, at);
    if (start === null || starts.has(start)) return;
    starts.add(start);
    for (const word of byFirst.get(firstPart(text, start, longest)) ?? [])
      for (const found of hitOf(word, start, endOfMarked(text, start, word))) addHit(hits, found);
  };
  const pairs = createPairs(spelt.flatMap(({ parts }) => parts));

  const asked = [...looks.values()];
  return {
    literals: Array.from(looks.keys(), (text) => ({ text, anyCase: true })),
    look: (text, which, at, hits) => {
      for (const look of asked[which] ?? []) {
        for (const found of look(text, at)) {
          addHit(hits, found);
        }
      }
    },
    lookWithin: (text, from, hits) => {
      if (spelt.length === 0) return;
      const found = { hits, starts: new Set<number>() };
      eachJoint(text, from, pairs, (at) => within(text, at, found));
    },
    openFrom: (text, from) => (longest === 0 ? text.length : openFrom(text, from, { sorted, longest, firsts })),
  };
}

/** A sieve finds four letters by themselves; `the` is everywhere, and is looked for with what follows it. */
function beginningsOf({ parts: [part = '', second = ''] }: Spelt): readonly string[] {
  if (part.length >= LEAST) return [part];
  const behind = [second.charAt(0), '>', ...GAPS];
  return [...GAPS].flatMap((gap) => behind.map((next) => `${part}${gap}${next}`));
}

/** A sieve folds ASCII only. */
function inCases(literal: string): readonly string[] {
  if (!/[\u0080-\uffff]/.test(literal)) return [literal];
  return [...new Set([literal, literal.toUpperCase(), literal.charAt(0).toUpperCase() + literal.slice(1)])];
}

/** Null for what is more than words: `C++`, set apart, is none any more. */
function speltOf({ type, text }: Word): Spelt | null {
  const folded = lowerCase(text);
  if (!/^[\p{L}\p{N}]+(?:[ '’-][\p{L}\p{N}]+)*$/u.test(folded)) return null;
  const parts = folded.split(/[ '’-]/);
  return { type, text, parts, letters: parts.join('') };
}

function hitOf({ type }: Spelt, start: number, end: number | null): readonly Hit[] {
  return end === null ? [] : [{ type, start, end, score: 1 }];
}

function lower(text: string, at: number): string {
  const letter = text.charAt(at);
  return letter >= 'a' && letter <= 'z' ? letter : lowerCase(letter);
}

/** Where a word that begins at `start` ends, with marks and ends of lines in it; null where it does not stand there. */
function endOfMarked(text: string, start: number, { parts }: Spelt): number | null {
  if (signsBefore(text, start)) return null;
  let at = start;
  for (const [index, part] of parts.entries()) {
    if (index > 0) {
      const gap = at;
      while (at < text.length && at - gap < LONGEST_GAP && GAP.test(text.charAt(at))) at++;
      if (at === gap) return null;
    }
    for (let letter = 0; letter < part.length; letter++) {
      if (letter > 0) at = behindJoint(text, at);
      if (lower(text, at) !== part[letter]) return null;
      at++;
    }
  }
  return signsBehind(text, at) ? null : at;
}

/** Behind what stands between two words whose letters are set apart. */
function behindGap(text: string, from: number, separator: string): number {
  let at = from;
  while (at - from < LONGEST_JOINT && (text.charAt(at) === separator || /\s/.test(text.charAt(at)))) at++;
  return at;
}

const GAP = /[\s*_`~>'’-]/;

/** Behind the marks, or the end of a line, that stand between two letters of a word. */
function behindJoint(text: string, from: number): number {
  let at = from;
  while (isMark(text, at) && at - from < LONGEST_JOINT) at++;
  BREAK.lastIndex = at;
  return at + (BREAK.exec(text)?.[0].length ?? 0);
}

const BREAK = /- ?\r?\n[ \t>]{0,8}/y;

/** The first letter of the word that is broken at `at`; null where no letter stands before. */
function startOfMarked(text: string, at: number): number | null {
  let start = at;
  let letter: number | null = null;
  while (start > 0 && at - start < LONGEST) {
    if (isSign(text, start - 1)) letter = --start;
    else if (isMark(text, start - 1)) start--;
    else {
      const before = breakBefore(text, start);
      if (before === start) break;
      start = before;
    }
  }
  return letter;
}

/** Where a line was ended within a word, right before `at`; `at` where none was. */
function breakBefore(text: string, at: number): number {
  let before = at;
  while (at - before < LONGEST_JOINT && ' \t>'.includes(text.charAt(before - 1) || 'x')) before--;
  if (text.charAt(before - 1) !== '\n') return at;
  before -= text.charAt(before - 2) === '\r' ? 2 : 1;
  if (text.charAt(before - 1) === ' ') before--;
  return text.charAt(before - 1) === '-' ? before - 1 : at;
}

/** The letters from `start` on up to where no joint joins them any more. */
function firstPart(text: string, start: number, most: number): string {
  let [part, at] = ['', start];
  while (part.length <= most && isSign(text, at)) {
    part += lower(text, at);
    at = behindJoint(text, at + 1);
  }
  return part;
}

/** Where a word ends whose letters all stand apart by the same sign. */
function endOfSpaced(text: string, start: number, { parts }: Spelt, separator: string): number | null {
  if (isSign(text, start - 1)) return null;
  if (text.charAt(start - 1) === separator && isAlone(text, start - 2) && !isOwnWord(text, start - 2)) return null;
  let at = start;
  for (const [index, part] of parts.entries()) {
    for (let letter = 0; letter < part.length; letter++) {
      if (letter > 0 || index > 0) {
        if (text.charAt(at) !== separator) return null;
        at++;
      }
      if (index > 0 && letter === 0) at = behindGap(text, at, separator);
      if (lower(text, at) !== part[letter]) return null;
      at++;
    }
  }
  if (isSign(text, at)) return null;
  // Another letter that stands apart: the word goes on.
  if (text.charAt(at) === separator && isSign(text, at + 1)) {
    if (separator !== ' ' || (!isSign(text, at + 2) && !isOwnWord(text, at + 1))) return null;
  }
  return at;
}

/** Whether a letter stands by itself. */
function isAlone(text: string, at: number): boolean {
  return isSign(text, at) && !isSign(text, at - 1);
}

const isOwnWord = (text: string, at: number): boolean => /^[aiAI]$/.test(text.charAt(at));

/** What of the text's end, without what sets letters apart, is the beginning of a word. */
function openFrom(text: string, from: number, { sorted, longest, firsts }: Sorted): number {
  let open = text.length;
  let [count, joints] = [0, 0];
  const decided = isDecided(text);
  for (let at = text.length - 1; at >= Math.max(from, text.length - LONGEST); at--) {
    if (!isSign(text, at)) {
      if (!isJoint(text, at) || ++joints > LONGEST_GAP + LONGEST_JOINT) break;
      continue;
    }
    joints = 0;
    // The last letter may stand apart, and be of the word or not.
    if (++count > longest + 1) break;
    if (!mayBegin(text, at, firsts) || isSign(text, at - 1)) continue;
    const letters = lowerCase(text.slice(at).replace(EACH_JOINT, ''));
    if (decided ? isBeginning(letters, sorted, 'part') : isOpen(letters, sorted)) open = at;
  }
  return open;
}

/** Whether the last word is over: its letters stand together at its end, and neither a letter nor a mark is next to them. */
function isDecided(text: string): boolean {
  let last = text.length - 1;
  while (last > text.length - 1 - LONGEST_JOINT && isJoint(text, last)) last--;
  return last < text.length - 1 && !isMark(text, last + 1) && isSign(text, last) && isSign(text, last - 1);
}

function isOpen(letters: string, sorted: readonly string[]): boolean {
  return isBeginning(letters, sorted, 'any') || isBeginning(letters.slice(0, -1), sorted, 'whole');
}

const EACH_JOINT = /[*_`~.·/>'’\-\s]/g;
const JOINT = /[*_`~.·/>'’\-\s]/;
const JOINTS = Uint8Array.from({ length: 128 }, (_, unit) => (JOINT.test(String.fromCharCode(unit)) ? 1 : 0));

function isJoint(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < JOINTS.length ? JOINTS[unit] === 1 : JOINT.test(text.charAt(at));
}
