import { type Budget, OverBudgetError } from '../../kernel/budget.ts';
import type { ByteSource } from '../../kernel/bytes.ts';
import { filesAmong, MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Part } from '../format.ts';
import { type Window, windowOver } from './window.ts';

/** As deep as libraries read. */
const DEPTH = 100;
const VARINT = 10;
/** Fields that are met in one file; the largest graphs have some millions. */
const FIELDS = 32_000_000;

/**
 * Files among the bytes, texts and lists of a message, whatever its type: each field with a length may hold bytes, or is a
 * message itself. Where the fields of one do not fill it, what was met in it stays: nothing of it is believed, and whether
 * bytes are a file is asked of them alone. What lies afar is left to the readers of its tensors, since each jump would
 * cost a request.
 */
export async function filesInMessage(source: ByteSource, budget: Budget): Promise<readonly Part[]> {
  if (source.costly === true) return [];
  const walk: Walk = { window: windowOver(source, budget), budget, stretches: [], fields: 0 };
  await walkFields(walk, 0, source.size, 0);
  return filesAmong(source, walk.stretches);
}

interface Walk {
  readonly window: Window;
  readonly budget: Budget;
  readonly stretches: Stretch[];
  fields: number;
}

async function walkFields(walk: Walk, start: number, end: number, depth: number): Promise<void> {
  for (let at = start; at < end; ) {
    if (++walk.fields > FIELDS) throw new OverBudgetError(`more than ${FIELDS} fields`);
    if (walk.fields % 65_536 === 0) walk.budget.checkTime();
    const tag = await varintAt(walk.window, at, end);
    if (tag === null || tag.value < 8 || tag.value > 0xffffffff) return;
    const wire = tag.value % 8;
    if (wire === 0) {
      const value = await varintAt(walk.window, tag.end, end);
      if (value === null) return;
      at = value.end;
    } else if (wire === 1 || wire === 5) at = tag.end + (wire === 1 ? 8 : 4);
    else if (wire === 2) {
      const length = await varintAt(walk.window, tag.end, end);
      if (length === null || length.value > end - length.end) return;
      at = length.end + length.value;
      if (length.value < SHORTEST) continue;
      if (walk.stretches.length < MOST)
        walk.stretches.push({ name: `bytes@${length.end}`, start: length.end, size: length.value, bytes: true });
      if (depth < DEPTH) await walkFields(walk, length.end, at, depth + 1);
    } else return;
  }
}

async function varintAt(
  window: Window,
  start: number,
  end: number,
): Promise<{ readonly value: number; readonly end: number } | null> {
  const most = Math.min(VARINT, end - start);
  if (most <= 0) return null;
  if (!window.holds(start, most)) await window.fill(start, most);
  let value = 0;
  for (let index = 0; index < most; index++) {
    const byte = window.byte(start + index);
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, end: start + index + 1 };
  }
  return null;
}
