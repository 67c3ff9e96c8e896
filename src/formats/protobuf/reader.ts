import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Message, UnknownFields } from './message.ts';
import type { FieldShape, MessageShape } from './shape.ts';
import { type Window, windowOver } from './window.ts';

/** Protobuf libraries refuse deeper messages (protobuf C++, CodedInputStream: recursion limit of 100). */
const DEPTH = 100;
/** Values kept of one field of one message; the longest real lists of inputs have some thousands. */
const KEPT = 65_536;
/** A varint of 64 bits. */
const VARINT = 10;
const [VARINT_WIRE, FIXED64, LENGTH, GROUP, END_GROUP, FIXED32] = [0, 1, 2, 3, 4, 5] as const;

/** Hears of messages as they are read, parents before children at `enter`, children first at `leave`. */
export interface Visitor {
  enter?(shape: MessageShape): void;
  /** Whether the parent is to keep the message; lists of thousands of nodes need not be. */
  leave(shape: MessageShape, message: Message): boolean;
  /** Bytes that are known and not wanted, of the message that was entered last and is not left. */
  opaque?(field: number, start: number, end: number): void;
}

/**
 * Reads one message that fills the source (protobuf.dev, 'Encoding'). Fields of other wire types than the shape's are
 * unknown ones, as for every library. Throws MalformedError where fields do not fill a message exactly, numbers do not
 * end, groups do not match or messages nest too deep; OverBudgetError past the budget.
 */
export async function readMessage(
  source: ByteSource,
  shape: MessageShape,
  visitor: Visitor,
  budget: Budget,
): Promise<Message> {
  const reader: Reader = { window: windowOver(source, budget), visitor, budget };
  return messageAt(reader, shape, { start: 0, end: source.size, depth: 0 });
}

interface Reader {
  readonly window: Window;
  readonly visitor: Visitor;
  readonly budget: Budget;
}

interface Extent {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

async function messageAt(reader: Reader, shape: MessageShape, { start, end, depth }: Extent): Promise<Message> {
  if (depth > DEPTH) throw new MalformedError(`messages nest deeper than ${DEPTH}`, start);
  reader.visitor.enter?.(shape);
  const draft = draftOf(start, end - start);
  for (let at = start; at < end; ) {
    try {
      at = await fieldAt(reader, shape, draft, { start: at, end, depth });
    } catch (error) {
      // Of the message that fills the source all fields before this one are whole.
      if (error instanceof MalformedError && depth === 0) error.soundTo = at;
      throw error;
    }
  }
  return draft;
}

/** Reads one field into the draft; where the next one begins. */
async function fieldAt(reader: Reader, shape: MessageShape, draft: Draft, extent: Extent): Promise<number> {
  const { start, end, depth } = extent;
  reader.budget.spend('opcodes', 1);
  const tag = await varintAt(reader, start, end);
  const [number, wire] = [Math.floor(tag.value / 8), tag.value % 8];
  if (number < 1 || number > 0x1fffffff) throw new MalformedError(`${number} is no field number`, start);
  const value = await valueAt(reader, { number, wire }, { start: tag.end, end, depth });
  const field = shape.fields.get(number);
  if (field === undefined || !fits(field, wire)) {
    if (shape.others === undefined) noteUnknown(draft, number, start, value.end - start);
    return value.end;
  }
  await keep(reader, draft, { number, field, wire, value, depth });
  return value.end;
}

interface Value {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

async function valueAt(
  reader: Reader,
  { number, wire }: { readonly number: number; readonly wire: number },
  { start, end, depth }: Extent,
): Promise<Value> {
  const within = (from: number, length: number): Value => {
    if (length > end - from) throw new MalformedError(`field ${number} reaches past the end of its message`, start);
    return { start: from, end: from + length, number: 0 };
  };
  switch (wire) {
    case VARINT_WIRE: {
      const varint = await varintAt(reader, start, end);
      return { start, end: varint.end, number: varint.signed };
    }
    case FIXED64:
      return within(start, 8);
    case FIXED32:
      return within(start, 4);
    case LENGTH: {
      const length = await varintAt(reader, start, end);
      return within(length.end, length.value);
    }
    case GROUP:
      return { start, end: await groupEnd(reader, number, { start, end, depth: depth + 1 }), number: 0 };
    default:
      throw new MalformedError(`wire type ${wire} in field ${number}`, start);
  }
}

/** Where the group ends, its end tag included. */
async function groupEnd(reader: Reader, number: number, { start, end, depth }: Extent): Promise<number> {
  if (depth > DEPTH) throw new MalformedError(`groups nest deeper than ${DEPTH}`, start);
  for (let at = start; at < end; ) {
    reader.budget.spend('opcodes', 1);
    const tag = await varintAt(reader, at, end);
    const [inner, wire] = [Math.floor(tag.value / 8), tag.value % 8];
    if (wire === END_GROUP) {
      if (inner !== number) throw new MalformedError(`group ${number} is ended as ${inner}`, at);
      return tag.end;
    }
    at = (await valueAt(reader, { number: inner, wire }, { start: tag.end, end, depth })).end;
  }
  throw new MalformedError(`group ${number} has no end`, start);
}

function fits(field: FieldShape, wire: number): boolean {
  switch (field.kind) {
    case 'integer':
      return wire === VARINT_WIRE || (wire === LENGTH && field.scalar !== true);
    case 'opaque':
      return field.wires.includes(wire);
    case 'text':
    case 'message':
      return wire === LENGTH;
  }
}

interface Found {
  readonly number: number;
  readonly field: FieldShape;
  readonly wire: number;
  readonly value: Value;
  readonly depth: number;
}

async function keep(reader: Reader, draft: Draft, { number, field, wire, value, depth }: Found): Promise<void> {
  const { start, end } = value;
  switch (field.kind) {
    case 'integer':
      if (field.keep !== undefined && (draft.integers.get(number)?.length ?? 0) >= field.keep) return;
      if (wire === VARINT_WIRE) push(draft.integers, number, value.number);
      else if (field.keep !== undefined) await firstPacked(reader, draft, number, { start, end, keep: field.keep });
      else for (let at = start; at < end; ) at = await packedAt(reader, draft, number, at, end);
      return;
    case 'opaque': {
      const isPacked = field.varints === true && wire === LENGTH && end > start;
      if (isPacked && ((await bytesAt(reader, end - 1, 1))[0] ?? 0) >= 0x80)
        throw new MalformedError('a number without an end', end - 1);
      if (field.kept !== undefined && wire === LENGTH && end - start <= field.kept)
        draft.short.set(number, (await bytesAt(reader, start, end - start)).slice());
      countOpaque(draft, number, end - start);
      if (wire === LENGTH) reader.visitor.opaque?.(number, start, end);
      return;
    }
    case 'text': {
      const enough = field.keep !== undefined && (draft.texts.get(number)?.length ?? 0) >= field.keep;
      if (enough && field.raw === true) return;
      const length = Math.min(end - start, field.most);
      const text = decoded(await bytesAt(reader, start, length), start, field.raw === true || length < end - start);
      if (enough) return;
      if (length < end - start) draft.cut.push(number);
      push(draft.texts, number, text);
      return;
    }
    case 'message': {
      const shape = field.shape();
      const message = await messageAt(reader, shape, { start, end, depth: depth + 1 });
      if (reader.visitor.leave(shape, message)) push(draft.messages, number, message);
      else countOpaque(draft, number, end - start);
    }
  }
}

function countOpaque(draft: Draft, number: number, size: number): void {
  const { count, bytes } = draft.opaque.get(number) ?? { count: 0, bytes: 0 };
  draft.opaque.set(number, { count: count + 1, bytes: bytes + size });
}

/** Libraries refuse strings that are no UTF-8 (protobuf.dev, 'Language Guide'); one that is cut may end within a character. */
function decoded(bytes: Uint8Array, start: number, lenient: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !lenient, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedError('a string is no UTF-8', start, { cause });
  }
}

/** Of packed numbers the first few; the last has to end. */
async function firstPacked(
  reader: Reader,
  draft: Draft,
  number: number,
  { start, end, keep }: { readonly start: number; readonly end: number; readonly keep: number },
): Promise<void> {
  if (end > start && ((await bytesAt(reader, end - 1, 1))[0] ?? 0) >= 0x80)
    throw new MalformedError('a number without an end', end - 1);
  for (let at = start; at < end && (draft.integers.get(number)?.length ?? 0) < keep; )
    at = await packedAt(reader, draft, number, at, end);
}

async function packedAt(reader: Reader, draft: Draft, field: number, start: number, end: number): Promise<number> {
  reader.budget.spend('opcodes', 1);
  const varint = await varintAt(reader, start, end);
  push(draft.integers, field, varint.signed);
  return varint.end;
}

function push<T>(lists: Map<number, T[]>, field: number, value: T): void {
  const list = lists.get(field);
  if (list === undefined) lists.set(field, [value]);
  else if (list.push(value) > KEPT) throw new OverBudgetError(`more than ${KEPT} values in field ${field}`);
}

async function bytesAt({ window }: Reader, start: number, length: number): Promise<Uint8Array> {
  if (!window.holds(start, length)) await window.fill(start, length);
  return window.bytes(start, length);
}

interface Varint {
  /** As an unsigned number; past 2^53 it is not exact, and longer than any file. */
  readonly value: number;
  /** As a signed one of 64 bits. */
  readonly signed: number;
  readonly end: number;
}

async function varintAt({ window }: Reader, start: number, end: number): Promise<Varint> {
  const most = Math.min(VARINT, end - start);
  if (!window.holds(start, most)) await window.fill(start, most);
  let value = 0;
  for (let index = 0; index < most; index++) {
    const byte = window.byte(start + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80)
      return { value, signed: index < 8 ? value : signedOf(window.bytes(start, index + 1)), end: start + index + 1 };
  }
  throw new MalformedError('a number without an end', start);
}

function signedOf(bytes: Uint8Array): number {
  const whole = bytes.reduce((sum, byte, index) => sum | (BigInt(byte & 0x7f) << BigInt(7 * index)), 0n);
  return Number(BigInt.asIntN(64, whole));
}

interface Draft extends Message {
  readonly integers: Map<number, number[]>;
  readonly texts: Map<number, string[]>;
  readonly messages: Map<number, Message[]>;
  readonly opaque: Map<number, { readonly count: number; readonly bytes: number }>;
  readonly short: Map<number, Uint8Array>;
  readonly cut: number[];
  unknown: UnknownFields | null;
}

function draftOf(offset: number, size: number): Draft {
  return {
    offset,
    size,
    integers: new Map(),
    texts: new Map(),
    messages: new Map(),
    opaque: new Map(),
    short: new Map(),
    cut: [],
    unknown: null,
  };
}

function noteUnknown(draft: Draft, first: number, offset: number, bytes: number): void {
  const before = draft.unknown;
  draft.unknown = before === null ? { first, offset, bytes } : { ...before, bytes: before.bytes + bytes };
}
