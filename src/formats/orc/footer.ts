import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import type { Part } from '../format.ts';
import { integerOf, integersOf, type Message, messagesOf, textsOf } from '../protobuf/message.ts';
import { readMessage } from '../protobuf/reader.ts';
import { BYTES, firstTexts, INTEGER, NUMBERS, nested, STRING, shapeOf, WORDS } from '../protobuf/shape.ts';
import { chunksOf, unpacked } from './codec.ts';
import { type Column, filesInTexts, MOST_ASKED, MOST_VALUES, wrongInStripe } from './columns.ts';

/** Columns of a table. */
const MOST = 65_536;

const STRIPE = shapeOf('StripeInformation', {
  1: INTEGER,
  2: INTEGER,
  3: INTEGER,
  4: INTEGER,
  5: INTEGER,
  6: INTEGER,
  7: BYTES,
});
const ATTRIBUTE = shapeOf('StringPair', { 1: WORDS, 2: WORDS });
const TYPE = shapeOf('Type', {
  1: INTEGER,
  2: { kind: 'integer', keep: MOST },
  3: firstTexts(MOST),
  4: NUMBERS,
  5: NUMBERS,
  6: NUMBERS,
  7: nested(() => ATTRIBUTE),
});
/** Statistics of a column, which the library parses and nobody here asks. */
const SPAN = shapeOf('Statistics', { 1: NUMBERS, 2: NUMBERS, 3: NUMBERS, 4: NUMBERS, 5: NUMBERS, 6: NUMBERS });
const STATISTICS = shapeOf('ColumnStatistics', {
  1: INTEGER,
  ...Object.fromEntries([2, 3, 4, 5, 6, 7, 8, 9, 12].map((field) => [field, nested(() => SPAN)])),
  10: INTEGER,
  11: INTEGER,
});
const FOOTER = shapeOf('Footer', {
  1: INTEGER,
  2: INTEGER,
  3: nested(() => STRIPE),
  4: nested(() => TYPE),
  5: BYTES,
  6: INTEGER,
  7: nested(() => STATISTICS),
  8: NUMBERS,
  9: NUMBERS,
  10: BYTES,
  11: NUMBERS,
  12: STRING,
});
const STREAM = shapeOf('Stream', { 1: INTEGER, 2: INTEGER, 3: INTEGER });
const ENCODING = shapeOf('ColumnEncoding', { 1: INTEGER, 2: INTEGER, 3: NUMBERS });
const STRIPE_FOOTER = shapeOf('StripeFooter', {
  1: nested(() => STREAM),
  2: nested(() => ENCODING),
  3: STRING,
  4: BYTES,
});

/** How the bytes of a table are packed. */
export interface Packing {
  readonly codec: number;
  /** Most bytes of one chunk. */
  readonly block: number;
}

interface Stripe {
  readonly rows: number;
  readonly start: number;
  readonly inner: number;
  readonly footer: number;
}

/**
 * Holds the footer of a table to what readers need (specification v1, File Tail and Stripes): types that make a tree, stripes
 * that lie one behind the other up to `end`, where their statistics begin, and have as many rows as the table. Answers what in
 * texts is a file; nothing where the codec is not at hand. Throws MalformedError.
 */
export async function judgeFooter(
  source: ByteSource,
  bytes: Uint8Array,
  end: number,
  packing: Packing,
  budget: Budget,
): Promise<readonly Part[]> {
  const plain = await unpacked(bytes, packing.codec, packing.block, budget);
  if (plain === null) return [];
  const footer = await readMessage(sourceOf(plain), FOOTER, { leave: () => true }, budget);
  if (footer.unknown !== null) throw new MalformedError('a footer with fields that are none', end);
  const types = messagesOf(footer, 4);
  assertTree(types, end);
  const stripes = stripesOf(footer, end);
  const encrypted = footer.opaque.has(10);
  const table = types.map((type) => ({ kind: integerOf(type, 1) ?? 0, inner: integersOf(type, 2) }));
  const room = { bytes: LOOKED_THROUGH, values: MOST_VALUES, texts: MOST_ASKED };
  const parts: Part[] = [];
  if (encrypted || source.size > LOOKED_THROUGH) budget.leave(end);
  for (const stripe of encrypted || source.size > LOOKED_THROUGH ? [] : stripes) {
    budget.checkTime();
    parts.push(...(await judgeStripe(source, stripe, table, { packing, room, budget })));
  }
  return parts;
}

/** What is left to look at of a file: a table packs well. */
interface Room {
  bytes: number;
  values: number;
  texts: number;
}

type Type = Pick<Column, 'kind' | 'inner'>;

/** Of what lies afar each stripe would cost a request. */
const LOOKED_THROUGH = 64 * 1024 * 1024;

/** Each type stands before those within it, and is within one other; kinds are 0 to 18. */
function assertTree(types: readonly Message[], offset: number): void {
  const seen = new Set<number>();
  if (types.length === 0) throw new MalformedError('a table without types', offset);
  for (const [at, type] of types.entries()) {
    const [kind = 0, inner, names] = [integerOf(type, 1), integersOf(type, 2), textsOf(type, 3)];
    if (kind < 0 || kind > HIGHEST_KIND) throw new MalformedError(`columns of the kind ${kind}`, offset);
    if (kind === STRUCT && names.length !== inner.length)
      throw new MalformedError('a struct with other names than fields', offset);
    const asked = INNER[kind];
    if (asked !== undefined && asked !== inner.length)
      throw new MalformedError('a type with other types in it than it has', offset);
    for (const each of inner) {
      if (each <= at || each >= types.length || seen.has(each))
        throw new MalformedError('types that make no tree', offset);
      seen.add(each);
    }
  }
  if (seen.size !== types.length - 1) throw new MalformedError('a type that is in no other', offset);
}

const HIGHEST_KIND = 20;
const [LIST, MAP, STRUCT] = [10, 11, 12];
const INNER: Readonly<Record<number, number>> = { [LIST]: 1, [MAP]: 2 };

/** `ORC` */
const HEADER = 3;

function stripesOf(footer: Message, end: number): readonly Stripe[] {
  const stripes: Stripe[] = [];
  let [at, rows] = [HEADER, 0];
  for (const stripe of messagesOf(footer, 3)) {
    const [start = 0, index = 0, data = 0, own = 0, count = 0] = [1, 2, 3, 4, 5].map((field) =>
      integerOf(stripe, field),
    );
    if (start < at || [index, data, own, count].some((each) => each < 0))
      throw new MalformedError('stripes that share bytes', at);
    at = start + index + data + own;
    rows += count;
    stripes.push({ rows: count, start, inner: index + data, footer: own });
  }
  if (at > end) throw new MalformedError('a stripe that reaches into the footers', end);
  if (stripes.length > 0 && at !== end) throw new MalformedError('bytes that belong to no stripe', at);
  if (rows !== (integerOf(footer, 6) ?? 0)) throw new MalformedError('stripes with other rows than their table', end);
  return stripes;
}

/** Streams fill the stripe up to its footer, each with whole chunks, each column has its encoding, and as many values as rows. */
async function judgeStripe(
  source: ByteSource,
  { start, inner, footer, rows }: Stripe,
  table: readonly Type[],
  { packing, room, budget }: { readonly packing: Packing; readonly room: Room; readonly budget: Budget },
): Promise<readonly Part[]> {
  const { codec, block } = packing;
  const plain = await unpacked(await source.read(start + inner, footer), codec, block, budget);
  if (plain === null) return [];
  const told = await readMessage(sourceOf(plain), STRIPE_FOOTER, { leave: () => true }, budget);
  if (told.unknown !== null)
    throw new MalformedError('the footer of a stripe with fields that are none', start + inner);
  const streams = new Map<string, Uint8Array>();
  let at = start;
  let all = true;
  for (const stream of messagesOf(told, 1)) {
    const [kind = 0, column = 0, length = 0] = [integerOf(stream, 1), integerOf(stream, 2), integerOf(stream, 3)];
    if (column < 0 || column >= table.length || length < 0 || at + length > start + inner)
      throw new MalformedError('a stream of no column, or outside its stripe', start + inner);
    if (codec !== 0 && chunksOf(await source.read(at, length)) === null)
      throw new MalformedError('a stream that is not made of chunks', at);
    const bytes = room.bytes > 0 && kind < INDEX ? await streamAt(source, { at, length }, packing, budget) : null;
    all &&= bytes !== null || kind >= INDEX;
    // A stream that unpacks to more than there is room for is left alone, and so is what follows.
    room.bytes = bytes === null && kind < INDEX ? 0 : room.bytes - (bytes?.length ?? 0);
    if (bytes !== null) streams.set(`${column} ${kind}`, bytes);
    at += length;
  }
  if (at !== start + inner) throw new MalformedError('streams that do not fill their stripe', at);
  const encodings = messagesOf(told, 2);
  if (encodings.length !== table.length) throw new MalformedError('columns without an encoding', start + inner);
  if (!all) {
    budget.leave(inner);
    return [];
  }
  const columns = table.map(({ kind, inner: within }, index) => {
    const [encoding, words] = [1, 2].map((field) => {
      const message = encodings[index];
      return message === undefined ? 0 : (integerOf(message, field) ?? 0);
    });
    return { kind, inner: within, encoding: encoding ?? 0, words: words ?? 0 };
  });
  if (columns.some(({ encoding, words }) => encoding < 0 || encoding > HIGHEST_ENCODING || words < 0))
    throw new MalformedError('a column with an encoding that there is not', start + inner);
  const { wrong, texts, unasked, left } = wrongInStripe(columns, streams, rows, room.values);
  budget.leave(unasked);
  room.values = left;
  if (wrong !== null) throw new MalformedError(wrong, start);
  const most = room.texts;
  room.texts -= texts.reduce((sum, { places }) => sum + places.length / 2, 0);
  return filesInTexts(texts, most, budget);
}

/** Streams from here on help to find rows, and hold none. */
const INDEX = 6;
const HIGHEST_ENCODING = 3;

async function streamAt(
  source: ByteSource,
  { at, length }: { readonly at: number; readonly length: number },
  { codec, block }: Packing,
  budget: Budget,
): Promise<Uint8Array | null> {
  try {
    return await unpacked(await source.read(at, length), codec, block, budget);
  } catch (error) {
    if (error instanceof MalformedError) throw new MalformedError(error.message, at);
    if (error instanceof OverBudgetError) return null;
    throw error;
  }
}

/** The message behind the postscript's statistics of stripes, unpacked as the footer is; its content is statistics. */
export async function judgeMetadata(source: ByteSource, packing: Packing, budget: Budget): Promise<void> {
  const plain = await unpacked(await source.read(0, source.size), packing.codec, packing.block, budget);
  if (plain !== null) await readMessage(sourceOf(plain), METADATA, { leave: () => false }, budget);
}

const METADATA = shapeOf('Metadata', { 1: BYTES });
