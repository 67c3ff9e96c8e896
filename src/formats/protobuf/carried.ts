import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { filesAmong, LOOK, MOST, mayBeFile, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Part } from '../format.ts';
import { type Window, windowOver } from './window.ts';

/** As deep as libraries read. */
const DEPTH = 100;
const VARINT = 10;
/** Fields that are met in one file; the largest graphs have some millions. */
const FIELDS = 64_000_000;
/** Messages up to here are walked at once. */
const SMALL = 256 * 1024;
/** A document, or what may be code of Python: among names of nodes and layers, both are rare. */
const WORDED =
  /^\s{0,20}(?:\{\s{0,20}["}]|\[\s{0,20}["{[\d]|b?["'])|^[^\n]{0,200}\bimport\b|\b(?:__import__|os|subprocess)\b/;

/**
 * Files among the bytes, texts and lists of a message, whatever its type: each field with a length may hold bytes, or is a
 * message itself. Where the fields of one do not fill it, what was met in it stays: nothing of it is believed, and whether
 * bytes are a file is asked of them alone. What lies afar is left to the readers of its tensors, since each jump would
 * cost a request.
 */
export async function filesInMessage(source: ByteSource, budget: Budget): Promise<readonly Part[]> {
  if (source.costly === true) return [];
  const walk: Walk = { window: windowOver(source, budget), budget, stretches: [], fields: 0 };
  await walkMessage(walk, 0, source.size, 0);
  return filesAmong(source, walk.stretches);
}

interface Walk {
  readonly window: Window;
  readonly budget: Budget;
  readonly stretches: Stretch[];
  fields: number;
}

async function walkMessage(walk: Walk, start: number, end: number, depth: number): Promise<void> {
  const { window } = walk;
  if (end - start <= SMALL) {
    if (!window.holds(start, end - start)) await window.fill(start, end - start);
    const bytes = window.bytes(start, end - start);
    return walkBytes(walk, { bytes, base: start }, 0, bytes.length, depth);
  }
  for (let at = start; at < end; ) {
    const head = Math.min(2 * VARINT, end - at);
    if (!window.holds(at, head)) await window.fill(at, head);
    const field = fieldAt(walk, window.bytes(at, head), 0, head, end - at);
    if (field === null) return;
    const from = at + field.start;
    at += field.end;
    if (!field.sized || at - from < SHORTEST) continue;
    if (at - from > SMALL) note(walk, from, at - from);
    else await noteSmall(walk, from, at - from);
    if (depth < DEPTH) await walkMessage(walk, from, at, depth + 1);
  }
}

async function noteSmall(walk: Walk, start: number, size: number): Promise<void> {
  const { window } = walk;
  if (!window.holds(start, size)) await window.fill(start, size);
  if (mayHold(window.bytes(start, Math.min(size, LOOK)))) note(walk, start, size);
}

function mayHold(head: Uint8Array): boolean {
  if (mayBeFile(head)) return true;
  const first = head[0] ?? 0;
  if (first > 0x7e || first < 0x20) return false;
  return WORDED.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1'));
}

function note({ stretches, budget }: Walk, start: number, size: number): void {
  if (stretches.length < MOST) stretches.push({ name: `bytes@${start}`, start, size, bytes: true });
  else budget.leave(size);
}

interface Held {
  readonly bytes: Uint8Array;
  /** Where they lie in the source. */
  readonly base: number;
}

function walkBytes(walk: Walk, held: Held, start: number, end: number, depth: number): void {
  const { bytes, base } = held;
  for (let at = start; at < end; ) {
    const field = fieldAt(walk, bytes, at, end, end - at);
    if (field === null) return;
    const from = at + field.start;
    at += field.end;
    if (!field.sized || at - from < SHORTEST) continue;
    if (mayHold(bytes.subarray(from, Math.min(at, from + LOOK)))) note(walk, base + from, at - from);
    if (depth < DEPTH) walkBytes(walk, held, from, at, depth + 1);
  }
}

interface Field {
  /** Whether it has a length, and so may be bytes. */
  readonly sized: boolean;
  /** Of its value, and where the next field begins, from its tag on. */
  readonly start: number;
  readonly end: number;
}

/** The field at `at`, of which `within` bytes are left of its message; null where there is none. */
function fieldAt(walk: Walk, bytes: Uint8Array, at: number, end: number, within: number): Field | null {
  if (++walk.fields > FIELDS) throw new OverBudgetError(`more than ${FIELDS} fields`);
  if (walk.fields % 65_536 === 0) walk.budget.checkTime();
  const tag = varintAt(bytes, at, end);
  if (tag === null || tag.value < 8 || tag.value > 0xffffffff) return null;
  const start = tag.end - at;
  const wire = tag.value % 8;
  if (wire === 1 || wire === 5) return { sized: false, start, end: start + (wire === 1 ? 8 : 4) };
  if (wire !== 0 && wire !== 2) return null;
  const number = varintAt(bytes, tag.end, end);
  if (number === null) return null;
  const after = number.end - at;
  if (wire === 0) return { sized: false, start, end: after };
  return number.value > within - after ? null : { sized: true, start: after, end: after + number.value };
}

function varintAt(
  bytes: Uint8Array,
  start: number,
  end: number,
): { readonly value: number; readonly end: number } | null {
  let value = 0;
  for (let index = start; index < end && index < start + VARINT; index++) {
    const byte = bytes[index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (index - start));
    if (byte < 0x80) return { value, end: index + 1 };
  }
  return null;
}
