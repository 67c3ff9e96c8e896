import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { FlatBuffer, FlatTable } from './buffer.ts';

/** What a field is: a number of so many bytes, a text, a table, or a list of one of these. */
type Field =
  | { readonly kind: 'number'; readonly width: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'list'; readonly of: Plain }
  /** One of these tables, by the number in the field before it. */
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  | { readonly kind: 'unlooked' };

type Plain = Exclude<Field, { readonly kind: 'choice' }>;

export type FlatSchema = ReadonlyMap<string, readonly Field[]>;

/**
 * A schema from a table of one a line: a table's name, then its fields in their order. A number is one of so many bytes,
 * `s` a text, `:Name` a table, `[` before it a list; `*` is a table of any kind, `u:A,B` is one of these by the number in the field before it, `.` is not looked at.
 */
export function flatSchema(text: string): FlatSchema {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return new Map(lines.map(([name = '', ...fields]) => [name, fields.map(fieldOf)]));
}

function fieldOf(word: string): Field {
  if (word.startsWith('u:')) return { kind: 'choice', names: word.slice(2).split(',') };
  return plainOf(word);
}

function plainOf(word: string): Plain {
  if (word.startsWith('[')) return { kind: 'list', of: plainOf(word.slice(1)) };
  if (word.startsWith(':')) return { kind: 'table', name: word.slice(1) };
  if (word === '*') return { kind: 'table', name: '' };
  if (word === '.') return { kind: 'unlooked' };
  return word === 's' ? { kind: 'text' } : { kind: 'number', width: Number(word) };
}

/** What the library's own verifier takes at most (flatbuffers, verifier.h). */
const DEEPEST = 64;
const MOST_TABLES = 1_000_000;

/** Throws MalformedError for what the library's own verifier refuses: all that is reached from the root, as loaders do before they use a file. Comes back with where texts and lists of numbers lie. */
export async function verifyFlat(
  flat: FlatBuffer,
  schema: FlatSchema,
  root: string,
  size: number,
): Promise<readonly Stretch[]> {
  const stretches: Stretch[] = [];
  await verifyTable({ flat, schema, size, seen: new Set(), stretches }, await flat.root(), root, 1);
  return stretches;
}

interface Verifier {
  readonly flat: FlatBuffer;
  readonly schema: FlatSchema;
  readonly size: number;
  /** Tables that were verified: writers let several point at one. */
  readonly seen: Set<string>;
  readonly stretches: Stretch[];
}

async function verifyTable(verifier: Verifier, table: FlatTable, name: string, depth: number): Promise<void> {
  const key = `${name}\0${table.position}`;
  if (verifier.seen.has(key)) return;
  verifier.seen.add(key);
  if (verifier.seen.size > MOST_TABLES) throw new OverBudgetError(`more than ${MOST_TABLES} tables`);
  if (depth > DEEPEST) throw new MalformedError(`tables nest deeper than ${DEEPEST}`, table.position);
  for (const [index, field] of (verifier.schema.get(name) ?? []).entries()) {
    const at = table.field(index);
    if (at === null) continue;
    if (field.kind !== 'choice') await verifyField(verifier, field, at, depth);
    else await verifyField(verifier, await chosen(verifier, table.field(index - 1), field.names), at, depth);
  }
}

async function chosen({ flat }: Verifier, at: number | null, names: readonly string[]): Promise<Plain> {
  return { kind: 'table', name: at === null ? '' : (names[await flat.u8(at)] ?? '') };
}

async function verifyField(verifier: Verifier, field: Plain, at: number, depth: number): Promise<void> {
  const { flat, size } = verifier;
  if (field.kind === 'unlooked') return;
  if (field.kind === 'number') {
    assertAligned(at, field.width, size);
    return;
  }
  const target = await pointedAt(verifier, at);
  if (field.kind === 'table') return verifyTable(verifier, await flat.table(target), field.name, depth + 1);
  assertAligned(target, 4, size);
  const length = await flat.u32(target);
  const width = field.kind === 'list' && field.of.kind === 'number' ? field.of.width : field.kind === 'list' ? 4 : 1;
  const end = target + 4 + length * width;
  if (end > size) throw new MalformedError('a list reaches past the end', target);
  flat.touch(end);
  if (isPlain(field)) noteStretch(verifier, target + 4, length * width);
  if (field.kind === 'text') {
    if ((await flat.u8(Math.min(end, size - 1))) !== 0 || end >= size)
      throw new MalformedError('a text without its end', target);
  } else if (field.of.kind !== 'number')
    for (let each = 0; each < length; each++) await verifyField(verifier, field.of, target + 4 + 4 * each, depth);
}

/** A list that holds its values itself. */
function isPlain(field: Plain): boolean {
  return field.kind === 'text' || (field.kind === 'list' && field.of.kind === 'number');
}

function noteStretch({ stretches }: Verifier, start: number, size: number): void {
  if (size >= SHORTEST && stretches.length < MOST) stretches.push({ name: `bytes@${start}`, start, size, bytes: true });
}

async function pointedAt({ flat, size }: Verifier, at: number): Promise<number> {
  assertAligned(at, 4, size);
  const offset = await flat.u32(at);
  if (offset === 0 || offset >= 2 ** 31 || at + offset + 4 > size)
    throw new MalformedError('an offset leads nowhere', at);
  return at + offset;
}

function assertAligned(at: number, width: number, size: number): void {
  if (at % width !== 0) throw new MalformedError('a value is not where values of its size are', at);
  if (at + width > size) throw new MalformedError('a value reaches past the end', at);
}
