import { type JsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { answerIn } from '../../wire/body.ts';
import { keysOf, slotsWithin } from '../../wire/slot.ts';
import type { Picture, Slot, Surface, Usage } from '../../wire/surface.ts';
import { Untranslatable } from '../../wire/translate/translation.ts';
import { type Call, tokensOf, wantedBy } from '../call.ts';
import { answeredIn, guardSlots } from '../guarding/guard-call.ts';
import { markPictures } from '../guarding/mark-pictures.ts';
import { pseudonymsOf } from '../guarding/pseudonyms.ts';
import { answerTranscript } from './answer-transcript.ts';
import { type Broken, brokenBy, type Ended, fail, type Head, passRefusal, type Relay } from './relay.ts';
import { send, unreadable } from './send.ts';
import type { Sent } from './sent.ts';

/** An answer in one piece: read whole, guarded, and sent on byte for byte where nothing was changed. */
export function relayWhole(call: Call, sent: Sent, head: Head, most: number): Relay {
  return new WholeRelay(call, sent, head, most);
}

class WholeRelay implements Relay {
  readonly holds = false;
  readonly #call: Call;
  readonly #sent: Sent;
  readonly #head: Head;
  readonly #most: number;
  #first: Buffer | null = null;
  readonly #others: Buffer[] = [];
  #length = 0;
  #ended: Ended;

  constructor(call: Call, sent: Sent, head: Head, most: number) {
    this.#call = call;
    this.#sent = sent;
    this.#head = head;
    this.#most = most;
    this.#ended = { status: head.status, code: null, usage: null, found: [] };
  }

  data(chunk: Buffer): 'more' | 'enough' {
    this.#length += chunk.length;
    if (this.#first === null) this.#first = chunk;
    else this.#others.push(chunk);
    if (this.#length <= this.#most) return 'more';
    this.#ended = fail(this.#call, 502, 'upstream_invalid', 'the answer is larger than an answer may be');
    return 'enough';
  }

  end(cut: boolean): void {
    if (cut) this.#ended = fail(this.#call, 502, 'upstream_cut', 'the model server broke the answer off');
    else this.#ended = answer(this.#call, this.#sent, this.#head, this.#bytes());
  }

  #bytes(): Buffer {
    if (this.#first === null) return Buffer.alloc(0);
    return this.#others.length === 0 ? this.#first : Buffer.concat([this.#first, ...this.#others], this.#length);
  }

  ended(): Ended {
    return this.#ended;
  }

  look(): 'more' {
    return 'more';
  }

  broke(why: Broken): void {
    const { status, code, message } = brokenBy(why);
    this.#ended = fail(this.#call, status, code, message);
  }
}

function answer(call: Call, sent: Sent, head: Head, bytes: Buffer): Ended {
  const { surface, translation } = sent;
  const { status } = head;
  if (surface.file !== undefined && status < 400) return answerTranscript(call, head, bytes);
  const value = answerIn(bytes.toString('utf8'));
  if (value === null || (status >= 300 && status < 400)) return unreadable(call, head);
  if (call.stream && status === 200)
    return fail(call, 502, 'upstream_invalid', 'a stream was asked for, and none came');
  const { channel, caller } = call;
  const slots = slotsOf(surface, status, value);
  if (slots.length > LIMITS.gatewayTexts)
    return fail(call, 502, 'upstream_invalid', 'the answer has more texts than an answer may have');
  const manner = answeredIn(pseudonymsOf(call), status < 400 ? wantedBy(call) : null);
  const guarded = guardSlots(channel.guard, slots, caller, manner);
  const { changed, stopped } = guarded;
  const usage: Usage | null = status < 400 ? (surface.usageIn(value, null) ?? estimated(call, slots)) : null;
  if (stopped !== null && status >= 400)
    return { ...passRefusal(call, head, 'the model server refused the call'), found: guarded.types };
  // Each vendor's errors stand under `error`; what has none is said in the caller's words.
  if (status >= 400 && (translation !== null || value.error === undefined))
    return { ...passRefusal(call, head, messageOf(value)), found: guarded.types };
  if (stopped !== null && surface.cutAnswer === null)
    return { ...fail(call, 400, 'content_filter', stopped), usage, found: guarded.types };
  const marked = markPictures(channel.guard.policy.images, surface.picturesIn?.(value) ?? NO_PICTURES);
  if (marked.unreadable) return fail(call, 502, 'upstream_invalid', 'the model server sent a picture that is none');
  const types = marked.types.length === 0 ? guarded.types : [...guarded.types, ...marked.types];
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

const NO_PICTURES: readonly Picture[] = [];

/** What a server that counts nothing has used: budgets hold for it too. */
function estimated({ inputTokens }: Call, said: readonly Slot[]): Usage {
  return { input: inputTokens, output: tokensOf(said.reduce((sum, { text }) => sum + text.length, 0)) };
}

/** What the server's own error says; it was guarded. */
function messageOf({ error, message, detail }: JsonObject): string {
  const says = member(error, 'message') ?? message ?? detail;
  if (typeof says === 'string') return says;
  // FastAPI's lists of what is wrong.
  return says === undefined || says === null
    ? 'the model server refused the call'
    : JSON.stringify(says).slice(0, 2_000);
}

/** The texts of an answer; none of what cannot be read. */
export function textsOf(surface: Surface, { status }: Head, bytes: Buffer): readonly Slot[] {
  const value = answerIn(bytes.toString('utf8'));
  return value === null ? [] : slotsOf(surface, status, value);
}

function slotsOf(surface: Surface, status: number, value: JsonObject): readonly Slot[] {
  return status < 400 ? surface.textsOut(value) : errorTexts(value);
}

function errorTexts(value: JsonObject): readonly Slot[] {
  return [
    ...keysOf(value, 'assistant'),
    ...Object.keys(value).flatMap((key) => slotsWithin(value, key, 'assistant', false)),
  ];
}
