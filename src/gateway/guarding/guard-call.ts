import type { GuardAction, GuardContext, Origin } from '../../domain/guard.ts';
import type { Guard, GuardAnswer, MessageOptions } from '../../guard/guard.ts';
import type { PseudonymExchange } from '../../guard/pseudonym-exchange.ts';
import type { Vault } from '../../guard/vault.ts';
import type { Json } from '../../kernel/json.ts';
import type { Slot, Speaker } from '../../wire/surface.ts';
import type { Channel, Grant } from '../snapshot.ts';
import { withOriginals } from './pseudonyms.ts';
import { createSeams, type Seams } from './seams.ts';

/** Who says a text, as the guard's policies know it. */
const ORIGIN_OF: Readonly<Record<Speaker, Origin>> = {
  operator: 'system',
  user: 'user',
  tool: 'tool-result',
  assistant: 'assistant',
  'tool-call': 'tool-call',
  transcript: 'transcript',
};

/** Who calls, as far as policies may ask, and for each who may speak. */
export type Caller = Readonly<Record<Speaker, GuardContext>>;

const CALLERS = new WeakMap<Grant, WeakMap<Channel, Caller>>();

/** The same object for all calls of a key on a channel: the guard knows its rules by it. */
export function callerOf(grant: Grant, channel: Channel): Caller {
  const callers = CALLERS.get(grant) ?? new WeakMap<Channel, Caller>();
  CALLERS.set(grant, callers);
  const known = callers.get(channel);
  if (known !== undefined) return known;
  const { name: key, team } = grant;
  const caller = callerFor({ channel: channel.name, key, ...(team === null ? {} : { team }) });
  callers.set(channel, caller);
  return caller;
}

export function callerFor(calls: Omit<GuardContext, 'origin'>): Caller {
  const as = (speaker: Speaker): GuardContext => ({ ...calls, origin: ORIGIN_OF[speaker] });
  return {
    operator: as('operator'),
    user: as('user'),
    tool: as('tool'),
    assistant: as('assistant'),
    'tool-call': as('tool-call'),
    transcript: as('transcript'),
  };
}

/** What the guard did with the texts of a message. */
export interface Guarded {
  readonly changed: boolean;
  /** Types that were found, for the record; never the texts. */
  readonly types: readonly string[];
  /** What the caller is told when the message may not go on. */
  readonly stopped: string | null;
}

/** What a call wants its answer to be. */
export interface Wanted {
  readonly schema: Json | undefined;
}

/** How the texts of a message are guarded. */
export interface Manner {
  /** Given for an answer: what came before it, and errors, are what they are. */
  readonly wanted: Wanted | null;
  /** Where pseudonyms go. */
  readonly vault: Pick<Vault, 'tokenFor'> | null;
  /** Whose texts come back, once the guard has let a text out. */
  readonly comesBack: PseudonymExchange | null;
}

/** For what a caller sends. */
export function askedIn(pseudonyms: PseudonymExchange | null): Manner {
  return pseudonyms === null ? PLAIN : { wanted: null, vault: pseudonyms.sent, comesBack: null };
}

/** For what a model answers. */
export function answeredIn(pseudonyms: PseudonymExchange | null, wanted: Wanted | null): Manner {
  if (pseudonyms !== null) return { wanted, vault: pseudonyms.answered, comesBack: pseudonyms };
  return wanted === null ? PLAIN : { wanted, vault: null, comesBack: null };
}

const PLAIN: Manner = { wanted: null, vault: null, comesBack: null };

/** Guards every text of a message; what is changed is changed in place. What may not be changed, and would be, stops it. */
export function guardSlots(
  guard: Guard,
  slots: readonly Slot[],
  caller: Caller,
  manner: Manner,
  seams: Seams | null = null,
): Guarded {
  if (slots.length === 0) return CLEAN;
  const notes = new Notes(guard, caller, manner, seams);
  for (const slot of slots) {
    const stopped = notes.take(slot, guard.check(slot.text, caller[slot.speaker], asked(slot, manner)));
    if (stopped !== null) return notes.sum(stopped);
  }
  return notes.sum(notes.rest());
}

/** The same for texts about which judges and classifiers are asked, each at its turn, for as long as anybody waits. */
export async function consultSlots(
  guard: Guard,
  slots: readonly Slot[],
  caller: Caller,
  { manner, isGone }: { readonly manner: Manner; readonly isGone: () => boolean },
): Promise<Guarded> {
  const notes = new Notes(guard, caller, manner);
  for (const slot of slots) {
    const stopped = notes.take(slot, await guard.consult(slot.text, caller[slot.speaker], asked(slot, manner)));
    if (stopped !== null) return notes.sum(stopped);
    if (isGone()) return notes.sum(guard.policy.message);
  }
  return notes.sum(notes.rest());
}

/** Whether somebody is asked about texts of a call. */
export function asksAbout(guard: Guard, caller: Caller): boolean {
  const { judges, classifiers } = guard.policy;
  return judges.length + classifiers.length > 0 && Object.values(caller).some((context) => guard.asks(context));
}

/** Whether somebody is asked about what a model says. */
export function asksAboutAnswers(guard: Guard, caller: Caller): boolean {
  const { judges, classifiers } = guard.policy;
  return judges.length + classifiers.length > 0 && (guard.asks(caller.assistant) || guard.asks(caller['tool-call']));
}

/** What was found in a message so far. */
class Notes {
  #changed = false;
  readonly #guard: Guard;
  readonly #caller: Caller;
  readonly #manner: Manner;
  readonly #types = new Set<string>();
  /** Made with the first part of a message. */
  #seams: Seams | null;

  constructor(guard: Guard, caller: Caller, manner: Manner, seams: Seams | null = null) {
    this.#seams = seams;
    this.#guard = guard;
    this.#caller = caller;
    this.#manner = manner;
  }

  /** Puts into the message what may go on of a text; why nothing may, else null. */
  take(slot: Slot, { findings, stopped, action, text: passed }: GuardAnswer): string | null {
    const { policy } = this.#guard;
    const { comesBack } = this.#manner;
    for (const { type } of findings) this.#types.add(type);
    if (stopped !== null) return stopped.message;
    if (STOPS.has(action)) return policy.message;
    const text = comesBack === null ? passed : withOriginals(comesBack, slot.speaker, passed);
    if (slot.fixed && passed !== slot.text) return policy.message;
    return slot.within === undefined ? this.#put(slot, text) : this.#takePart(slot, text);
  }

  #put(slot: Slot, text: string): null {
    if (text === slot.text || slot.fixed) return null;
    slot.put(text);
    this.#changed = true;
    return null;
  }

  /** The same of a part of a message, which goes on in the next one. */
  #takePart(slot: Slot, text: string): string | null {
    this.#seams ??= createSeams(this.#guard);
    const crossing = this.#seams.look(slot, text, this.#caller[slot.speaker], asked(slot, this.#manner));
    for (const type of crossing?.types ?? []) this.#types.add(type);
    if (crossing === null || crossing.after === null) return crossing?.stopped ?? this.#put(slot, text);
    this.#changed = true;
    return this.#put(slot, crossing.after);
  }

  /** Why nothing may go on for what stands in several parts that were looked at together. */
  rest(): string | null {
    const crossing = this.#seams?.rest() ?? null;
    for (const type of crossing?.types ?? []) this.#types.add(type);
    return crossing?.stopped ?? null;
  }

  sum(stopped: string | null): Guarded {
    if (stopped === null && !this.#changed && this.#types.size === 0) return CLEAN;
    return { changed: this.#changed, types: [...this.#types], stopped };
  }
}

const CLEAN: Guarded = { changed: false, types: [], stopped: null };

/** What the guard is to ask of a text beside what its policy asks of all. */
export function asked(slot: Slot, { wanted, vault }: Manner): MessageOptions | undefined {
  const options = formsOf(slot, wanted);
  return vault === null ? options : { ...options, vault };
}

function formsOf({ speaker, beside }: Slot, wanted: Wanted | null): MessageOptions | undefined {
  if (speaker !== 'assistant') return undefined;
  if (wanted === null || beside === true) return BESIDE;
  return wanted.schema === undefined ? undefined : { schema: wanted.schema };
}

const BESIDE: MessageOptions = { beside: true };

export const STOPS: ReadonlySet<GuardAction> = new Set<GuardAction>(['approve', 'block']);
