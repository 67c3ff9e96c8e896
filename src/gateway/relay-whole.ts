import { isJsonObject, type JsonObject, member } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { slotsWithin } from '../wire/slot.ts';
import type { Slot, Surface, Usage } from '../wire/surface.ts';
import { Untranslatable } from '../wire/translate/translation.ts';
import { answerTranscript } from './answer-transcript.ts';
import { type Call, tokensOf, wantedBy } from './call.ts';
import { guardSlots } from './guard-call.ts';
import { markPictures } from './mark-pictures.ts';
import { brokenBy, type Ended, fail, type Head, passRefusal, type Relay } from './relay.ts';
import { send, unreadable } from './send.ts';
import type { Sent } from './sent.ts';

/** An answer in one piece: read whole, guarded, and sent on byte for byte where nothing was changed. */
export function relayWhole(call: Call, sent: Sent, head: Head, most: number): Relay {
  const parts: Buffer[] = [];
  let length = 0;
  let ended: Ended = { status: head.status, code: null, usage: null, found: [] };
  return {
    holds: false,
    data: (chunk) => {
      length += chunk.length;
      parts.push(chunk);
      if (length <= most) return 'more';
      ended = fail(call, 502, 'upstream_invalid', 'the answer is larger than an answer may be');
      return 'enough';
    },
    end: (cut) => {
      if (cut) ended = fail(call, 502, 'upstream_cut', 'the model server broke the answer off');
      else
        ended = answer(
          call,
          sent,
          head,
          parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts),
        );
    },
    ended: () => ended,
    look: () => 'more',
    broke: (why) => {
      const { status, code, message } = brokenBy(why);
      ended = fail(call, status, code, message);
    },
  };
}

function answer(call: Call, sent: Sent, head: Head, bytes: Buffer): Ended {
  const { surface, translation } = sent;
  const { status } = head;
  if (surface.file !== undefined && status < 400) return answerTranscript(call, head, bytes);
  const value = objectIn(bytes);
  if (value === null || (status >= 300 && status < 400)) return unreadable(call, head);
  if (call.stream && status === 200)
    return fail(call, 502, 'upstream_invalid', 'a stream was asked for, and none came');
  const { channel, caller } = call;
  const slots = slotsOf(surface, status, value);
  if (slots.length > LIMITS.gatewayTexts)
    return fail(call, 502, 'upstream_invalid', 'the answer has more texts than an answer may have');
  const guarded = guardSlots(channel.guard, slots, caller, status < 400 ? wantedBy(call) : null);
  const { changed, stopped } = guarded;
  const usage: Usage | null = status < 400 ? (surface.usageIn(value, null) ?? estimated(call, slots)) : null;
  if (stopped !== null && status >= 400)
    return { ...passRefusal(call, head, 'the model server refused the call'), found: guarded.types };
  if (translation !== null && status >= 400)
    return { ...passRefusal(call, head, messageOf(value)), found: guarded.types };
  if (stopped !== null && surface.cutAnswer === null)
    return { ...fail(call, 400, 'content_filter', stopped), usage, found: guarded.types };
  const marked = markPictures(channel.guard.policy.images, surface.picturesIn?.(value) ?? []);
  if (marked.unreadable) return fail(call, 502, 'upstream_invalid', 'the model server sent a picture that is none');
  const types = [...guarded.types, ...marked.types];
  if (stopped === null && !changed && !marked.changed && translation === null)
    return send(call, head, bytes, { usage, types, code: null });
  surface.silence(value);
  const shown = stopped === null || surface.cutAnswer === null ? value : surface.cutAnswer(value, stopped);
  const code = stopped === null ? null : 'content_filter';
  try {
    const said = translation === null ? shown : translation.answer(shown, channel.name);
    return send(call, head, Buffer.from(JSON.stringify(said)), { usage, types, code });
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    return { ...fail(call, 502, 'upstream_invalid', error.message), usage, found: types };
  }
}

/** What a server that counts nothing has used: budgets hold for it too. */
function estimated({ inputTokens }: Call, said: readonly Slot[]): Usage {
  return { input: inputTokens, output: tokensOf(said.reduce((sum, { text }) => sum + text.length, 0)) };
}

/** What the server's own error says; it was guarded. */
function messageOf({ error, message }: JsonObject): string {
  const says = member(error, 'message') ?? message;
  return typeof says === 'string' ? says : 'the model server refused the call';
}

/** The texts of an answer; none of what cannot be read. */
export function textsOf(surface: Surface, { status }: Head, bytes: Buffer): readonly Slot[] {
  const value = objectIn(bytes);
  return value === null ? [] : slotsOf(surface, status, value);
}

function slotsOf(surface: Surface, status: number, value: JsonObject): readonly Slot[] {
  return status < 400 ? surface.textsOut(value) : errorTexts(value);
}

function errorTexts(value: JsonObject): readonly Slot[] {
  return Object.keys(value).flatMap((key) => slotsWithin(value, key, 'assistant', false));
}

function objectIn(bytes: Buffer): JsonObject | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
