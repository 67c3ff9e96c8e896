import { deedAskedFor } from '../../../../text/deeds/deeds.ts';
import { columnOf, rowsOf } from '../../../../text/learned/known.ts';
import { type Words, wordsOfSentence } from '../../../../text/learned/words.ts';
import { listsOf } from '../../../../text/literals.ts';
import { whereNeeded } from '../../../../text/needed.ts';
import { type Demand, eitherI } from './demand.ts';
import { DEMANDS_ELSEWHERE } from './elsewhere.ts';
import { EXTRACTION_DEMANDS } from './extraction.ts';
import { LEAVING_DEMANDS } from './leaving.ts';
import { LIMIT_DEMANDS } from './limits.ts';
import { MANNER_DEMANDS } from './manners.ts';
import { OVERRIDE_DEMANDS, SECRET_DEMANDS } from './overrides.ts';
import { PRYING_DEMANDS } from './prying.ts';
import { ownWords } from './quoted.ts';
import { SUPPORT } from './support.ts';
import { TURNING_DEMANDS } from './turning.ts';

/** What a message tries that demands enough. */
export type Conduct = 'jailbreak' | 'extraction' | 'override';

/** Tells messages that demand of a model to conduct itself as it should not: by what they ask of it, not by their subject. */
export interface ConductReader {
  /** What was tried where what was demanded up to this sentence is enough. */
  read(sentence: string): Conduct | null;
  /** Forgets what was read. */
  restart(): void;
}

/** All demands; those with words are looked for wherever one of them stands, the others near those. */
export const DEMANDS: readonly Demand[] = [
  ...LIMIT_DEMANDS,
  ...MANNER_DEMANDS,
  ...EXTRACTION_DEMANDS,
  ...OVERRIDE_DEMANDS,
  ...SECRET_DEMANDS,
  ...DEMANDS_ELSEWHERE,
  ...LEAVING_DEMANDS,
  ...PRYING_DEMANDS,
  ...TURNING_DEMANDS,
  ...SUPPORT,
];

const ENOUGH = 4;
/** What it counts to ask for harm to others: a frame around it makes it an attempt. */
const ASKED_FOR_HARM = 3;
/** Sentences further apart than this are not taken together: in a long text there is something of everything. */
const TOGETHER = 8;
/** Sentences before a demand in which is looked for what supports it. */
const BEFORE = 3;

/** `untrusted`: of documents and results of tools, which report on harm and ask for none. */
export function createConductReader(untrusted = false): ConductReader {
  const seen = new Int32Array(DEMANDS.length).fill(LONG_AGO);
  const before: string[] = [];
  let [at, last, harm] = [0, LONG_AGO, LONG_AGO];

  const look = (said: string, place: number, rows: readonly number[]): boolean => {
    let found = false;
    for (const row of rows) {
      if (SOUGHT[row]?.test(said) !== true) continue;
      seen[row] = Math.max(seen[row] ?? LONG_AGO, place);
      found = true;
    }
    return found;
  };

  const isNear = (row: number) => at - (seen[row] ?? LONG_AGO) <= TOGETHER;

  const attempt = (): Conduct | null => {
    const asked = at - harm <= TOGETHER;
    let points = asked ? ASKED_FOR_HARM : 0;
    for (let row = 0; row < DEMANDS.length; row += 1) {
      if (!isNear(row) || ((asked || untrusted) && CRIMES.includes(row)) || BESIDE[row]?.some(isNear) === false)
        continue;
      points += DEMANDS[row]?.points ?? 0;
    }
    if (points < ENOUGH) return null;
    return DEMANDS.find((demand, row) => demand.attempt !== undefined && isNear(row))?.attempt ?? 'jailbreak';
  };

  return {
    restart: () => {
      seen.fill(LONG_AGO);
      before.length = 0;
      [at, last, harm] = [0, LONG_AGO, LONG_AGO];
    },
    read: (sentence) => {
      at += 1;
      const rows = rowsFor(wordsOfSentence(sentence));
      const asksForHarm = !untrusted && deedAskedFor(sentence) !== null;
      if (asksForHarm) harm = at;
      const isOpen = at - last <= TOGETHER;
      let told: ReturnType<typeof attempt> = null;
      if (isOpen || asksForHarm || rows.length > 0) {
        const said = ownWords(sentence);
        const asked =
          rows.length > 0 && ABOUT.test(said) ? rows.filter((row) => DEMANDS[row]?.attempt !== undefined) : rows;
        const demands = look(said, at, asked) || asksForHarm;
        if (demands && !isOpen)
          for (const [index, text] of before.entries()) look(text, at - before.length + index, SUPPORTING);
        if (demands) last = at;
        const supports = (demands || isOpen) && look(said, at, SUPPORTING);
        if (demands || supports) told = attempt();
      }
      if (before.push(sentence) > BEFORE) before.shift();
      return told;
    },
  };
}

const LONG_AGO = -1000;
const SOUGHT = DEMANDS.map(({ pattern }) => whereNeeded(pattern));

/** Of each word, a bit for each group of words that has it: in four columns, since there are more than 93. */
const BITS = 31;
export const GROUPS: readonly string[] = [
  ...new Set(DEMANDS.flatMap(({ words, also }) => [words, also].flatMap((group) => group ?? []))),
];
const groupsOf = listsOf(GROUPS.map(eitherI));
let [last, groups]: [string, readonly number[]] = ['', []];

/** Each column is told the same word, one after another. */
function groupsOfWord(letters: string): readonly number[] {
  if (letters !== last) [last, groups] = [letters, groupsOf(letters)];
  return groups;
}

const [ONE, TWO, THREE, FOUR] = [columnFor(0), columnFor(1), columnFor(2), columnFor(3)];
const SUPPORTING = DEMANDS.flatMap(({ words }, row) => (words === undefined ? [row] : []));
/** What is the same as to ask for harm. */
const CRIMES = ['crime', 'made-for-harm'].map((id) => DEMANDS.findIndex((demand) => demand.id === id));
const BESIDE = DEMANDS.map(({ beside }) => beside?.map((id) => DEMANDS.findIndex((demand) => demand.id === id)));
/** The bits that each demand needs. */
const GATES = DEMANDS.flatMap(({ words, also }, row) => {
  const [one = 0, two = 0, three = 0, four = 0] = [0, 1, 2, 3].map((part) =>
    bitsOf(part, (at) => GROUPS[at] === words || GROUPS[at] === also),
  );
  return words === undefined ? [] : [{ row, one, two, three, four }];
});

function bitsOf(part: number, has: (group: number) => boolean): number {
  let bits = 0;
  for (let bit = 0; bit < BITS && part * BITS + bit < GROUPS.length; bit += 1)
    if (has(part * BITS + bit)) bits |= 1 << bit;
  return bits;
}

function columnFor(part: number) {
  return columnOf((_, __, letters) =>
    groupsOfWord(letters).length === 0 ? 0 : bitsOf(part, (group) => groupsOfWord(letters).includes(group)),
  ).told;
}

/** The demands of which all words stand there that they need. */
function rowsFor(words: Words): readonly number[] {
  const rows = rowsOf(words);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let at = 0; at < words.count; at += 1) {
    const row = rows[at] ?? 0;
    first |= ONE[row] ?? 0;
    second |= TWO[row] ?? 0;
    third |= THREE[row] ?? 0;
    fourth |= FOUR[row] ?? 0;
  }
  if ((first | second | third | fourth) === 0) return NONE;
  let found: number[] | undefined;
  for (const { row, one, two, three, four } of GATES) {
    if ((first & one) !== one || (second & two) !== two || (third & three) !== three || (fourth & four) !== four)
      continue;
    found ??= [];
    found.push(row);
  }
  return found ?? NONE;
}

const NONE: readonly number[] = [];

/** Who asks about such demands does not make them. */
const ABOUT = whereNeeded(
  /\b(?:prompt injections?|jailbreaks? (?:prompts?|attacks?|attempts?|techniques?)|attackers?|red team is|from (?:bypassing|disabling|jailbreaking|getting)|users? (?:from|who|try|might|could)|(?:prevent|stop|detect|block)\w* (?:\w+ ){0,3}(?:jailbreak\w*|users?|attacks?|people)|(?:our|my|their) (?:chat)?bots?\b)|^\W{0,4}(?:what (?:is|are|was|were|does|do)|why (?:do|does|are|is|did)|when (?:is|are|did)|who (?:is|was)|which (?:\w+ ){1,3}(?:are|is|did|do|does|have|has))\b/i,
);
