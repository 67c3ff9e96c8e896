import { type CharacterModel, createSurpriseReader } from '../../../text/learned/characters.ts';
import type { Hits } from '../../../text/learned/lexicon.ts';
import { createLinearReader, type LinearModel } from '../../../text/learned/linear.ts';
import { createShingleReader } from '../../../text/learned/shingles.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import { createGlueReader, GLUE_WIDTH } from './glue.ts';
import { CONCEPTS, type Concept } from './lexicon/concepts.ts';
import { conceptsIn, createRuleReader } from './match-rules.ts';
import { ATTACK_RULES } from './rules.ts';
import { type Structure, structureOf } from './structure.ts';
import { createTaskReader, type TaskReader } from './task.ts';

/** What the features are made with. */
export interface Models {
  readonly words: LinearModel;
  readonly harm: LinearModel;
  readonly characters: CharacterModel;
  /** Fingerprints of known templates: of their words, never the words. */
  readonly templates: ReadonlySet<number>;
}

/** Reads a message sentence by sentence; its features may be asked for at any time and only ever speak of what was read. */
export interface FeatureReader {
  read(sentence: string): void;
  /** In an array that the next call fills again. */
  features(): Float64Array;
}

const MARKS = [
  'delimiters',
  'turns',
  'closers',
  'slots',
  'labels',
  'saysQuoted',
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
  'task-off-topic',
  'harm-in-persona',
  'harm-in-fiction',
  'length',
  'code',
  ...MARKS.map((mark) => `mark-${mark}`),
  ...COUNTED.map((concept) => `concept-${concept}`),
  ...ATTACK_RULES.map(({ id }) => `rule-${id}`),
];

/** Characters over which a suffix must look like no writing. */
const SURPRISE_WIDTH = 64;
/** Bits a character that ordinary prose stays below (development rows: 99 of 100). */
const ORDINARY = 3.2;

const NONE = new Float64Array(2);

export function createFeatureReader(models: Models, untrusted: boolean): FeatureReader {
  const linear = createLinearReader([
    { model: models.words, windows: [12, 120] },
    { model: models.harm, windows: [16, 40] },
  ]);
  const surprise = createSurpriseReader(models.characters, SURPRISE_WIDTH);
  const glue = createGlueReader();
  const shingles = createShingleReader();
  const rules = createRuleReader();
  const tasks = createTaskReader(untrusted);
  const seen = createSeen();
  const values = new Float64Array(FEATURES.length);

  return {
    read: (sentence) => {
      const words = wordsOfSentence(sentence);
      const hits = conceptsIn(sentence, words);
      const structure = structureOf(sentence);
      linear.read(words);
      rules.read(hits, words.count);
      if (structure.marked && structure.prose && (structure.ascii || !BEYOND_LATIN.test(sentence)))
        surprise.read(sentence);
      glue.read(structure.prose ? structure.glued : [], structure.prose ? sentence.length : GLUE_WIDTH);
      for (const shingle of shingles.read(words)) if (models.templates.has(shingle)) seen.known += 1;
      countConcepts(seen, hits);
      tasks.read(sentence, words, hits, structure);
      note(seen, structure, words.count);
    },
    features: () => {
      const [attack = NONE, harm = NONE] = linear.best;
      fill(values, { seen, attack, harm, surprise: surprise.best, glued: glue.best, fired: rules.fired, tasks });
      return values;
    },
  };
}

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

function countConcepts({ concepts }: Seen, { count, meaning }: Hits): void {
  for (let hit = 0; hit < count; hit += 1) {
    const concept = meaning[hit] ?? 0;
    concepts[concept] = (concepts[concept] ?? 0) + 1;
  }
}

function note(seen: Seen, structure: Structure, words: number): void {
  for (let at = 0; at < MARKS.length; at += 1) seen.marks[at] = (seen.marks[at] ?? 0) + structure[MARKS[at] ?? 'turns'];
  seen.code += structure.codeLines;
  if (!structure.prose) seen.notProse += 1;
  if (words >= 4 && structure.documentSigns === 0) seen.capitals = Math.max(seen.capitals, structure.capitals);
  seen.run = Math.max(seen.run, structure.run);
  seen.words += words;
}

interface Read {
  readonly seen: Seen;
  readonly attack: Float64Array;
  readonly harm: Float64Array;
  readonly surprise: number;
  readonly glued: number;
  readonly fired: Int32Array;
  readonly tasks: TaskReader;
}

/** In the order of `FEATURES`. */
function fill(values: Float64Array, { seen, attack, harm, surprise, glued, fired, tasks }: Read): void {
  const concept = (name: Concept) => seen.concepts[NUMBER[name]] ?? 0;
  const harmful = Math.max(0, Math.min(4, harm[0] ?? 0)) + Math.min(2, concept('harm'));
  const strange = Math.min(3, Math.max(0, surprise - ORDINARY));
  const prose = seen.code > 2 || seen.notProse > 4 ? 0 : 1;
  let at = 0;
  const put = (value: number) => {
    values[at] = value;
    at += 1;
  };
  put(Math.max(-1, Math.min(4, attack[0] ?? 0)));
  put(Math.max(-1, Math.min(4, attack[1] ?? 0)));
  put(Math.max(-2, Math.min(4, harm[0] ?? 0)));
  put(Math.max(-2, Math.min(4, harm[1] ?? 0)));
  put(prose * strange);
  put(prose * Math.min(6, glued));
  put(prose * Math.min(4, glued) * strange);
  put(Math.min(3, seen.known));
  put(seen.capitals);
  put(seen.run > 20 ? 1 : 0);
  put(Math.min(2, tasks.inDocument));
  put(Math.min(2, tasks.offTopic));
  put(Math.min(1, concept('persona')) * harmful);
  put(Math.min(1, concept('fiction') / 2) * harmful);
  put(Math.min(1, seen.words / 300));
  put(Math.min(3, seen.code));
  for (let mark = 0; mark < MARKS.length; mark += 1) put(logOf(seen.marks[mark] ?? 0, 8));
  for (const name of COUNTED) put(logOf(concept(name), 12));
  for (let rule = 0; rule < ATTACK_RULES.length; rule += 1) put(logOf(fired[rule] ?? 0, 3));
}

const LOGS = Float64Array.from({ length: 16 }, (_, count) => Math.log1p(count));

function logOf(count: number, most: number): number {
  return LOGS[Math.min(most, count)] ?? 0;
}

const NUMBER = Object.fromEntries(CONCEPTS.map((concept, at) => [concept, at])) as Record<Concept, number>;
