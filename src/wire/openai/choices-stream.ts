import { append } from '../../kernel/append.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { besides, deltaAt, entriesAt, keysOf, plainOf, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { DeltaSlot, Slot, Speaker, StreamSurface } from '../surface.ts';
import { spelledByChoices } from './logprobs.ts';
import { besideNested, nestedIn, nests, sayingNested } from './nested-pieces.ts';
import { ENVELOPE, objectsIn } from './parts.ts';

/**
 * Streams whose events have `choices`: chat's and completions' are one but for where the text is, and vLLM's of what it heard are those
 * of a chat. A lane is a choice, the member of its delta, and what is within that.
 */
export function choicesStream(textKey: 'delta' | 'text', speaker: Speaker = 'assistant'): StreamSurface {
  const saying = (field: string, text: string): JsonObject =>
    textKey === 'text' ? { text } : { delta: { [field]: text } };
  return {
    deltasIn: (event) => objectsIn(event.choices).flatMap((choice) => deltasOf(choice, textKey, speaker)),
    wholeIn: (event) => wholeOf(event, textKey, speaker),
    endsIn: (event) =>
      objectsIn(event.choices).flatMap((choice) =>
        // Some servers write an empty one into every event until the last.
        textOf(choice.finish_reason) === '' ? [] : [`${indexOf(choice)}/`],
      ),
    saying: (event, lane, text) => {
      const [index = '0', ...rest] = lane.split('/');
      const delta = sayingCall(rest, text) ?? sayingNested(rest, text);
      const said = delta === null ? saying(rest[0] ?? 'content', text) : { delta };
      return { ...shellOf(event), choices: [{ index: Number(index), ...said, finish_reason: null }] };
    },
    stop: (event, lane, message) => {
      const index = Number(lane?.split('/')[0] ?? 0);
      const [said, nothing] = [saying('content', message), textKey === 'delta' ? { delta: {} } : { text: '' }];
      const choice = (rest: object, finish: string | null): JsonObject => ({
        ...shellOf(event),
        choices: [{ index, ...rest, finish_reason: finish }],
      });
      return [choice(said, null), choice(nothing, 'content_filter')];
    },
    nameOf: () => null,
    completes: () => false,
    terminator: '[DONE]',
  };
}

function deltasOf(choice: JsonObject, textKey: 'delta' | 'text', speaker: Speaker): readonly DeltaSlot[] {
  const index = indexOf(choice);
  if (textKey === 'text') return deltaAt(choice, 'text', speaker, `${index}/text`);
  const { delta } = choice;
  if (!isJsonObject(delta)) return [];
  const said: DeltaSlot[] = [];
  for (const key of Object.keys(delta)) {
    if (key === 'role' || CALLS.has(key)) continue;
    if (typeof delta[key] === 'string') {
      const pieces = deltaAt(delta, key, speaker, `${index}/${key}`);
      append(said, key === 'content' ? pieces : besides(pieces));
    } else if (nests(key)) append(said, nestedIn(delta, key, speaker, index));
  }
  for (const call of objectsIn(delta.tool_calls)) {
    const lane = `${index}/tool_calls/${indexOf(call)}`;
    if (isJsonObject(call.function))
      append(said, deltaAt(call.function, 'arguments', 'tool-call', `${lane}/arguments`));
    if (isJsonObject(call.custom)) append(said, deltaAt(call.custom, 'input', 'tool-call', `${lane}/input`));
  }
  if (isJsonObject(delta.function_call))
    append(said, deltaAt(delta.function_call, 'arguments', 'tool-call', `${index}/function_call`));
  return said;
}

const CALLS: ReadonlySet<string> = new Set(['tool_calls', 'function_call']);

function sayingCall([field, call, key]: readonly string[], text: string): JsonObject | null {
  if (field === 'function_call') return { function_call: { arguments: text } };
  if (field !== 'tool_calls' || call === undefined) return null;
  const called = key === 'input' ? { custom: { input: text } } : { function: { arguments: text } };
  return { tool_calls: [{ index: Number(call), ...called }] };
}

/** What comes in one piece: names of functions, what is cited, and whatever nobody knows. */
function wholeOf(event: JsonObject, textKey: 'delta' | 'text', speaker: Speaker): readonly Slot[] {
  const slots: Slot[] = [];
  const { objects, strays } = entriesAt(event, 'choices', speaker);
  append(slots, strays);
  for (const choice of objects) {
    append(slots, slotsBeside(choice, textKey === 'text' ? COMPLETION : CHOICE, speaker, false));
    if (textKey === 'text') {
      if (typeof choice.text !== 'string') append(slots, slotsWithin(choice, 'text', speaker, true));
      continue;
    }
    const { delta } = choice;
    if (isJsonObject(delta)) besidePieces(delta, speaker, slots);
    else append(slots, slotsWithin(choice, 'delta', speaker, false));
  }
  append(slots, spelledByChoices(event));
  append(slots, slotsBeside(event, ENVELOPE, speaker, false));
  return slots;
}

const REASONS = ['index', 'finish_reason', 'stop_reason'];
const CHOICE = membersOf({ read: ['delta', 'logprobs'], names: REASONS });
const COMPLETION = membersOf({ read: ['logprobs', 'text'], names: REASONS });

function besidePieces(delta: JsonObject, speaker: Speaker, slots: Slot[]): void {
  append(slots, keysOf(delta, speaker));
  for (const key of Object.keys(delta)) {
    const value = delta[key];
    if (key === 'role') append(slots, slotsBeside({ role: value }, ROLE, speaker));
    else if (typeof value === 'string' || CALLS.has(key)) continue;
    else if (nests(key)) append(slots, besideNested(delta, key, speaker));
    else append(slots, slotsWithin(delta, key, speaker, false));
  }
  const { objects, strays } = entriesAt(delta, 'tool_calls', 'tool-call');
  append(slots, strays);
  for (const call of objects) {
    append(slots, slotsBeside(call, CALL, 'tool-call'));
    besideArguments(call, 'function', slots);
    besideArguments(call, 'custom', slots);
  }
  besideArguments(delta, 'function_call', slots);
}

const ROLE = membersOf({ names: ['role'] });
const CALL = membersOf({ read: ['function', 'custom'], names: ['id', 'type', 'index'] });
const PIECES = membersOf({ read: ['arguments', 'input'] });

/** A function's name cannot be changed. */
function besideArguments(holder: JsonObject, key: string, slots: Slot[]): void {
  const call = holder[key];
  if (!isJsonObject(call)) {
    append(slots, slotsWithin(holder, key, 'tool-call', true));
    return;
  }
  append(slots, slotsBeside(call, PIECES, 'tool-call'));
  for (const piece of ['arguments', 'input'])
    if (typeof call[piece] !== 'string') append(slots, slotsWithin(call, piece, 'tool-call', false));
}

/** What events of ours have in common with one that came. */
function shellOf(event: JsonObject): JsonObject {
  const { usage: _, ...shell } = plainOf(event, ENVELOPE);
  return shell;
}

function indexOf({ index }: JsonObject): string {
  return String(typeof index === 'number' ? index : 0);
}
