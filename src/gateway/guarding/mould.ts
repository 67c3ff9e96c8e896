import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { endOfString } from '../../wire/body.ts';
import { createFrameReader, type Frame, frameText } from '../../wire/sse.ts';
import type { DeltaSlot, StreamSurface, Surface } from '../../wire/surface.ts';

/** What nearly all events of a stream have in common: every byte but those of their one text. */
export interface Mould {
  /** Which text they continue. */
  readonly lane: string;
  /** The events from this mould that stand at a place of bytes, which are given as Latin-1; null when none does. */
  run(bytes: string, from: number): Run | null;
  /** One such event with this text, as it would be written after it was read, with the numbers of the last of a run. */
  saying(text: string, numbers: Numbers): string;
}

/** What counts events or tells when they were made: different in each, and nothing that is said. */
export type Numbers = ReadonlyMap<string, string>;

/** Events that say one text in pieces, and nothing else. */
export interface Run {
  /** The pieces together, as a reader of each whole event would find them. */
  readonly said: string;
  /** Just past the last of the events. */
  readonly end: number;
  /** Of the last of them. */
  readonly numbers: Numbers;
}

type Streaming = Surface & { readonly stream: StreamSurface };

/** Stands for the text while the mould is proven; JSON escapes nothing in it. */
const MARK = 'weighbridge-mould-7f3a';

/**
 * The mould of an event that says this text and nothing else. It is proven by reading the event with another text in that place,
 * and other numbers in theirs: where that gives the same event with the other text, the same bytes around a text say the same.
 */
export function mouldOf(surface: Streaming, frame: Frame, { lane, speaker, text }: DeltaSlot): Mould | null {
  const raw = frame.raw.toString('latin1');
  const quoted = Buffer.from(JSON.stringify(text)).toString('latin1');
  const at = raw.indexOf(quoted);
  if (at < 0) return null;
  const names = numbersIn(raw);
  const before = partsOf(raw.slice(0, at + 1), names);
  const after = partsOf(raw.slice(at + quoted.length - 1), names);
  const proof = written(before, OTHERS) + MARK + written(after, OTHERS);
  const [other, ...rest] = createFrameReader(proof.length + 1).push(Buffer.from(proof, 'latin1'));
  const event = other?.data == null || rest.length > 0 || other.event !== frame.event ? null : objectIn(other.data);
  if (event === null || saysMore(surface, event)) return null;
  const [delta, ...deltas] = surface.stream.deltasIn(event);
  if (delta?.text !== MARK || delta.lane !== lane || delta.speaker !== speaker || deltas.length > 0) return null;
  surface.silence(event);
  const [head, tail, ...more] = frameText(event, frame.event).split(MARK);
  if (head === undefined || tail === undefined || more.length > 0) return null;
  const [own, behind] = [partsOf(head, names), partsOf(tail, names)];
  return {
    lane,
    run: (bytes, from) => runOf(bytes, from, { before, after }),
    saying: (said, numbers) => written(own, numbers) + JSON.stringify(said).slice(1, -1) + written(behind, numbers),
  };
}

/** A number of such an event. JSON has one way to write one (RFC 8259, section 6). */
const NUMBER = /"(created|sequence_number)": ?(0|[1-9]\d{0,15})(?=[,}])/g;
/** What stands for each while the mould is proven. */
const OTHERS: Numbers = new Map([
  ['created', '7'],
  ['sequence_number', '7'],
]);

/** Bytes that are always the same, and the number behind them; null: nothing. */
interface Part {
  readonly bytes: string;
  readonly number: string | null;
}

/** Those that stand there once. */
function numbersIn(raw: string): ReadonlySet<string> {
  const names = [...raw.matchAll(NUMBER)].map(([, name = '']) => name);
  return new Set(names.filter((name) => names.indexOf(name) === names.lastIndexOf(name)));
}

function partsOf(text: string, names: ReadonlySet<string>): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = '', 2: digits = '', index } of text.matchAll(NUMBER)) {
    if (!names.has(name)) continue;
    const until = index + whole.length - digits.length;
    parts.push({ bytes: text.slice(from, until), number: name });
    from = index + whole.length;
  }
  return [...parts, { bytes: text.slice(from), number: null }];
}

function written(parts: readonly Part[], numbers: Numbers): string {
  return parts.map(({ bytes, number }) => bytes + (number === null ? '' : (numbers.get(number) ?? '0'))).join('');
}

/** Just past these parts, if they stand there; else -1. */
function pastParts(bytes: string, from: number, parts: readonly Part[], numbers: Map<string, string>): number {
  let at = from;
  for (const part of parts) {
    if (!bytes.startsWith(part.bytes, at)) return -1;
    at += part.bytes.length;
    if (part.number === null) continue;
    const end = pastDigits(bytes, at);
    if (end < 0) return -1;
    numbers.set(part.number, bytes.slice(at, end));
    at = end;
  }
  return at;
}

function pastDigits(bytes: string, from: number): number {
  let at = from;
  while (at - from < MOST_DIGITS && isDigit(bytes.charCodeAt(at))) at++;
  const isNumber = at > from && (at === from + 1 || bytes.charCodeAt(from) !== ZERO);
  return isNumber ? at : -1;
}

const MOST_DIGITS = 16;
const ZERO = 0x30;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

/** Whether an event has something beside pieces of texts, which would have to be looked at each time. */
function saysMore(surface: Streaming, event: JsonObject): boolean {
  const { stream } = surface;
  return (
    stream.wholeIn(event).length > 0 ||
    stream.endsIn(event).length > 0 ||
    stream.completes(event) ||
    (surface.picturesIn?.(event) ?? []).length > 0 ||
    surface.usageIn(event, null) !== null
  );
}

function runOf(
  bytes: string,
  from: number,
  { before, after }: { readonly before: readonly Part[]; readonly after: readonly Part[] },
): Run | null {
  let [said, end] = ['', from];
  let numbers: Numbers = OTHERS;
  for (;;) {
    const found = new Map<string, string>();
    const start = pastParts(bytes, end, before, found);
    if (start < 0) break;
    const close = endOfString(bytes, start - 1) - 1;
    if (close <= start) break;
    const past = pastParts(bytes, close, after, found);
    if (past < 0) break;
    const piece = unquoted(bytes.slice(start, close));
    if (piece === null) break;
    said += piece;
    [end, numbers] = [past, found];
  }
  return end === from ? null : { said, end, numbers };
}

/** What stands between a string's quotes, read; null when it is not within one string. */
function unquoted(written: string): string | null {
  if (!SPECIAL.test(written)) return written;
  const text = Buffer.from(written, 'latin1').toString('utf8');
  // Broken characters are none of ours to mend.
  if (text.includes('\ufffd')) return null;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return null;
  }
}

/** What must not stand in a JSON string as it is (RFC 8259, section 7), has another meaning there, or is no ASCII. */
const SPECIAL = /[^ !#-[\]-~]/;

function objectIn(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
