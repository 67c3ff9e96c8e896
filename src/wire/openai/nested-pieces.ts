import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { besides, deltaAt, entriesAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { DeltaSlot, Slot, Speaker } from '../surface.ts';

/** A text in pieces that stands within an object of a delta, not in the delta itself. */
interface Nested {
  /** The member of the delta that it is in. */
  readonly within: 'content' | 'reasoning_details' | 'audio';
  readonly key: string;
  /** A delta that says only this text there. */
  say(text: string, at: number): JsonObject;
}

const NESTED: readonly Nested[] = [
  // Mistral: a list of texts and of thoughts, which are lists of texts.
  { within: 'content', key: 'text', say: (text) => ({ content: [{ type: 'text', text }] }) },
  {
    within: 'content',
    key: 'thinking',
    say: (text) => ({ content: [{ type: 'thinking', thinking: [{ type: 'text', text }] }] }),
  },
  // OpenRouter, and who follows it.
  {
    within: 'reasoning_details',
    key: 'text',
    say: (text, index) => ({ reasoning_details: [{ type: 'reasoning.text', text, index }] }),
  },
  {
    within: 'reasoning_details',
    key: 'summary',
    say: (summary, index) => ({ reasoning_details: [{ type: 'reasoning.summary', summary, index }] }),
  },
  // OpenAI: what the sound of an answer says.
  { within: 'audio', key: 'transcript', say: (transcript) => ({ audio: { transcript } }) },
];

const BESIDE = membersOf({
  read: NESTED.map(({ key }) => key),
  names: ['type', 'index', 'id', 'format', 'expires_at'],
  opaque: ['data', 'signature'],
});

const CONTAINERS: ReadonlySet<string> = new Set(NESTED.map(({ within }) => within));

/** Whether a member of a delta may have texts in pieces within. */
export function nests(key: string): boolean {
  return CONTAINERS.has(key);
}

/** The pieces within a member of a delta. `lane` is what stands before the member's name in that of each. */
export function nestedIn(delta: JsonObject, within: string, speaker: Speaker, lane: string): readonly DeltaSlot[] {
  return holdersIn(delta, within).flatMap(({ holder, at }) =>
    NESTED.filter((row) => row.within === within).flatMap(({ key }) => {
      const id = `${lane}/${within}/${key}/${at}`;
      const list = holder[key];
      const pieces = Array.isArray(list)
        ? list.flatMap((one) => (isJsonObject(one) ? deltaAt(one, 'text', speaker, id) : []))
        : deltaAt(holder, key, speaker, id);
      return within === 'content' && key === 'text' ? pieces : besides(pieces);
    }),
  );
}

/** What else stands within. */
export function besideNested(delta: JsonObject, within: string, speaker: Speaker): readonly Slot[] {
  const { strays } = Array.isArray(delta[within]) ? entriesAt(delta, within, speaker) : { strays: [] };
  return [
    ...strays,
    ...holdersIn(delta, within).flatMap(({ holder }) => [
      ...slotsBeside(holder, BESIDE, speaker, false),
      ...NESTED.filter((row) => row.within === within).flatMap(({ key }) => besideText(holder, key, speaker)),
    ]),
  ];
}

/** Of a list of texts what is no text of its entries, and all of what is neither list nor text. */
function besideText(holder: JsonObject, key: string, speaker: Speaker): readonly Slot[] {
  const value = holder[key];
  if (typeof value === 'string') return [];
  if (!Array.isArray(value)) return slotsWithin(holder, key, speaker, false);
  const { objects, strays } = entriesAt(holder, key, speaker);
  return [
    ...strays,
    ...objects.flatMap((one) => [
      ...(typeof one.text === 'string' ? [] : slotsWithin(one, 'text', speaker, true)),
      ...slotsBeside(one, ENTRY, speaker, false),
    ]),
  ];
}

const ENTRY = membersOf({ read: ['text'], names: ['type'] });

/** The delta that says `text` in such a lane, of which this is what follows the choice; null: it is no such lane. */
export function sayingNested(lane: readonly string[], text: string): JsonObject | null {
  const [within, key, at] = lane;
  const row = at === undefined ? undefined : NESTED.find((one) => one.within === within && one.key === key);
  return row?.say(text, Number(at)) ?? null;
}

function holdersIn(delta: JsonObject, within: string) {
  const value = delta[within];
  const holders = Array.isArray(value) ? value.filter(isJsonObject) : isJsonObject(value) ? [value] : [];
  return holders.map((holder, place) => ({ holder, at: typeof holder.index === 'number' ? holder.index : place }));
}
