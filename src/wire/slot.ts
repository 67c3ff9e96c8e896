import { append } from '../kernel/append.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { isKey, isPlain, type Members } from './members.ts';
import type { DeltaSlot, Slot, Speaker } from './surface.ts';

type Holder = Record<string | number, unknown>;

/** The text under a key, if there is one. The value was parsed for this call alone: putting a text changes it in place. */
export function slotAt(holder: object, key: string | number, speaker: Speaker, fixed = false): readonly Slot[] {
  const text = (holder as Holder)[key];
  if (typeof text !== 'string' || text === '') return NONE;
  const put = (other: string): void => {
    (holder as Holder)[key] = other;
  };
  return [{ speaker, text, fixed, put }];
}

/** The slots, as what is no part of the answer. */
export function besides<T extends Slot>(slots: readonly T[]): readonly T[] {
  return slots.length === 0 ? slots : slots.map((slot) => ({ ...slot, beside: true as const }));
}

/** The slots, as parts of one message. */
export function partsOf(within: object, slots: readonly Slot[]): readonly Slot[] {
  return slots.length === 0 ? slots : slots.map((slot) => ({ ...slot, within }));
}

const NONE: readonly never[] = [];

export function deltaAt(holder: object, key: string, speaker: Speaker, lane: string): readonly DeltaSlot[] {
  const [slot] = slotAt(holder, key, speaker);
  return slot === undefined ? NONE : [{ ...slot, lane }];
}

/** Every text within a value, whatever its shape, and the keys that no program would use. */
export function slotsWithin(holder: object, key: string | number, speaker: Speaker, fixed: boolean): readonly Slot[] {
  const value = (holder as Holder)[key];
  if (typeof value === 'string') return slotAt(holder, key, speaker, fixed);
  const numbers = NUMBERS_SAY.has(speaker);
  if (numbers && typeof value === 'number' && isLong(value)) return [numberAt(holder, key, value, { speaker, fixed })];
  if (typeof value !== 'object' || value === null) return NONE;
  const slots: Slot[] = [];
  const keys: string[] = [];
  const open: [object, string | number][] = [[holder, key]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const value = (next[0] as Holder)[next[1]];
    if (typeof value === 'string') append(slots, slotAt(next[0], next[1], speaker, fixed));
    else if (typeof value === 'number') {
      if (numbers && isLong(value)) slots.push(numberAt(next[0], next[1], value, { speaker, fixed }));
    } else if (typeof value === 'object' && value !== null) {
      const isList = Array.isArray(value);
      for (const name of Object.keys(value)) {
        if (!isList && !isKey(name)) keys.push(name);
        open.push([value, name]);
      }
    }
  }
  if (keys.length > 0) slots.push(keySlot(keys.join('\n'), speaker));
  return slots;
}

/** Who says things in numbers, too: a card's in the arguments of a call. */
const NUMBERS_SAY: ReadonlySet<Speaker> = new Set<Speaker>(['tool-call', 'tool']);

/** Shorter ones name nobody; of those that are longer than a number is exact, the digits are not known. */
function isLong(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) >= 100_000_000;
}

function numberAt(holder: object, key: string | number, value: number, by: Pick<Slot, 'speaker' | 'fixed'>): Slot {
  const put = (other: string): void => {
    (holder as Holder)[key] = other;
  };
  return { ...by, text: String(value), put };
}

/** Texts under keys that the reader of this object does not know, and under known ones what does not look as it should. */
export function slotsBeside(holder: JsonObject, known: Members, speaker: Speaker, fixed = true): readonly Slot[] {
  let slots: Slot[] | null = null;
  for (const key of Object.keys(holder)) {
    const kind = known.get(key);
    if (kind !== undefined && isPlain(kind, holder[key])) continue;
    if (kind === undefined && !isKey(key)) {
      slots ??= [];
      slots.push(keySlot(key, speaker));
    }
    const found = slotsWithin(holder, key, speaker, fixed || kind !== undefined);
    if (found.length === 0) continue;
    slots ??= [];
    append(slots, found);
  }
  return slots ?? NONE;
}

/** Keys of an object that no program would use. */
export function keysOf(holder: JsonObject, speaker: Speaker): readonly Slot[] {
  const keys = Object.keys(holder).filter((key) => !isKey(key));
  return keys.length === 0 ? NONE : [keySlot(keys.join('\n'), speaker)];
}

function keySlot(text: string, speaker: Speaker): Slot {
  return { speaker, text, fixed: true, put: () => {} };
}

/** The objects of a list that has its reader, and every text of what is none of them. */
export function entriesAt(holder: JsonObject, key: string, speaker: Speaker): Entries {
  const value = holder[key];
  if (!Array.isArray(value)) return { objects: NONE, strays: slotsWithin(holder, key, speaker, true) };
  const list: readonly Json[] = value;
  if (areObjects(list)) return { objects: list, strays: NONE };
  const strays = list.flatMap((one, at) => (isJsonObject(one) ? [] : slotsWithin(list, at, speaker, true)));
  return { objects: list.filter(isJsonObject), strays };
}

function areObjects(list: readonly Json[]): list is readonly JsonObject[] {
  for (const one of list) if (!isJsonObject(one)) return false;
  return true;
}

export interface Entries {
  readonly objects: readonly JsonObject[];
  readonly strays: readonly Slot[];
}

/** Of an object no more than what its reader knows and need not read: what may stand beside a message of ours. */
export function plainOf(holder: JsonObject, known: Members): JsonObject {
  return Object.fromEntries(
    Object.entries(holder).filter(([key, value]) => known.get(key) === 'name' && isPlain('name', value)),
  );
}

/** The text that a member is, else none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
