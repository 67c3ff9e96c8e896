import type { Json, JsonObject } from '../kernel/json.ts';

/** Who says a text, in the words that all surfaces share. */
export type Speaker = 'operator' | 'user' | 'tool' | 'assistant' | 'tool-call' | 'transcript';

/** A place of a message where a text stands. */
export interface Slot {
  readonly speaker: Speaker;
  readonly text: string;
  /** It means something to the server as it stands: it may go on or be refused, never changed. */
  readonly fixed: boolean;
  /** A thought or the like: no part of what was asked for. */
  readonly beside?: true;
  /** Given for a part of a message: the same for all of its parts, which are read one right after the other. */
  readonly within?: object;
  /** Puts another text there. */
  put(text: string): void;
}

/** What a model will read of a call. */
export interface Reading {
  readonly slots: readonly Slot[];
  /** Kinds of parts that no text is read from here: `image_url`. */
  readonly media: readonly string[];
}

/** A piece of a text that comes in pieces. */
export interface DeltaSlot extends Slot {
  /** Which text it continues: `0/content`. What stands before the slash is what ends together. */
  readonly lane: string;
}

/** A picture that a model made, where an answer or an event has it. */
export type Picture =
  | { readonly kind: 'bytes'; readonly base64: string; put(base64: string): void }
  /** It lies elsewhere: what is behind an address cannot be read here. */
  | { readonly kind: 'address' };

/** What went wrong with a call, before it is put into a surface's own words. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export interface Usage extends Units {
  readonly input: number;
  readonly output: number;
}

/** What some models are paid by beside tokens; missing: none. */
export interface Units {
  readonly pictures?: number;
  /** Of sound. */
  readonly seconds?: number;
}

/** Whose words a server or a caller speaks. */
export const DIALECTS = ['openai', 'anthropic', 'gemini'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** What a path says of a call; null: nothing of this surface. */
export type PathReader = (path: string) => { readonly model: string; readonly stream: boolean } | null;

/** One call of one vendor's API: where its texts are, and how its errors look. A surface without a reader does not exist. */
export interface Surface {
  /** `chat`: keys and channels name it. */
  readonly id: string;
  /** Whose API it is: servers say which one they speak. */
  readonly dialect: Dialect;
  /** The path, where it is one; else what names model and manner in it. */
  readonly path: string | PathReader;
  /** What a server of this dialect is asked at, after its own prefix. */
  pathTo(model: string, stream: boolean): string;
  /** The form's file, where calls are forms and not JSON: their fields are the body. */
  readonly file?: string;
  /** The texts of a call that a model will read, or what is wrong with its shape. Members that nobody knows count as the user's. */
  textsIn(body: JsonObject): Reading | string;
  /** The texts of a whole answer. */
  textsOut(answer: JsonObject): readonly Slot[];
  /** Pictures of an answer or of an event of it, where the surface makes some. */
  picturesIn?(answer: JsonObject): readonly Picture[];
  readonly stream: StreamSurface | null;
  /** The most tokens the call may make, as far as it says. */
  mostTokens(body: JsonObject): number | null;
  /** How many answers the call wants, each of so many tokens; missing: one. */
  mostAnswers?(body: JsonObject): number;
  /** The most pictures that the call may make; missing: none. */
  mostPictures?(body: JsonObject): number;
  /** The JSON Schema that the call wants its answer to keep, where the surface has that. */
  requestedSchema?(body: JsonObject): Json | undefined;
  /** What an answer, or one event of it, says was used; streams count in steps, `before` is what was told so far. */
  usageIn(answer: JsonObject, before: Usage | null): Usage | null;
  errorBody(problem: Problem): JsonObject;
  /** Takes out what would tell a text that was changed or is held: its tokens. Changes the answer, or the event. */
  silence(answer: JsonObject): void;
  /** The answer with the message in place of everything that was said; null: where nothing tells a message from an answer, it is an error. */
  readonly cutAnswer: ((answer: JsonObject, message: string) => JsonObject) | null;
}

export interface StreamSurface {
  /** The pieces of an event. */
  deltasIn(event: JsonObject): readonly DeltaSlot[];
  /** Texts of an event that come whole: errors, and repeats of what came in pieces. */
  wholeIn(event: JsonObject): readonly Slot[];
  /** Groups of lanes that end with this event: `0/`. */
  endsIn(event: JsonObject): readonly string[];
  /** Whether some servers say of every event that its texts are over: they are where the next event says nothing more of them. */
  readonly endsInEach?: true;
  /** An event like this one that says only `text` in `lane`. */
  saying(event: JsonObject, lane: string, text: string): JsonObject;
  /** The events that tell the caller `message` and that policy ended the answer in `lane`; null: at this event, which does not go out. */
  stop(event: JsonObject, lane: string | null, message: string): readonly JsonObject[];
  /** An event's name beside its data, for dialects that give one. */
  nameOf(event: JsonObject): string | null;
  /** Whether the answer is whole with this event, for streams without a terminator. */
  completes(event: JsonObject): boolean;
  /** What ends a stream beside the connection: `[DONE]`. */
  readonly terminator: string | null;
}
