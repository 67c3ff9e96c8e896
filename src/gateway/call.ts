import type { IncomingMessage } from 'node:http';
import type { PseudonymExchange } from '../guard/pseudonym-exchange.ts';
import type { Consent } from '../guard/transcripts/consent.ts';
import { LIMITS } from '../kernel/limits.ts';
import { whyBarred } from '../wire/barred.ts';
import { type Body, withValue } from '../wire/body.ts';
import type { Problem, Surface, Units } from '../wire/surface.ts';
import {
  askedIn,
  asksAbout,
  type Caller,
  consultSlots,
  type Guarded,
  guardSlots,
  type Wanted,
} from './guarding/guard-call.ts';
import { pseudonymsOf } from './guarding/pseudonyms.ts';
import type { Upload } from './reading/upload.ts';
import type { Reply } from './relaying/reply.ts';
import type { Channel, Grant, Replica, ServedRelease } from './snapshot.ts';

/** A call that was read and may be made. */
export interface AdmittedCall {
  readonly request: IncomingMessage;
  readonly response: Reply;
  readonly requestId: string;
  readonly surface: Surface;
  readonly grant: Grant;
  readonly channel: Channel;
  readonly release: ServedRelease;
  readonly caller: Caller;
  /** What the server is sent, but for the model's name. */
  readonly body: Body;
  readonly stream: boolean;
  /** The file that came with it. */
  readonly upload: Upload | null;
  /** What the headers say of those who are heard in it; null: nobody is. */
  readonly consent: Consent | null;
  /** By estimate. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What it is paid by beside tokens, by estimate. */
  readonly units: Units;
}

/** A call that was guarded, on its way to a server. */
export interface Call extends AdmittedCall {
  /** Whether the guard changed a text of `body.value`. */
  readonly changed: boolean;
  /** Whether somebody else may be asked when no server of this release can answer. */
  readonly yields: boolean;
  /** What the caller wants the answer to be. */
  readonly wanted: Wanted;
}

/** Written out: to copy an object by its spread costs more than to guard a short text. */
export function callOf(admitted: AdmittedCall, changed: boolean, yields: boolean): Call {
  return {
    request: admitted.request,
    response: admitted.response,
    requestId: admitted.requestId,
    surface: admitted.surface,
    grant: admitted.grant,
    channel: admitted.channel,
    release: admitted.release,
    caller: admitted.caller,
    body: admitted.body,
    stream: admitted.stream,
    upload: admitted.upload,
    consent: admitted.consent,
    inputTokens: admitted.inputTokens,
    outputTokens: admitted.outputTokens,
    units: admitted.units,
    changed,
    yields,
    wanted: wantedIn(admitted),
  };
}

/** A call that goes no further, and what its caller is told. */
export class RefusedCall extends Error {
  readonly problem: Problem;
  readonly retryAfter: number | null;
  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.message);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

export function refuse(status: number, code: string, message: string, retryAfter: number | null = null): never {
  throw new RefusedCall({ status, code, message }, retryAfter);
}

/** Bytes of a text by token, on average: an estimate that only has to be of the right size. */
const BYTES_PER_TOKEN = 4;
/** Tokens that are set aside for an answer whose caller names no bound. */
const UNBOUNDED_ANSWER = 1024;

/** No answer is longer; a larger number would only drown the meter that it is added to. */
const LONGEST_ANSWER = 10_000_000;

/** Of a middling MP3. */
const SOUND_PER_SECOND = 16_000;
/** As OpenAI counts them. */
const SOUND_TOKENS_PER_SECOND = 10;
const NO_UNITS: Units = {};

/** `sound`: bytes of a recording. */
export function estimateOf(surface: Surface, { value, characters }: Body, sound: number) {
  const seconds = sound / SOUND_PER_SECOND;
  const input = Math.ceil(characters / BYTES_PER_TOKEN) + Math.ceil(seconds * SOUND_TOKENS_PER_SECOND);
  const pictures = surface.mostPictures?.(value);
  return {
    input,
    output: Math.min(
      LONGEST_ANSWER,
      (surface.mostTokens(value) ?? UNBOUNDED_ANSWER) * (surface.mostAnswers?.(value) ?? 1),
    ),
    units: sound > 0 ? { seconds } : pictures === undefined ? NO_UNITS : { pictures },
  };
}

export function tokensOf(characters: number): number {
  return Math.ceil(characters / BYTES_PER_TOKEN);
}

const ANYTHING: Wanted = { schema: undefined };

function wantedIn({ surface, body }: AdmittedCall): Wanted {
  const schema = surface.requestedSchema?.(body.value);
  return schema === undefined ? ANYTHING : { schema };
}

/** What the caller wants the answer to be. */
export function wantedBy({ wanted }: Call): Wanted {
  return wanted;
}

/**
 * Guards what a model would read; a promise where somebody is asked about it, who takes time. Throws RefusedCall, or rejects
 * with it.
 */
export function guardInput(call: AdmittedCall): Guarded | Promise<Guarded> {
  const { surface, channel, body, caller, response } = call;
  const barred = whyBarred(body.value);
  if (barred !== null) refuse(400, 'invalid_request', barred);
  const reading = surface.textsIn(body.value);
  if (typeof reading === 'string') refuse(400, 'invalid_request', reading);
  if (reading.slots.length > LIMITS.gatewayTexts)
    refuse(400, 'invalid_request', `a call may have ${LIMITS.gatewayTexts} texts at most`);
  const [media] = reading.media;
  if (media !== undefined && channel.media === 'refuse')
    refuse(400, 'media_refused', `this channel takes no ${media}: what is in it cannot be read here`);
  const pseudonyms = pseudonymsOf(call);
  const manner = askedIn(pseudonyms);
  if (!asksAbout(channel.guard, caller))
    return passed(guardSlots(channel.guard, reading.slots, caller, manner), pseudonyms);
  const isGone = () => response.destroyed;
  const consulted = consultSlots(channel.guard, reading.slots, caller, { manner, isGone });
  return consulted.then((guarded) => passed(guarded, pseudonyms));
}

function passed(guarded: Guarded, pseudonyms: PseudonymExchange | null): Guarded {
  if (guarded.stopped !== null) throw new GuardedCall(guarded.stopped, guarded.types);
  pseudonyms?.settle();
  return guarded;
}

/** A call that the guard stopped. */
export class GuardedCall extends RefusedCall {
  readonly found: readonly string[];
  constructor(message: string, found: readonly string[]) {
    super({ status: 400, code: 'content_filter', message });
    this.found = found;
  }
}

/** The body as the server of this replica gets it: byte for byte the caller's own when nothing was changed. */
export function bodyFor({ surface, body, changed }: Call, { model }: Replica): string | Buffer {
  const named = typeof surface.path === 'string' && model !== null && model !== body.value.model;
  if (changed) return JSON.stringify(named ? { ...body.value, model } : body.value);
  return named ? withValue(body, 'model', model) : body.bytes;
}
