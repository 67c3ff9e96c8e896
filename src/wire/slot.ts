import { append } from '../kernel/append.ts';
import type { JsonObject } from '../kernel/json.ts';
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

const NONE: readonly Slot[] = [];
const NO_DELTAS: readonly DeltaSlot[] = [];

export function deltaAt(holder: object, key: string, speaker: Speaker, lane: string): readonly DeltaSlot[] {
  const [slot] = slotAt(holder, key, speaker);
  return slot === undefined ? NO_DELTAS : [{ ...slot, lane }];
}

/** Every text within a value, whatever its shape. */
export function slotsWithin(holder: object, key: string | number, speaker: Speaker, fixed: boolean): readonly Slot[] {
  const value = (holder as Holder)[key];
  if (typeof value === 'string') return slotAt(holder, key, speaker, fixed);
  if (typeof value !== 'object' || value === null) return NONE;
  const slots: Slot[] = [];
  const open: [object, string | number][] = [[holder, key]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const value = (next[0] as Holder)[next[1]];
    if (typeof value === 'string') append(slots, slotAt(next[0], next[1], speaker, fixed));
    else if (typeof value === 'object' && value !== null)
      for (const name of Object.keys(value)) open.push([value, name]);
  }
  return slots;
}

/** Texts under keys that the reader of this object does not know. */
export function slotsBeside(
  holder: JsonObject,
  known: ReadonlySet<string>,
  speaker: Speaker,
  fixed = true,
): readonly Slot[] {
  let slots: Slot[] | null = null;
  for (const key of Object.keys(holder)) {
    if (known.has(key)) continue;
    const found = slotsWithin(holder, key, speaker, fixed);
    if (found.length === 0) continue;
    slots ??= [];
    append(slots, found);
  }
  return slots ?? NONE;
}

/** The text that a member is, else none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
