import { OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError } from '../../kernel/bytes.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { duplicateKeys, type JsonScan, scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** Where the header's text begins in the file. */
export const HEADER_START = 8;

/** Values in one header: ten a tensor, and metadata; past this, parsing would take gigabytes. */
const MAX_VALUES = 20 * LIMITS.archiveEntries;

/** A safetensors header with what JSON.parse does not tell of it. */
export interface Header {
  readonly value: JsonObject;
  readonly duplicateKeys: readonly string[];
  /** Whether blanks other than spaces fill it up: only these are written. */
  readonly oddBlanks: boolean;
  /** A number that is no plain whole number (`1.0`, `1e2`, `-0`), which readers take differently; or null. */
  readonly oddNumber: string | null;
}

/** Throws MalformedError for what no loader can read, OverBudgetError for a header of too many values. */
export function parseHeader(bytes: Uint8Array): Header {
  if (bytes[0] !== 0x7b) throw new MalformedError('the header does not begin with {', HEADER_START);
  // Before it is decoded, which takes as much memory again.
  if (countValues(bytes) > MAX_VALUES) throw new OverBudgetError(`more than ${MAX_VALUES} values in the header`);
  const text = decode(bytes);
  const scan = scanned(text);
  const value = parseObject(text);
  return {
    value,
    duplicateKeys: duplicateKeys(text, value, scan),
    oddNumber: oddNumberIn(text),
    oddBlanks: !FILLED.test(text),
  };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedError('the header is not UTF-8', HEADER_START, { cause });
  }
}

function scanned(text: string): JsonScan {
  try {
    return scanJson(text, LIMITS.jsonDepth, { countOnly: true });
  } catch (cause) {
    if (!(cause instanceof MalformedError)) throw cause;
    throw new MalformedError(`the header is not JSON: ${cause.message}`, HEADER_START + cause.offset, { cause });
  }
}

function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new MalformedError('the header is not JSON', HEADER_START, { cause });
  }
  if (!isJsonObject(value)) throw new MalformedError('the header is not a JSON object', HEADER_START);
  return value;
}

const FILLED = /\} *\r?\n?$/;
const PLAIN = /^(?:0|[1-9][0-9]*)$/;
const NUMBER = /[-+.0-9eE]+/y;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a] as const;

/** Commas and colons outside strings: as many as there are values, or one less. */
function countValues(bytes: Uint8Array): number {
  let values = 0;
  let within = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (within && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) within = !within;
    else if (!within && (byte === COMMA || byte === COLON)) values += 1;
  }
  return values;
}

/** The first number that is not spelt plainly, outside strings. */
function oddNumberIn(text: string): string | null {
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '"') at = endOfString(text, at);
    else if (character === '-' || (character >= '0' && character <= '9')) {
      NUMBER.lastIndex = at;
      const [number = character] = NUMBER.exec(text) ?? [];
      if (!PLAIN.test(number)) return number.slice(0, 40);
      at += number.length - 1;
    }
  }
  return null;
}

/** The closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 0x5c) at++;
    else if (character === 0x22) return at;
  }
  return text.length;
}
