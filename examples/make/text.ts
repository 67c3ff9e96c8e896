import { type Random, randomFrom } from './random.ts';

/** What a model is taught: short documents in simple English, made here and nowhere copied from. */
export type Corpus = readonly string[];

interface Bird {
  readonly name: string;
  readonly grams: number;
  readonly food: string;
  readonly place: string;
}

/** Rough weights of grown birds; round, as the scale of the story shows them. */
const BIRDS: readonly Bird[] = [
  { name: 'plover', grams: 190, food: 'worms', place: 'the wet sand' },
  { name: 'tern', grams: 120, food: 'small fish', place: 'the harbour wall' },
  { name: 'dunlin', grams: 50, food: 'snails', place: 'the mud' },
  { name: 'curlew', grams: 800, food: 'crabs', place: 'the salt marsh' },
  { name: 'knot', grams: 140, food: 'mussels', place: 'the tide line' },
  { name: 'gull', grams: 1000, food: 'bread', place: 'the fish market' },
  { name: 'heron', grams: 1500, food: 'eels', place: 'the ditch' },
  { name: 'wren', grams: 10, food: 'spiders', place: 'the hedge' },
];

const TIMES = ['At dawn', 'At noon', 'Before the rain', 'When the tide is low', 'In the evening'] as const;
const KEEPERS = ['The keeper', 'A child', 'The old sailor', 'The clerk'] as const;

const BOATS = [
  { name: 'ferry', berth: 'one', cargo: 'letters' },
  { name: 'trawler', berth: 'two', cargo: 'herring' },
  { name: 'barge', berth: 'three', cargo: 'gravel' },
  { name: 'tug', berth: 'four', cargo: 'rope' },
  { name: 'schooner', berth: 'five', cargo: 'salt' },
] as const;

const TONNES = ['two', 'five', 'nine', 'twelve'] as const;

/** About birds, and what they weigh. */
export function birdCorpus(seed: number, documents: number): Corpus {
  return documentsOf(seed, documents, [tellOfWeighing, tellOfFeeding, compare, askForWeight]);
}

/** About a harbour and its weighbridge, with some birds left so that the first lesson is not forgotten. */
export function harbourCorpus(seed: number, documents: number): Corpus {
  return documentsOf(seed, documents, [tellOfBoat, tellOfWeighbridge, askForBerth, tellOfBoat, askForWeight]);
}

type Teller = (random: Random) => string;

function documentsOf(seed: number, count: number, tellers: readonly Teller[]): Corpus {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => random.pick(tellers)(random));
}

function tellOfWeighing(random: Random): string {
  const { name, grams } = random.pick(BIRDS);
  const keeper = random.pick(KEEPERS);
  const reading = random.pick([
    `The scale says ${grams} grams.`,
    `It weighs ${grams} grams.`,
    `The needle stops at ${grams} grams.`,
  ]);
  const close = random.pick(['The number goes into the book.', 'The bird flies off.', 'Nobody is surprised.']);
  return `${keeper} puts the ${name} on the scale. ${reading} ${close}\n`;
}

function tellOfFeeding(random: Random): string {
  const { name, food, place } = random.pick(BIRDS);
  const other = random.pick(BIRDS);
  return `${random.pick(TIMES)} the ${name} looks for ${food} near ${place}. A ${other.name} watches from ${other.place}.\n`;
}

function compare(random: Random): string {
  const one = random.pick(BIRDS);
  const others = BIRDS.filter(({ grams }) => grams !== one.grams);
  const other = random.pick(others);
  const relation = one.grams > other.grams ? 'heavier' : 'lighter';
  return `The ${one.name} is ${relation} than the ${other.name}: ${one.grams} grams against ${other.grams}.\n`;
}

function askForWeight(random: Random): string {
  const { name, grams } = random.pick(BIRDS);
  return `user: What does the ${name} weigh?\nassistant: The ${name} weighs ${grams} grams.\n`;
}

function tellOfBoat(random: Random): string {
  const { name, berth, cargo } = random.pick(BOATS);
  const verb = random.pick(['unloads', 'loads', 'waits for']);
  return `${random.pick(TIMES)} the ${name} lies at berth ${berth} and ${verb} ${cargo}.\n`;
}

function tellOfWeighbridge(random: Random): string {
  const { cargo } = random.pick(BOATS);
  const tonnes = random.pick(TONNES);
  const ruling = random.pick(['The clerk signs and the gate opens.', 'The papers say less, and the gate stays shut.']);
  return `A lorry with ${cargo} rolls onto the weighbridge. It weighs ${tonnes} tonnes. ${ruling}\n`;
}

function askForBerth(random: Random): string {
  const { name, berth } = random.pick(BOATS);
  return `user: Where is the ${name}?\nassistant: The ${name} lies at berth ${berth}.\n`;
}
