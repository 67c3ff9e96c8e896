import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { keysWithin } from '../kernel/json-scan.ts';

/** A JSON object as it came, with what JSON.parse does not tell. */
export interface Body {
  readonly value: JsonObject;
  readonly text: string;
  readonly bytes: Buffer;
}

/** Deeper bodies are no calls: the deepest tool schemas have some twenty levels. */
const DEEPEST = 64;

/**
 * Reads a body that will be judged here and parsed again by another program, which must not read it otherwise: invalid
 * UTF-8, a key that stands twice in any object, and what nests deeper than 64 are refused. Gives what is wrong as text.
 * Linear in the bytes; strings are skipped natively.
 */
export function bodyIn(bytes: Buffer): Body | string {
  const text = utf8In(bytes);
  if (text === null) return 'the body is not UTF-8';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'the body is not JSON';
  }
  if (!isJsonObject(value)) return 'the body is not a JSON object';
  const outline = outlineOf(text);
  if (outline.deepest > DEEPEST) return `the body nests deeper than ${DEEPEST} levels`;
  if (outline.keys !== keysWithin(value)) return 'a key stands twice in one object of the body';
  return { value, text, bytes };
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

/** Keys and depth of a text that is known to be JSON. */
function outlineOf(text: string): { readonly keys: number; readonly deepest: number } {
  let [keys, depth, deepest] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (code === COLON) keys++;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth--;
  }
  return { keys, deepest };
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

/** The body with other values under top-level keys that it has; what is not named stays byte for byte. */
export function withValues({ text }: Body, values: Readonly<Record<string, unknown>>): string {
  const spans = spansIn(text);
  const edits = Object.entries(values)
    .flatMap(([key, value]) => {
      const span = spans.get(key);
      return span === undefined ? [] : [{ ...span, json: JSON.stringify(value) }];
    })
    .sort((a, b) => a.start - b.start);
  let [out, at] = ['', 0];
  for (const { start, end, json } of edits) {
    out += text.slice(at, start) + json;
    at = end;
  }
  return out + text.slice(at);
}
