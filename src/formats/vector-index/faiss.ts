import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import type { VectorIndexFacts } from './facts.ts';
import { CODES, PARTS, TRANSFORMS } from './grammar.ts';
import { takeHnsw, takeNsg } from './graphs.ts';
import { takeDirectMap, takeLists } from './lists.ts';

/** Indexes within indexes; real ones have five. */
const DEEPEST = 16;
const TRANSFORM_CHAIN = 64;

interface Walk {
  readonly fields: Sequence;
  readonly budget: Budget;
  readonly codes: string[];
  readonly stretches: Stretch[];
}

/** Numbers of one index by name: `d` dimensions of `n` vectors, and what its grammar keeps. */
type Frame = Map<string, number>;

/** Proves that the parts of an index fill the file. Throws MalformedError, also for a part that is not known. `stretches` hears where vectors lie. */
export async function readFaiss(source: ByteSource, budget: Budget, stretches: Stretch[]): Promise<VectorIndexFacts> {
  const walk: Walk = { fields: sequenceOver(source), budget, codes: [], stretches };
  await readCoded(walk, CODES, 0);
  const left = walk.fields.left();
  if (left !== 0) throw new MalformedError(`${left} bytes after the index`, walk.fields.position());
  return { format: 'vector-index', library: 'faiss', codes: walk.codes };
}

async function readCoded(walk: Walk, table: Readonly<Record<string, string>>, depth: number): Promise<Frame> {
  if (depth > DEEPEST) throw new OverBudgetError(`indexes nested deeper than ${DEEPEST}`);
  const at = walk.fields.position();
  const code = await fourLetters(walk.fields);
  const grammar = Object.hasOwn(table, code) ? table[code] : undefined;
  if (grammar === undefined) throw new MalformedError(`a part of an unknown kind, ${JSON.stringify(code)}`, at);
  walk.codes.push(code);
  const frame: Frame = new Map();
  await follow(walk, grammar, frame, depth);
  if (table === TRANSFORMS) checkTransform(frame, at);
  return frame;
}

async function follow(walk: Walk, grammar: string, frame: Frame, depth: number): Promise<void> {
  for (const step of grammar.split(' ')) {
    walk.budget.spend('opcodes', 1);
    await take(walk, step, frame, depth);
  }
}

async function take(walk: Walk, step: string, frame: Frame, depth: number): Promise<void> {
  const { fields } = walk;
  const at = fields.position();
  if (step === '') return;
  const [, width, name] = /^(\d+)(?::(\w+))?$/.exec(step) ?? [];
  if (width !== undefined) return takeNumber(fields, Number(width), name, frame);
  if (step.startsWith('v')) return takeVector(walk, step, frame);
  const part = PARTS[step];
  if (part !== undefined) {
    await follow(walk, part, frame, depth);
    if (step === 'Q') checkQuantiser(frame, at);
    if (step === 'S') checkScalar(frame, at);
    return;
  }
  if (step.startsWith('X')) {
    const inner = await readCoded(walk, CODES, depth + 1);
    return step === 'X!' ? assertSame(frame, inner, at) : assertCoarse(frame, inner, at);
  }
  if (step === 'T') {
    const turned = (await readCoded(walk, TRANSFORMS, depth + 1)).get('in');
    if (frame.has('d') && turned !== frame.get('d'))
      throw new MalformedError(`a transform of ${turned} dimensions`, at);
    return;
  }
  if (step === 'H') return takeHeader(fields, frame);
  if (step === 'W') return takeHnsw(fields, walk.budget, frame.get('n') ?? 0);
  if (step.startsWith('L')) return takeLists(walk, frame, productOf(step.slice(2), frame));
  if (step === 'D') return takeDirectMap(fields, frame.get('n') ?? 0);
  if (step === 'N') return takeNsg(fields, walk.budget, frame.get('n') ?? 0);
  await takeTransforms(walk, frame, depth);
}

async function takeNumber(fields: Sequence, width: number, name: string | undefined, frame: Frame): Promise<void> {
  if (name === undefined) return fields.skip(width);
  const at = fields.position();
  const value = width === 8 ? await fields.u64() : width === 4 ? await fields.u32() : await fields.u8();
  if (name === 'trained' && value > 1) throw new MalformedError(`a yes or no of ${value}`, at);
  frame.set(name, value);
}

/** `v4=d*n`, `v4:name` or `v4`. */
async function takeVector({ fields, stretches }: Walk, step: string, frame: Frame): Promise<void> {
  const at = fields.position();
  const [, width = '0', product, name] = /^v(\d+)(?:=(.+)|:(\w+))?$/.exec(step) ?? [];
  const count = await fields.u64();
  const asked = product === undefined ? null : productOf(product, frame);
  if (asked !== null && asked !== count) throw new MalformedError(`${count} values where ${asked} are asked for`, at);
  if (name !== undefined) frame.set(name, count);
  noteRows(stretches, fields.position(), count * Number(width), frame.get('n') ?? 1);
  fields.skip(count * Number(width));
}

/** Vectors that are looked at, each of which may be a file. */
const MOST_ROWS = 100_000;

function noteRows(stretches: Stretch[], start: number, bytes: number, rows: number): void {
  const size = rows > 0 && bytes % rows === 0 ? bytes / rows : bytes;
  if (size < SHORTEST) return;
  for (let row = 0; row * size < bytes && row < MOST_ROWS && stretches.length < MOST; row++)
    stretches.push({ name: `vector@${start + row * size}`, start: start + row * size, size, bytes: true });
}

/** The product of names and numbers; null where a name is not known. */
function productOf(text: string, frame: Frame): number | null {
  if (text === '') return null;
  let product = 1;
  for (const each of text.split('*')) {
    const value = /^\d+$/.test(each) ? Number(each) : frame.get(each);
    if (value === undefined) return null;
    product *= value;
  }
  return product;
}

/** MetricType, and how many dimensions an index may have before its sizes overflow. */
const METRICS: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 20, 21, 22, 23, 24, 25]);

/** Dimension, count, two numbers without meaning, whether it is trained, and the metric with its argument. */
async function takeHeader(fields: Sequence, frame: Frame): Promise<void> {
  const at = fields.position();
  await takeNumber(fields, 4, 'd', frame);
  await takeNumber(fields, 8, 'n', frame);
  fields.skip(16);
  await takeNumber(fields, 1, 'trained', frame);
  const metric = await fields.u32();
  if (!METRICS.has(metric)) throw new MalformedError(`a metric of kind ${metric}`, at);
  if (metric > 1) fields.skip(4);
}

/** An index within another is of the same vectors. */
function assertSame(frame: Frame, inner: Frame, at: number): void {
  const [count, own] = [frame.get('n'), inner.get('n')];
  if (inner.size > 0 && count !== undefined && own !== count)
    throw new MalformedError(`an index of ${own} vectors in one of ${count}`, at);
  assertCoarse(frame, inner, at);
}

/** The index that finds the lists of an inverted file has a vector for each. */
function assertCoarse(frame: Frame, inner: Frame, at: number): void {
  const [dims, own] = [frame.get('last') ?? frame.get('d'), inner.get('d')];
  if (dims !== undefined && own !== undefined && dims !== own)
    throw new MalformedError(`an index of ${own} dimensions in one of ${dims}`, at);
  const lists = frame.get('lists');
  const found = inner.get('n');
  if (lists !== undefined && frame.get('trained') === 1 && found !== undefined && found !== 0 && found !== lists)
    throw new MalformedError(`${lists} lists, and ${found} vectors that find them`, at);
}

async function takeTransforms(walk: Walk, frame: Frame, depth: number): Promise<void> {
  const at = walk.fields.position();
  const count = await walk.fields.u32();
  if (count > TRANSFORM_CHAIN) throw new MalformedError(`${count} transforms`, at);
  for (let index = 0; index < count; index++) {
    const one = await readCoded(walk, TRANSFORMS, depth + 1);
    const before = frame.get('last') ?? frame.get('d');
    if (one.get('in') !== before)
      throw new MalformedError(`a transform of ${one.get('in')} dimensions after ${before}`, at);
    frame.set('last', one.get('out') ?? 0);
  }
}

function checkTransform(frame: Frame, at: number): void {
  const [matrix, rows, columns] = [frame.get('matrix'), frame.get('in') ?? 0, frame.get('out') ?? 0];
  if (matrix !== undefined && frame.get('trained') === 1 && matrix !== rows * columns)
    throw new MalformedError(`a matrix of ${matrix} values for ${rows} times ${columns}`, at);
}

/** The widest codes of parts that a quantiser has (ProductQuantizer::set_derived_values). */
const WIDEST = 24;

function checkQuantiser(frame: Frame, at: number): void {
  const [dims = 0, parts = 0, width = 0, centroids = 0] = ['dims', 'parts', 'width', 'centroids'].map(
    (name) => frame.get(name) ?? 0,
  );
  if (parts === 0 || dims % parts !== 0 || width === 0 || width > WIDEST)
    throw new MalformedError(`codes of ${width} bits for ${parts} parts of ${dims} dimensions`, at);
  if (centroids !== 0 && centroids !== dims * 2 ** width)
    throw new MalformedError(`${centroids} values where ${dims * 2 ** width} are asked for`, at);
  frame.set('pq', Math.ceil((parts * width) / 8));
}

/** Bits of a dimension by ScalarQuantizer::QuantizerType; later kinds are not known here. */
const SCALAR_BITS: readonly number[] = [8, 4, 8, 4, 16, 8, 6, 16, 8];

function checkScalar(frame: Frame, at: number): void {
  const [kind = 0, dims = 0, code = 0] = ['kind', 'dims', 'sq'].map((name) => frame.get(name) ?? 0);
  const bits = SCALAR_BITS[kind];
  if (dims !== (frame.get('d') ?? dims)) throw new MalformedError(`a quantiser of ${dims} dimensions`, at);
  if (bits !== undefined && code !== Math.ceil((dims * bits) / 8))
    throw new MalformedError(`codes of ${code} bytes for ${dims} dimensions of ${bits} bits`, at);
}

async function fourLetters(fields: Sequence): Promise<string> {
  return new TextDecoder('latin1').decode(await fields.bytes(4));
}
