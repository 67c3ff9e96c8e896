import { type CharacterModel, createSurpriseReader } from '../../../text/learned/characters.ts';
import type { Hits } from '../../../text/learned/lexicon.ts';
import { createLinearReader, type LinearModel } from '../../../text/learned/linear.ts';
import { createShingleReader, type KnownShingles } from '../../../text/learned/shingles.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import { cuesIn } from './cues.ts';
import { createGlueReader, GLUE_WIDTH } from './glue.ts';
import { CONCEPTS } from './lexicon/concepts.ts';
import { conceptsIn, createRuleReader } from './match-rules.ts';
import { ATTACK_RULES } from './rules.ts';
import { isQuery, type Structure, structureOf } from './structure.ts';
import { createTaskReader, type TaskReader } from './task.ts';

/** What the features are made with. */
export interface Models {
  readonly words: LinearModel;
  readonly harm: LinearModel;
  readonly characters: CharacterModel;
  /** Fingerprints of known templates: of their words, never the words. */
  readonly templates: KnownShingles;
}

/** Reads a message sentence by sentence; its features may be asked for at any time and only ever speak of what was read. */
export interface FeatureReader {
  /** Which features may be others than before, but for the length and the lines of code: a bit for each kind below. */
  read(sentence: string): number;
  /** In an array that the next call fills again. */
  features(): Float64Array;
  /** Forgets what was read. */
  restart(): void;
}

/** Features before `OFTEN`, but for those that change with every sentence; most do so in hardly one of a long message. */
export const OFTEN_CHANGED = 1;
export const SELDOM_CHANGED = 2;

const MARKS = [
  'delimiters',
  'turns',
  'closers',
  'slots',
  'labels',
  'saysQuoted',
  'told',
  'addressed',
  'labelled',
  'obliged',
] as const satisfies readonly (keyof Structure)[];

/** Concepts whose mere number says something. */
const COUNTED = [
  'override',
  'own-prompt',
  'secret',
  'persona',
  'unrestricted',
  'no-refusal',
  'no-disclaimer',
  'fiction',
  'harm',
  'detail',
  'model',
  'mode',
  'granted',
  'encode',
  'policy',
  'about',
  'two-answers',
  'new-task',
  'impersonate',
  'authority',
  'passcode',
  'prior',
  'instructions',
] as const;

export const FEATURES: readonly string[] = [
  'words-12',
  'words-120',
  'harm-16',
  'harm-40',
  'surprise',
  'glued-here',
  'suffix',
  'known-template',
  'capitals-here',
  'run',
  'task-in-document',
  'task-to-model',
  'task-off-topic',
  'harm-in-persona',
  'harm-in-fiction',
  'length',
  'code',
  ...MARKS.map((mark) => `mark-${mark}`),
  ...COUNTED.map((concept) => `concept-${concept}`),
  ...ATTACK_RULES.map(({ id }) => `rule-${id}`),
];

/** The first features, up to the marks, change with every sentence; concepts and rules only where a phrase stands. */
export const OFTEN = FEATURES.findIndex((name) => name.startsWith('concept-'));

/** Characters over which a suffix must look like no writing. */
const SURPRISE_WIDTH = 64;
/** Bits a character that ordinary prose stays below (development rows: 99 of 100). */
const ORDINARY = 3.2;

const NONE = new Float64Array(2);

/** What no feature is asked of that `counts` is not reckoned with need not be read. */
export function createFeatureReader(
  models: Models,
  untrusted: boolean,
  counts: (feature: string) => boolean = () => true,
): FeatureReader {
  const linear = createLinearReader([
    { model: models.words, windows: [12, 120] },
    { model: models.harm, windows: counts('harm-40') ? [16, 40] : [16] },
  ]);
  const surprise = createSurpriseReader(models.characters, SURPRISE_WIDTH);
  const glue = createGlueReader();
  const shingles = createShingleReader();
  const rules = createRuleReader();
  const tasks = createTaskReader(untrusted);
  const seen = createSeen();
  const values = new Float64Array(FEATURES.length);
  let fresh = false;

  return {
    read: (sentence) => {
      const words = wordsOfSentence(sentence);
      const hits = conceptsIn(words);
      const cues = cuesIn(sentence, words);
      const structure = structureOf(sentence, cues);
      // What a database is asked has its own words; what stands in it beside them is still read by the rules.
      const asks = words.count <= QUERY_WORDS && isQuery(sentence);
      let changed = !asks && linear.read(words) ? OFTEN_CHANGED : 0;
      if (rules.read(hits, words.count)) changed |= SELDOM_CHANGED;
      if (structure.marked && structure.prose && (structure.ascii || !BEYOND_LATIN.test(sentence)))
        if (surprise.read(sentence)) changed |= OFTEN_CHANGED;
      if (glue.read(structure.glued, structure.prose ? sentence.length : GLUE_WIDTH)) changed |= OFTEN_CHANGED;
      for (const shingle of shingles.read(words)) {
        if (!models.templates.has(shingle)) continue;
        seen.known += 1;
        changed |= OFTEN_CHANGED;
      }
      if (countConcepts(seen, hits)) changed |= SELDOM_CHANGED;
      if (tasks.read({ text: sentence, words, hits, structure, cues })) changed |= OFTEN_CHANGED;
      if (note(seen, structure, words.count)) changed |= OFTEN_CHANGED;
      fresh ||= (changed & SELDOM_CHANGED) !== 0;
      return changed;
    },
    features: () => {
      const [attack = NONE, harm = NONE] = linear.best;
      fillOften(values, { seen, attack, harm, surprise: surprise.best(), glued: glue.best(), tasks });
      if (fresh) fillCounts(values, seen.concepts, rules.fired);
      fresh = false;
      return values;
    },
    restart: () => {
      for (const reader of [linear, surprise, glue, shingles, rules, tasks]) reader.restart();
      forget(seen);
      values.fill(0);
      fresh = false;
    },
  };
}

const QUERY_WORDS = 16;

const BEYOND_LATIN = /[^\0-\u024f]/;

/** What was counted of a message so far. */
interface Seen {
  readonly concepts: Float64Array;
  readonly marks: Float64Array;
  words: number;
  code: number;
  notProse: number;
  known: number;
  capitals: number;
  run: number;
}

function createSeen(): Seen {
  const counts = { words: 0, code: 0, notProse: 0, known: 0, capitals: 0, run: 0 };
  return {
    ...counts,
    concepts: new Float64Array(CONCEPTS.length),
    marks: new Float64Array(MARKS.length),
  };
}

function forget(seen: Seen): void {
  seen.concepts.fill(0);
  seen.marks.fill(0);
  [seen.words, seen.code, seen.notProse, seen.known, seen.capitals, seen.run] = [0, 0, 0, 0, 0, 0];
}

/** Whether there was one whose number is a feature. */
function countConcepts({ concepts }: Seen, { count, meaning }: Hits): boolean {
  let counted = 0;
  for (let hit = 0; hit < count; hit += 1) {
    const concept = meaning[hit] ?? 0;
    concepts[concept] = (concepts[concept] ?? 0) + 1;
    counted |= IS_COUNTED[concept] ?? 0;
  }
  return counted !== 0;
}

/** Whether anything but the numbers of words and of lines of code may count otherwise than before. */
function note(seen: Seen, structure: Structure, words: number): boolean {
  let changed = addMarks(seen.marks, structure);
  const wasProse = isProse(seen);
  seen.code += structure.codeLines;
  if (!structure.prose) seen.notProse += 1;
  if (isProse(seen) !== wasProse) changed = true;
  if (words >= 4 && structure.documentSigns === 0 && structure.capitals > seen.capitals) {
    seen.capitals = structure.capitals;
    changed = true;
  }
  if (structure.run > seen.run) {
    seen.run = structure.run;
    changed = true;
  }
  seen.words += words;
  return changed;
}

/** Whether the message as a whole is still taken for prose. */
function isProse({ code, notProse }: Seen): boolean {
  return code <= 2 && notProse <= 4;
}

/** In the order of `MARKS`; by name, since most sentences have none. */
function addMarks(marks: Float64Array, structure: Structure): boolean {
  const { delimiters, turns, closers, slots, labels, saysQuoted, told, addressed, labelled, obliged } = structure;
  if (delimiters + turns + closers + slots + labels + saysQuoted + told + addressed + labelled + obliged === 0)
    return false;
  for (let at = 0; at < MARKS.length; at += 1) marks[at] = (marks[at] ?? 0) + (structure[MARKS[at] ?? 'turns'] ?? 0);
  return true;
}

interface Read {
  readonly seen: Seen;
  readonly attack: Float64Array;
  readonly harm: Float64Array;
  readonly surprise: number;
  readonly glued: number;
  readonly tasks: TaskReader;
}

/** In the order of `FEATURES`. */
function fillOften(values: Float64Array, { seen, attack, harm, surprise, glued, tasks }: Read): void {
  const harmful = between(0, 4, harm[0]) + Math.min(2, seen.concepts[HARM] ?? 0);
  const strange = Math.min(3, Math.max(0, surprise - ORDINARY));
  const prose = isProse(seen) ? 1 : 0;
  let at = 0;
  values[at++] = between(-1, 4, attack[0]);
  values[at++] = between(-1, 4, attack[1]);
  values[at++] = between(-2, 4, harm[0]);
  values[at++] = between(-2, 4, harm[1]);
  values[at++] = prose * strange;
  values[at++] = prose * Math.min(6, glued);
  values[at++] = prose * Math.min(4, glued) * strange;
  values[at++] = Math.min(3, seen.known);
  values[at++] = seen.capitals;
  values[at++] = seen.run > 20 ? 1 : 0;
  values[at++] = Math.min(2, tasks.inDocument());
  values[at++] = Math.min(2, tasks.toModel());
  values[at++] = Math.min(2, tasks.offTopic());
  values[at++] = Math.min(1, seen.concepts[PERSONA] ?? 0) * harmful;
  values[at++] = Math.min(1, (seen.concepts[FICTION] ?? 0) / 2) * harmful;
  values[at++] = Math.min(1, seen.words / 300);
  values[at++] = Math.min(3, seen.code);
  for (let mark = 0; mark < MARKS.length; mark += 1) values[at++] = logOf(seen.marks[mark] ?? 0, 8);
}

function fillCounts(values: Float64Array, concepts: Float64Array, fired: Int32Array): void {
  let at = OFTEN;
  for (let index = 0; index < COUNTED_NUMBERS.length; index += 1)
    values[at++] = logOf(concepts[COUNTED_NUMBERS[index] ?? 0] ?? 0, 12);
  for (let rule = 0; rule < fired.length; rule += 1) values[at++] = logOf(fired[rule] ?? 0, 3);
}

function between(least: number, most: number, value = 0): number {
  return Math.max(least, Math.min(most, value));
}

const LOGS = Float64Array.from({ length: 16 }, (_, count) => Math.log1p(count));

function logOf(count: number, most: number): number {
  return LOGS[Math.min(most, count)] ?? 0;
}

const COUNTED_NUMBERS = Int32Array.from(COUNTED, (name) => CONCEPTS.indexOf(name));
const IS_COUNTED = Uint8Array.from(CONCEPTS, (concept) => (COUNTED.some((one) => one === concept) ? 1 : 0));
const HARM = CONCEPTS.indexOf('harm');
const PERSONA = CONCEPTS.indexOf('persona');
const FICTION = CONCEPTS.indexOf('fiction');
