/** How a model server's answer begins (RFC 9112, section 4), and how its end will be known. */
export interface AnswerHead {
  readonly status: number;
  /** Lower-case names and values in turn, as they came. */
  readonly headers: readonly string[];
  readonly framing: Framing;
  /** Whether the connection may be used again. */
  readonly keeps: boolean;
  /** Milliseconds for which the server says it keeps an idle connection; null: it says nothing. */
  readonly keepsFor: number | null;
}

export type Framing =
  | { readonly kind: 'none' }
  | { readonly kind: 'length'; readonly bytes: number }
  | { readonly kind: 'chunked' }
  /** All that comes until the connection ends. */
  | { readonly kind: 'close' };

/** An answer that is not HTTP/1.1 as we take it: whoever reads it otherwise could find other answers in it. */
export class AnswerError extends Error {}

const STATUS_LINE = /HTTP\/1\.([01]) ([1-9]\d\d)(?: [\t\x20-\x7e\x80-\xff]*)?\r\n/y;
/** No space before the colon, no line that continues the one before it, no control characters. */
const FIELD = /([\w!#$%&'*+.^`|~-]+):[\t ]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;
const LENGTH = /^\d{1,15}$/;
const MOST_FIELDS = 256;

/** `text`: the head in Latin-1 with the line end of its last line, and without the empty line. Throws AnswerError. */
export function answerHeadIn(text: string): AnswerHead {
  STATUS_LINE.lastIndex = 0;
  const line = STATUS_LINE.exec(text);
  if (line === null) throw new AnswerError('this is no status line');
  const [status, minor] = [Number(line[2]), line[1]];
  const headers = fieldsIn(text, STATUS_LINE.lastIndex);
  const said = saidOfConnection(headers);
  const framing = framingOf(status, minor === '0', said);
  const keeps = minor === '1' && !said.closes && framing.kind !== 'close';
  return { status, headers, framing, keeps, keepsFor: said.keepsFor };
}

/** Lines of names and values from here to the end. Throws AnswerError. */
export function fieldsIn(text: string, from: number): string[] {
  const fields: string[] = [];
  FIELD.lastIndex = from;
  while (FIELD.lastIndex < text.length) {
    const field = FIELD.exec(text);
    if (field === null) throw new AnswerError('this is no header');
    if (fields.length >= 2 * MOST_FIELDS) throw new AnswerError('there are too many headers');
    fields.push((field[1] ?? '').toLowerCase(), trimEnd(field[2] ?? ''));
  }
  return fields;
}

/** Spaces and tabs alone: `trim` would take off what is no space here. */
function trimEnd(value: string): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) === 0x20 || value.charCodeAt(end - 1) === 0x09)) end--;
  return end === value.length ? value : value.slice(0, end);
}

interface Said {
  length: string | null;
  coding: string | null;
  closes: boolean;
  keepsFor: number | null;
}

function saidOfConnection(headers: readonly string[]): Said {
  const said: Said = { length: null, coding: null, closes: false, keepsFor: null };
  for (let at = 0; at < headers.length; at += 2) {
    const [name, value] = [headers[at] ?? '', headers[at + 1] ?? ''];
    switch (name) {
      case 'content-length':
        if (said.length !== null) throw new AnswerError('there are two lengths');
        said.length = value;
        break;
      case 'transfer-encoding':
        if (said.coding !== null) throw new AnswerError('there are two codings');
        said.coding = value;
        break;
      case 'connection':
        said.closes ||= /(?:^|[\t ,])(?:close|upgrade)(?:$|[\t ,])/i.test(value);
        break;
      case 'keep-alive':
        said.keepsFor = keptFor(value);
        break;
      default:
        break;
    }
  }
  return said;
}

function keptFor(value: string): number | null {
  const seconds = /(?:^|[\t ,])timeout=(\d{1,6})(?:$|[\t ,])/i.exec(value)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}

/** The message body's length (RFC 9112, section 6.3), where nothing is asked for but by POST. */
function framingOf(status: number, old: boolean, { length, coding }: Said): Framing {
  if (length !== null && !LENGTH.test(length)) throw new AnswerError('this is no length');
  if (coding !== null) {
    // Each of these has been read in two ways, and what stood between them as an answer of its own.
    if (length !== null) throw new AnswerError('there are a length and a coding');
    if (old) throw new AnswerError('HTTP/1.0 has no codings');
    if (status < 200 || status === 204) throw new AnswerError('this status has no body, and so no coding');
    if (coding.toLowerCase() !== 'chunked') throw new AnswerError('this coding is not known');
  }
  if (status < 200 || status === 204 || status === 304) return NONE;
  if (coding !== null) return CHUNKED;
  return length === null ? CLOSE : { kind: 'length', bytes: Number(length) };
}

const NONE: Framing = { kind: 'none' };
const CHUNKED: Framing = { kind: 'chunked' };
const CLOSE: Framing = { kind: 'close' };
