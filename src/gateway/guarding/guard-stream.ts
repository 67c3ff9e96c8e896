import type { Guard, MessageOptions } from '../../guard/guard.ts';
import type { PseudonymExchange } from '../../guard/pseudonym-exchange.ts';
import type { GuardStream as LaneGuard, Released } from '../../guard/stream.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { answerIn } from '../../wire/body.ts';
import { createFrameReader, type Frame, FrameError, frameText } from '../../wire/sse.ts';
import type { DeltaSlot, Slot, StreamSurface, Surface, Usage } from '../../wire/surface.ts';
import { answeredIn, asked, type Caller, guardSlots, type Wanted } from './guard-call.ts';
import { markPictures } from './mark-pictures.ts';
import { type Mould, mouldOf, type Run } from './mould.ts';
import { createPieces } from './pieces.ts';
import { originalsIn } from './pseudonyms.ts';
import { createSeams } from './seams.ts';

/** An answer that comes as events, guarded text by text. */
export interface GuardedStream {
  /** What may go on of what came. Throws FrameError for what is no such stream. */
  push(chunk: Buffer): Buffer;
  /** The upstream is done. `whole` says whether it ended as its surface ends, and not in the middle. */
  end(): { readonly bytes: Buffer; readonly whole: boolean };
  /** Since when something is held back; null when nothing is. */
  heldSince(): number | null;
  /** What was held too long is judged as the policy has it. */
  expire(): Buffer;
  /** Nothing more goes on, by the policy. */
  stopped(): boolean;
  usage(): Usage | null;
  /** Characters that came, for callers whose servers count nothing. */
  characters(): number;
  readonly types: ReadonlySet<string>;
}

/** The longest event: a picture in base64 fits. */
const FRAME_BYTES = 8 * 1024 * 1024;
/** Texts in one answer: choices times fields. */
const MOST_LANES = 512;
/** Of an answer that goes on and on, with one text after the other. */
const MOST_OVER = 65_536;

/** Events behind one that may be the last. */
const MOST_WAITING = 64;

/** Shapes of events that are known by heart, and events that are tried for it. */
const MOST_MOULDS = 4;
const MOST_TRIES = 16;

interface Lane {
  readonly id: string;
  readonly guard: LaneGuard;
  /** The last event that had this text, without its texts: what is held back goes on in one like it. */
  event: JsonObject;
  heldSince: number | null;
}

interface KnownRun extends Run {
  readonly mould: Mould;
  readonly lane: Lane;
}

export function createGuardedStream(given: {
  readonly surface: Surface & { readonly stream: StreamSurface };
  readonly guard: Guard;
  readonly caller: Caller;
  readonly wanted: Wanted;
  /** Those of the call, which what it said comes back by. */
  readonly pseudonyms?: PseudonymExchange | null;
  readonly clock: () => number;
  /** What advisers think of a lane's text, where they were asked. */
  readonly advice?: (lane: string) => MessageOptions['advice'];
}): GuardedStream {
  const { surface, guard, caller, wanted, clock, advice: adviceOn, pseudonyms = null } = given;
  const [inPieces, repeated] = [answeredIn(pseudonyms, wanted), answeredIn(pseudonyms, null)];
  const { stream } = surface;
  const frames = createFrameReader(FRAME_BYTES);
  const lanes = new Map<string, Lane>();
  /** Texts that the server said were over. */
  const over = new Set<string>();
  const types = new Set<string>();
  const moulds: Mould[] = [];
  const followed = createFollowed(guard);
  let [characters, ended, complete, stopped] = [0, false, false, false];
  let usage: Usage | null = null;
  let tries = 0;

  const framed = (event: JsonObject): string => frameEvent(stream, event);
  const laneFor = (delta: DeltaSlot, event: JsonObject): Lane => {
    const id = delta.lane;
    let lane = lanes.get(id);
    if (lane === undefined) {
      if (lanes.size >= MOST_LANES) throw new FrameError(`an answer has more than ${MOST_LANES} texts`);
      // What was held of it has gone out, and nobody would judge the two together.
      if (over.has(id)) throw new FrameError('a text goes on after its end');
      const advice = adviceOn?.(id);
      const options = advice === undefined ? asked(delta, inPieces) : { ...asked(delta, inPieces), advice };
      const opened = guard.open(caller[delta.speaker], options);
      const own = pseudonyms === null ? opened : originalsIn(opened, pseudonyms, delta.speaker);
      lane = { id, event, guard: own, heldSince: null };
      lanes.set(id, lane);
    }
    lane.event = event;
    return lane;
  };

  const told = (lane: Lane, { text, findings, stopped: by }: Released): string | null => {
    for (const { type } of findings) types.add(type);
    // What went out was held longest: what is held now came later (as `guard/timed.ts` has it).
    if (lane.guard.held() === 0) lane.heldSince = null;
    else if (text !== '' || lane.heldSince === null) lane.heldSince = clock();
    return by?.message ?? null;
  };

  /** Ends the answer by policy: what the caller is told, and the surface's own end. */
  const stopAt = (
    { id, event }: { readonly id: string | null; readonly event: JsonObject },
    message: string,
    before: string,
  ): string => {
    stopped = true;
    const terminator = stream.terminator === null ? '' : `data: ${stream.terminator}\n\n`;
    return before + stream.stop(event, id, message).map(framed).join('') + terminator;
  };

  const endLane = (lane: Lane, event: JsonObject): string => {
    lanes.delete(lane.id);
    if (over.size >= MOST_OVER) throw new FrameError(`an answer has more than ${MOST_OVER} texts`);
    over.add(lane.id);
    const released = lane.guard.end();
    const message = told(lane, released);
    const rest = released.text === '' ? '' : framed(stream.saying(event, lane.id, released.text));
    return message === null ? rest : stopAt(lane, message, rest);
  };

  const endLanes = (prefix: string, event: JsonObject | null): string => {
    let out = '';
    for (const lane of lanes.values()) {
      if (!stopped && lane.id.startsWith(prefix)) out += endLane(lane, event ?? lane.event);
    }
    return out;
  };

  /** The event's own texts through the guard: what of them goes on, and what goes out in the event's place when policy ends it. */
  const pass = (deltas: readonly DeltaSlot[], event: JsonObject) => {
    const said: Said[] = [];
    for (const delta of deltas) {
      characters += delta.text.length;
      const lane = laneFor(delta, event);
      const released = lane.guard.push(delta.text);
      said.push({ delta, text: released.text });
      const message = told(lane, released);
      if (message !== null) return { said, end: stopAt(lane, message, apart(stream, event, said)) };
    }
    return { said, end: null };
  };

  const knownAt = (latin: string, at: number): KnownRun | null => {
    for (const mould of stopped || ended ? NONE : moulds) {
      const lane = lanes.get(mould.lane);
      const run = lane === undefined ? null : mould.run(latin, at);
      if (lane !== undefined && run !== null) return { mould, lane, ...run };
    }
    return null;
  };

  /** What goes on of events of which only the text is new; it is one event then, if the guard changes or holds anything. */
  const answerRun = ({ mould, lane, said, numbers }: KnownRun): string | null => {
    characters += said.length;
    const released = lane.guard.push(said);
    const message = told(lane, released);
    if (message === null) return released.text === said ? null : mould.saying(released.text, numbers);
    const before = released.text === '' ? '' : framed(stream.saying(lane.event, lane.id, released.text));
    return stopAt(lane, message, before);
  };

  /** Few servers have more kinds of events; where each event is of its own kind, looking for more would only cost. */
  const learn = (frame: Frame, [delta, ...others]: readonly DeltaSlot[]): void => {
    if (delta === undefined || others.length > 0 || !frame.bare || moulds.length >= MOST_MOULDS || tries >= MOST_TRIES)
      return;
    tries++;
    const mould = mouldOf(surface, frame, delta);
    if (mould !== null) moulds.push(mould);
  };

  /** An event that says that texts are over, and what came behind it, until one tells whether they are. */
  let waiting: { readonly frame: Frame; readonly ends: readonly string[] }[] = [];
  let waitingSince = 0;

  /** They go on: their texts are over, or whether they are is not known yet. */
  const takeWaiting = (areOver: boolean): readonly (Buffer | string)[] => {
    const taken = waiting;
    waiting = [];
    return taken.map(({ frame, ends }) => (stopped ? '' : answer(frame, areOver ? ends : NONE)));
  };

  /** The events that go on now that this one came. */
  const take = (frame: Frame): readonly (Buffer | string)[] => {
    if (stream.endsInEach !== true || frame.data === null) return [answer(frame)];
    const event = answerIn(frame.data);
    if (event === null || waiting.length >= MOST_WAITING) return [...takeWaiting(true), stopped ? '' : answer(frame)];
    const ends = stream.endsIn(event);
    const isOpen = stream
      .deltasIn(event)
      .some(({ lane }) => waiting.some((one) => one.ends.some((prefix) => lane.startsWith(prefix))));
    const before = isOpen ? takeWaiting(false) : NONE;
    if (stopped || (waiting.length === 0 && ends.length === 0)) return [...before, stopped ? '' : answer(frame)];
    if (waiting.length === 0) waitingSince = clock();
    waiting.push({ frame, ends });
    return before;
  };

  const answer = (frame: Frame, ends: readonly string[] | null = null): Buffer | string => {
    const { data } = frame;
    if (data === null) return ':\n\n';
    if (data === stream.terminator) {
      ended = true;
      const rest = endLanes('', null);
      return stopped || rest !== '' ? rest + (stopped ? '' : `data: ${data}\n\n`) : asItCame(frame);
    }
    // Some servers end every stream as OpenAI's chat ends.
    if (complete && data === '[DONE]') return asItCame(frame);
    const event = eventIn(data);
    usage = surface.usageIn(event, usage) ?? usage;
    complete ||= stream.completes(event);
    const whole = guardSlots(guard, followed.of(event, stream.wholeIn(event)), caller, repeated, followed.seams);
    for (const type of whole.types) types.add(type);
    const deltas = stream.deltasIn(event);
    learn(frame, deltas);
    const { said, end } = pass(deltas, event);
    if (end !== null) return end;
    if (whole.stopped !== null) return stopAt({ id: null, event }, whole.stopped, '');
    const pictures = surface.picturesIn?.(event) ?? NONE;
    const marked = pictures.length === 0 ? null : markPictures(guard.policy.images, pictures);
    if (marked?.unreadable === true) throw new FrameError('an event has a picture that is none');
    for (const type of marked?.types ?? NONE) types.add(type);
    let rest = '';
    for (const prefix of ends ?? stream.endsIn(event)) rest += endLanes(prefix, event);
    const changed = said.filter(({ delta, text }) => delta.text !== text);
    if (changed.length === 0 && !whole.changed && marked?.changed !== true && rest === '') return asItCame(frame);
    surface.silence(event);
    if (rest === '') {
      for (const { delta, text } of changed) delta.put(text);
      return frameText(event, frame.event);
    }
    // The event's own text comes before what was held behind it, and that before the event's end.
    const own = apart(stream, event, said);
    for (const { delta } of said) delta.put('');
    return own + rest + (stopped ? '' : frameText(event, frame.event));
  };

  const push = (chunk: Buffer): Buffer => {
    const out = createPieces();
    let latin: string | null = null;
    frames.read(chunk, {
      frame: (frame) => {
        if (!stopped && !ended) for (const piece of take(frame)) out.add(piece);
        return !stopped && !ended;
      },
      known: (bytes, from) => {
        if (moulds.length === 0 || waiting.length > 0) return 0;
        latin ??= bytes.toString('latin1');
        let at = from;
        for (let found = knownAt(latin, at); found !== null; found = knownAt(latin, at)) {
          out.add(answerRun(found) ?? bytes.subarray(at, found.end));
          at = found.end;
        }
        return at - from;
      },
    });
    return out.all();
  };

  return {
    push,
    end: () => {
      const left = frames.end();
      // A last event whose blank line never came.
      const last = left.length === 0 || stopped || ended ? EMPTY : push(Buffer.from('\n\n'));
      const out = createPieces();
      out.add(last);
      for (const piece of takeWaiting(true)) out.add(piece);
      // What was over in one event and went on in the next is over now.
      if (stream.endsInEach === true && complete && !stopped) out.add(endLanes('', null));
      const bytes = out.all();
      return { bytes, whole: ended || complete };
    },
    heldSince: () => {
      let first: number | null = waiting.length > 0 ? waitingSince : null;
      for (const { heldSince } of lanes.values())
        if (heldSince !== null && (first === null || heldSince < first)) first = heldSince;
      return first;
    },
    expire: () => {
      const isLate = waiting.length > 0 && clock() - waitingSince >= guard.policy.hold.milliseconds;
      const late = createPieces();
      // Whether they are over is not known yet.
      for (const piece of isLate ? takeWaiting(false) : NONE) late.add(piece);
      let out = late.all().toString();
      for (const lane of lanes.values()) {
        if (stopped || lane.heldSince === null || clock() - lane.heldSince < guard.policy.hold.milliseconds) continue;
        const released = lane.guard.expire();
        const message = told(lane, released);
        if (released.text !== '') out += framed(stream.saying(lane.event, lane.id, released.text));
        if (message !== null) out = stopAt(lane, message, out);
      }
      return Buffer.from(out);
    },
    stopped: () => stopped,
    usage: () => usage,
    characters: () => characters,
    types,
  };
}

/** Of an event's whole texts, so many are followed from event to event. */
const MOST_FOLLOWED = 32;

/** What comes whole may come in pieces all the same, where its reader does not know it: it is read on from event to event. */
function createFollowed(guard: Guard) {
  const places = new Map<string, object>();
  const placeOf = (name: string): object => {
    let place = places.get(name);
    if (place === undefined) {
      place = {};
      if (places.size < MOST_LANES) places.set(name, place);
    }
    return place;
  };
  return {
    seams: createSeams(guard, { goOut: true }),
    of: ({ type }: JsonObject, slots: readonly Slot[]): readonly Slot[] => {
      if (slots.length === 0) return slots;
      const name = typeof type === 'string' ? type : '';
      return slots.map((slot, at) =>
        at < MOST_FOLLOWED && slot.within === undefined ? { ...slot, within: placeOf(`${at}/${name}`) } : slot,
      );
    },
  };
}

/** Of a frame nothing but its data is read, and the name of its event where that is one: only so much goes on. */
function asItCame({ raw, event, data, bare }: Frame): Buffer | string {
  return bare
    ? raw
    : `${event === null ? '' : `event: ${event}\n`}data: ${(data ?? '').replaceAll('\n', '\ndata: ')}\n\n`;
}

const EMPTY: Buffer = Buffer.alloc(0);
const NONE: readonly never[] = [];

function eventIn(data: string): JsonObject {
  const event = answerIn(data);
  if (event === null) throw new FrameError('an event is no JSON object that can be read');
  return event;
}

interface Said {
  readonly delta: DeltaSlot;
  /** What of it, and of what was held before it, may go on. */
  readonly text: string;
}

/** Each text in an event of its own. */
function apart(stream: StreamSurface, event: JsonObject, said: readonly Said[]): string {
  return said
    .map(({ delta, text }) => (text === '' ? '' : frameEvent(stream, stream.saying(event, delta.lane, text))))
    .join('');
}

function frameEvent(stream: StreamSurface, event: JsonObject): string {
  return frameText(event, stream.nameOf(event));
}
