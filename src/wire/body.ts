import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { keysWithin } from '../kernel/json-scan.ts';

/** A JSON object as it came, with what JSON.parse does not tell. */
export interface Body {
  readonly value: JsonObject;
  readonly bytes: Buffer;
  /** How long it is as a text, in UTF-16 units. */
  readonly characters: number;
  /**
   * Forgets the value, until somebody asks for it again: then it is as it came, whatever was changed in it. While a server
   * thinks about a call its bytes are enough, and what calls hold is what the engine must carry about.
   */
  letGo(): void;
}

class ReadBody implements Body {
  readonly bytes: Buffer;
  readonly characters: number;
  #value: JsonObject | null;

  constructor(bytes: Buffer, value: JsonObject, characters: number) {
    this.bytes = bytes;
    this.#value = value;
    this.characters = characters;
  }

  get value(): JsonObject {
    this.#value ??= parsedAgain(this.bytes);
    return this.#value;
  }

  letGo(): void {
    this.#value = null;
  }
}

function parsedAgain(bytes: Buffer): JsonObject {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  if (!isJsonObject(value)) throw new TypeError('what was an object is none');
  return value;
}

/** What came as fields of a form, as the object that they are. */
export function bodyOf(value: JsonObject): Body {
  const text = JSON.stringify(value);
  return { value, bytes: Buffer.from(text), characters: text.length, letGo: () => {} };
}

/** Deeper bodies are no calls: the deepest tool schemas have some twenty levels. */
const DEEPEST = 64;

/** The longest conversation that may be has four keys and seven strings for each of its texts. */
const MOST_KEYS = 100_000;
const MOST_STRINGS = 200_000;

/**
 * Reads a body that will be judged here and parsed again by another program, which must not read it otherwise: invalid
 * UTF-8, a key that stands twice in any object, what nests deeper than 64 and what has more parts than any call are refused. Gives what is wrong as text.
 * Linear in the bytes; strings are skipped natively.
 */
export function bodyIn(bytes: Buffer): Body | string {
  const text = utf8In(bytes);
  if (text === null) return 'the body is not UTF-8';
  // Before anything is built from it: a megabyte of short keys takes a second of everybody's.
  const outline = outlineOf(text);
  if (outline.deepest > DEEPEST) return `the body nests deeper than ${DEEPEST} levels`;
  if (outline.keys > MOST_KEYS || outline.strings > MOST_STRINGS) return 'the body has more parts than a call may have';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'the body is not JSON';
  }
  if (!isJsonObject(value)) return 'the body is not a JSON object';
  if (outline.keys !== keysWithin(value)) return 'a key stands twice in one object of the body';
  return new ReadBody(bytes, value, text.length);
}

/**
 * What a server answers, or one event of it: under the bounds of a call, since what is built from a megabyte of short keys keeps
 * everybody waiting. Null for what is no object, more than that, or has a key twice, of which another reader may take the other.
 */
export function answerIn(text: string): JsonObject | null {
  const outline = outlineOf(text);
  if (isOver(outline)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && outline.keys === keysWithin(value) ? value : null;
  } catch {
    return null;
  }
}

function isOver({ deepest, keys, strings }: ReturnType<typeof outlineOf>): boolean {
  return deepest > DEEPEST || keys > MOST_KEYS || strings > MOST_STRINGS;
}

function utf8In(bytes: Buffer): string | null {
  const text = bytes.toString('utf8');
  // A replacement character may have been sent as such; anything else that became one was broken.
  if (!text.includes('\ufffd')) return text;
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null;
}

const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Keys, strings and depth of a text; of one that is no JSON some numbers. */
function outlineOf(text: string) {
  let [keys, strings, depth, deepest] = [0, 0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      strings++;
      at = endOfString(text, at) - 1;
    } else if (code === COLON) keys++;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  return { keys, strings, deepest };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the values of top-level keys stand in a text that is known to be a JSON object. */
function spansIn(text: string): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  let [depth, from, to, valueAt] = [0, 0, 0, -1];
  const endValue = (at: number): void => {
    if (valueAt < 0) return;
    spans.set(JSON.parse(text.slice(from, to)) as string, { start: valueAt, end: at });
    valueAt = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      if (depth === 1 && valueAt < 0) [from, to] = [at, end];
      at = end - 1;
    } else if (code === COLON) {
      if (depth === 1) valueAt = at + 1;
    } else if (code === COMMA) {
      if (depth === 1) endValue(at);
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      if (depth === 1) endValue(at);
      depth--;
    }
  }
  return spans;
}

/** Just past the quote that closes the string which begins at `start`; the text's end when none does. */
export function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote > 0 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote < 0 ? text.length : quote + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
  return slashes % 2 === 1;
}

/** The body with another value under a top-level key of ASCII letters, if it has one; all else stays byte for byte, but for blanks around it. */
export function withValue({ bytes }: Pick<Body, 'bytes'>, key: string, value: Json): Buffer {
  // As Latin-1 each byte is a character, and what makes JSON's shape is ASCII.
  const span = spansIn(bytes.toString('latin1')).get(key);
  if (span === undefined) return bytes;
  return Buffer.concat([bytes.subarray(0, span.start), Buffer.from(JSON.stringify(value)), bytes.subarray(span.end)]);
}
