import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import type { VectorIndexFacts } from './facts.ts';
import { CODES, PARTS, TRANSFORMS } from './grammar.ts';

/** Indexes within indexes; real ones have five. */
const DEEPEST = 16;
/** Lists of an inverted file: 16 times the most that are used for a billion vectors. */
const MOST_LISTS = 16 * 1024 * 1024;
const HASH_TABLE = 2;
const TRANSFORM_CHAIN = 64;

interface Walk {
  readonly fields: Sequence;
  readonly budget: Budget;
  readonly codes: string[];
}

/** A code that is known, and a dimension below 65,536. */
export function isFaiss(head: Uint8Array): boolean {
  if (head.length <= 8 || head[6] !== 0 || head[7] !== 0) return false;
  const code = new TextDecoder('latin1').decode(head.subarray(0, 4));
  return code !== 'null' && Object.hasOwn(CODES, code);
}

/** Proves that the parts of an index fill the file. Throws MalformedError, also for a part that is not known. */
export async function readFaiss(source: ByteSource, budget: Budget): Promise<VectorIndexFacts> {
  const walk: Walk = { fields: sequenceOver(source), budget, codes: [] };
  await readCoded(walk, CODES, 0);
  const left = walk.fields.left();
  if (left !== 0) throw new MalformedError(`${left} bytes after the index`, walk.fields.position());
  return { format: 'vector-index', library: 'faiss', codes: walk.codes };
}

async function readCoded(walk: Walk, table: Readonly<Record<string, string>>, depth: number): Promise<void> {
  if (depth > DEEPEST) throw new OverBudgetError(`indexes nested deeper than ${DEEPEST}`);
  const at = walk.fields.position();
  const code = await fourLetters(walk.fields);
  const grammar = Object.hasOwn(table, code) ? table[code] : undefined;
  if (grammar === undefined) throw new MalformedError(`a part of an unknown kind, ${JSON.stringify(code)}`, at);
  walk.codes.push(code);
  await follow(walk, grammar, depth);
}

async function follow(walk: Walk, grammar: string, depth: number): Promise<void> {
  for (const step of grammar.split(' ')) {
    walk.budget.spend('opcodes', 1);
    await take(walk, step, depth);
  }
}

async function take(walk: Walk, step: string, depth: number): Promise<void> {
  const { fields } = walk;
  if (step === '') return;
  if (/^\d+$/.test(step)) return fields.skip(Number(step));
  if (step.startsWith('v')) return skipVector(fields, Number(step.slice(1)));
  const part = PARTS[step];
  if (part !== undefined) return follow(walk, part, depth);
  if (step === 'X') return readCoded(walk, CODES, depth + 1);
  if (step === 'T') return readCoded(walk, TRANSFORMS, depth + 1);
  if (step === 'H') return skipHeader(fields);
  if (step === 'L') return skipLists(walk);
  if (step === 'D') return skipDirectMap(fields);
  if (step === 'N') return skipNeighbours(walk);
  const transforms = await fields.u32();
  if (transforms > TRANSFORM_CHAIN) throw new MalformedError(`${transforms} transforms`, fields.position());
  for (let index = 0; index < transforms; index++) await readCoded(walk, TRANSFORMS, depth + 1);
}

async function skipVector(fields: Sequence, width: number): Promise<void> {
  fields.skip((await fields.u64()) * width);
}

/** Dimension, count, two numbers without meaning, whether it is trained, and the metric with its argument. */
async function skipHeader(fields: Sequence): Promise<void> {
  fields.skip(4 + 8 + 8 + 8 + 1);
  if ((await fields.u32()) > 1) fields.skip(4);
}

async function skipDirectMap(fields: Sequence): Promise<void> {
  const kind = await fields.u8();
  await skipVector(fields, 8);
  if (kind === HASH_TABLE) await skipVector(fields, 16);
}

/** Lists in the file itself; those in another file, which the index would name, are not known here. */
async function skipLists({ fields, budget }: Walk): Promise<void> {
  const at = fields.position();
  const code = await fourLetters(fields);
  if (code === 'il00') return;
  if (code !== 'ilar') throw new MalformedError(`inverted lists of an unknown kind, ${JSON.stringify(code)}`, at);
  const lists = await fields.u64();
  const width = await fields.u64();
  const sparse = (await fourLetters(fields)) === 'sprs';
  const sizes = await fields.u64();
  if (lists > MOST_LISTS || sizes > 2 * lists) throw new MalformedError(`${sizes} sizes of ${lists} lists`, at);
  let entries = 0;
  for (let index = 0; index < sizes; index++) {
    if (index % 4096 === 0) budget.checkTime();
    const size = await fields.u64();
    if (!sparse || index % 2 === 1) entries += size;
  }
  fields.skip(entries * (width + 8));
}

/** The graph of NSG: for each vector its neighbours and a -1. */
async function skipNeighbours({ fields, budget }: Walk): Promise<void> {
  const total = await fields.u32();
  fields.skip(5 * 4);
  if ((await fields.u8()) === 0) return;
  for (let seen = 0; seen < total; ) {
    budget.spend('opcodes', 1);
    if ((await fields.i32()) === -1) seen += 1;
  }
}

async function fourLetters(fields: Sequence): Promise<string> {
  return new TextDecoder('latin1').decode(await fields.bytes(4));
}
