import { MalformedError } from './bytes.ts';
import { LIMITS } from './limits.ts';
import { middleCut } from './printable.ts';

/** What JSON.parse does not tell. */
export interface JsonScan {
  /** Keys that stand twice in one object, with their path: `a.b.key`. At most LIMITS.findingsOfARule, each cut to LIMITS.quotation. */
  readonly duplicateKeys: readonly string[];
  /** Where `NaN`, `Infinity` and `-Infinity` stand, in UTF-16 units; empty unless they are allowed. */
  readonly constants: readonly { readonly start: number; readonly end: number }[];
  /** Keys of all objects, those that stand twice counted twice. */
  readonly keys: number;
  readonly values: number;
}

export interface JsonScanOptions {
  /** Counts keys and does not look for those that stand twice, which takes more memory than the document. */
  readonly countOnly?: boolean;
  /** Python writes and reads `NaN`, `Infinity` and `-Infinity`, which are no JSON. Off unless asked for. */
  readonly pythonConstants?: boolean;
}

/**
 * Checks that `text` is one JSON document (RFC 8259) in linear time and without recursion, before anything is built
 * from it. Throws MalformedError, with the offset in UTF-8 bytes, for what is no JSON or nests deeper than `maxDepth`.
 */
export function scanJson(text: string, maxDepth: number, options: JsonScanOptions = {}): JsonScan {
  const scan: Scan = { text, at: 0, maxDepth, options, open: [], duplicateKeys: [], constants: [], keys: 0, values: 0 };
  let step: Step | undefined = readValue;
  while (step !== undefined) {
    skipSpace(scan);
    step = step(scan);
  }
  skipSpace(scan);
  if (scan.at < text.length) throw malformed(scan, 'text after the end of the document');
  return scan;
}

/** Keys that stand twice in a document that was parsed: looked for only where the parsed value has fewer keys than it. */
export function duplicateKeys(
  text: string,
  value: unknown,
  { keys }: JsonScan,
  options: JsonScanOptions = {},
): readonly string[] {
  return keysWithin(value) === keys ? [] : scanJson(text, LIMITS.jsonDepth, options).duplicateKeys;
}

/** Keys of a parsed value, at all depths. */
export function keysWithin(value: unknown): number {
  let keys = 0;
  const open: unknown[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const item of next as readonly unknown[]) if (typeof item === 'object' && item !== null) open.push(item);
    } else if (typeof next === 'object' && next !== null) {
      const holder = next as Readonly<Record<string, unknown>>;
      for (const name of Object.keys(holder)) {
        keys++;
        const item = holder[name];
        if (typeof item === 'object' && item !== null) open.push(item);
      }
    }
  }
  return keys;
}

interface Scan {
  readonly text: string;
  at: number;
  readonly maxDepth: number;
  readonly options: JsonScanOptions;
  readonly open: Frame[];
  readonly duplicateKeys: string[];
  readonly constants: { readonly start: number; readonly end: number }[];
  keys: number;
  values: number;
}

/** An array or object that is not closed yet; `keys` is null for an array. */
interface Frame {
  readonly keys: Set<string> | null;
  key: string;
  items: number;
}

/** Reads one thing and says what may come next; undefined at the end of the document. */
type Step = (scan: Scan) => Step | undefined;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const PYTHON_CONSTANT = /NaN|-?Infinity/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

function readValue(scan: Scan): Step | undefined {
  const first = scan.text[scan.at];
  scan.values += 1;
  if (first === '{') return enter(scan, { keys: new Set(), key: '', items: 0 }, readFirstKey);
  if (first === '[') return enter(scan, { keys: null, key: '', items: 0 }, readFirstItem);
  if (first === '"') skipString(scan);
  else skipScalar(scan);
  return afterValue(scan);
}

function enter(scan: Scan, frame: Frame, next: Step): Step {
  if (scan.open.length >= scan.maxDepth) throw malformed(scan, `nested more than ${scan.maxDepth} deep`);
  scan.open.push(frame);
  scan.at += 1;
  return next;
}

function readFirstItem(scan: Scan): Step | undefined {
  return scan.text[scan.at] === ']' ? leave(scan) : readValue(scan);
}

function readFirstKey(scan: Scan): Step | undefined {
  return scan.text[scan.at] === '}' ? leave(scan) : readKey(scan);
}

function readKey(scan: Scan): Step {
  const start = scan.at;
  if (scan.text[start] !== '"') throw malformed(scan, 'a key was expected');
  const escaped = skipString(scan);
  scan.keys += 1;
  if (scan.options.countOnly === true) return readColon;
  const frame = scan.open.at(-1);
  const raw = scan.text.slice(start + 1, scan.at - 1);
  if (frame?.keys) noteKey(scan, frame, frame.keys, escaped ? String(JSON.parse(`"${raw}"`)) : raw);
  return readColon;
}

function noteKey(scan: Scan, frame: Frame, keys: Set<string>, key: string): void {
  frame.key = key;
  if (keys.has(key) && scan.duplicateKeys.length < LIMITS.findingsOfARule) scan.duplicateKeys.push(pathOf(scan));
  keys.add(key);
}

function readColon(scan: Scan): Step {
  if (scan.text[scan.at] !== ':') throw malformed(scan, 'a colon was expected');
  scan.at += 1;
  return readValue;
}

function afterValue(scan: Scan): Step | undefined {
  return scan.open.length === 0 ? undefined : readSeparator;
}

function readSeparator(scan: Scan): Step | undefined {
  const inObject = scan.open.at(-1)?.keys != null;
  const found = scan.text[scan.at];
  if (found === (inObject ? '}' : ']')) return leave(scan);
  if (found !== ',') throw malformed(scan, `a comma or ${inObject ? '}' : ']'} was expected`);
  scan.at += 1;
  const frame = scan.open.at(-1);
  if (frame !== undefined) frame.items += 1;
  return inObject ? readKey : readValue;
}

function leave(scan: Scan): Step | undefined {
  scan.open.pop();
  scan.at += 1;
  return afterValue(scan);
}

/** Moves past a string, its quotes included; says whether it holds an escape. */
function skipString(scan: Scan): boolean {
  const { text } = scan;
  let escaped = false;
  for (let at = scan.at + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      scan.at = at + 1;
      return escaped;
    }
    if (unit === BACKSLASH) {
      escaped = true;
      at += escapeLength(scan, at) - 1;
    } else if (unit < 0x20) {
      throw malformed(scan, 'a control character in a string', at);
    }
  }
  throw malformed(scan, 'a string without an end');
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function escapeLength(scan: Scan, at: number): number {
  const length = lengthAt(ESCAPE, scan.text, at);
  if (length === 0) throw malformed(scan, 'an escape that JSON does not know', at);
  return length;
}

function skipScalar(scan: Scan): void {
  const { text, at } = scan;
  if (scan.options.pythonConstants === true) {
    const length = lengthAt(PYTHON_CONSTANT, text, at);
    if (length > 0) {
      scan.constants.push({ start: at, end: at + length });
      scan.at += length;
      return;
    }
  }
  const length = lengthAt(NUMBER, text, at) || lengthAt(WORD, text, at);
  if (length === 0) throw malformed(scan, 'a value was expected');
  scan.at += length;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

function skipSpace(scan: Scan): void {
  const { text } = scan;
  let unit = text.charCodeAt(scan.at);
  while (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) unit = text.charCodeAt(++scan.at);
}

function pathOf(scan: Scan): string {
  const steps = scan.open.map(({ keys, key, items }) =>
    keys === null ? String(items) : key.slice(0, LIMITS.quotation),
  );
  return middleCut(steps.join('.'), LIMITS.quotation);
}

function malformed({ text, at }: Scan, why: string, where = at): MalformedError {
  const offset = new TextEncoder().encode(text.slice(0, where)).length;
  return new MalformedError(`no JSON: ${why}`, offset);
}
