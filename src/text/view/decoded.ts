import { decodeHidden } from '../hidden.ts';
import type { Via } from './reading.ts';
import { scannedOf } from './reading.ts';
import { type Run, runsIn } from './runs.ts';

/** What a part of a text decodes to, and the way back. */
export interface Piece {
  readonly text: string;
  readonly via: Via;
  /** The encoded part, in the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly startOf: (at: number) => number;
  readonly endOf: (at: number) => number;
}

/** Encodings within encodings are followed this far. */
const DEPTH = 3;

/** What these runs decode to, and what that decodes to, to a depth of three. */
export function decodedPieces(text: string, runs: readonly Run[], depth = 1): readonly Piece[] {
  if (runs.length === 0) return NONE;
  return runs.flatMap((run) => {
    const piece = decode(text.slice(run.start, run.end), run);
    if (piece === null) return [];
    return depth === DEPTH ? [piece] : [piece, ...within(piece, depth + 1)];
  });
}

const NONE: readonly Piece[] = [];

/** What a piece decodes to once more. */
export function piecesWithin(outer: Piece): readonly Piece[] {
  return within(outer, 2);
}

function within(outer: Piece, depth: number): readonly Piece[] {
  return decodedPieces(outer.text, runsIn(scannedOf(outer.text)).runs, depth).map((inner) => ({
    ...inner,
    start: outer.startOf(inner.start),
    end: outer.endOf(inner.end),
    startOf: (at) => outer.startOf(inner.startOf(at)),
    endOf: (at) => outer.endOf(inner.endOf(at)),
  }));
}

export function decode(source: string, { kind, start, end }: Run): Piece | null {
  if (kind === 'escapes') return decodePercent(source, { start, end });
  // As programs mark it.
  const marked = /^0[xX]/.test(source) ? decodeBytes(source.slice(2), { start: start + 2, end }, HEX) : null;
  return marked ?? decodeBytes(source, { start, end }, HEX) ?? decodeBytes(source, { start, end }, BASE64);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface Encoding {
  readonly via: Via;
  readonly matches: RegExp;
  readonly decode: (source: string) => Buffer;
  /** How many characters make how many bytes. */
  readonly characters: number;
  readonly bytes: number;
}

const HEX: Encoding = {
  via: 'hex',
  // Digits alone are a number. The last byte may have been cut in half.
  matches: /^(?=.*[a-fA-F])(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/,
  decode: (source) => Buffer.from(source, 'hex'),
  characters: 2,
  bytes: 1,
};

const BASE64: Encoding = {
  via: 'base64',
  matches: /^[A-Za-z0-9+/_-]{16,}={0,2}$/,
  decode: (source) => Buffer.from(source, 'base64'),
  characters: 4,
  bytes: 3,
};

function decodeBytes(source: string, { start, end }: Span, encoding: Encoding): Piece | null {
  if (!encoding.matches.test(source)) return null;
  const bytes = encoding.decode(source);
  const text = asText(bytes);
  if (text === null) return null;
  // Bytes are units only where all is ASCII; elsewhere a finding covers the whole run.
  const exact = text.length === bytes.length;
  const per = encoding.characters / encoding.bytes;
  return {
    text,
    via: encoding.via,
    start,
    end,
    startOf: exact ? (at) => Math.min(end, start + Math.floor(at * per)) : () => start,
    endOf: exact ? (at) => Math.min(end, start + Math.ceil(at * per)) : () => end,
  };
}

function decodePercent(source: string, { start, end }: Span): Piece | null {
  const bytes: number[] = [];
  const places: number[] = [];
  for (let at = 0; at < source.length; ) {
    const pair = source.charCodeAt(at) === PERCENT ? source.slice(at + 1, at + 3) : '';
    const isEscape = HEX_PAIR.test(pair);
    for (const byte of isEscape ? [Number.parseInt(pair, 16)] : Buffer.from(source.charAt(at))) {
      bytes.push(byte);
      places.push(at);
    }
    at += isEscape ? 3 : 1;
  }
  const text = asText(Buffer.from(bytes));
  if (text === null || text === source) return null;
  const exact = text.length === bytes.length;
  return {
    text,
    via: 'percent',
    start,
    end,
    startOf: exact ? (at) => start + (places[at] ?? source.length) : () => start,
    endOf: exact ? (at) => start + (places[at] ?? source.length) : () => end,
  };
}

const PERCENT = 37;
const HEX_PAIR = /^[0-9A-Fa-f]{2}$/;

/** The least that is worth reading. */
const SHORTEST_TEXT = 8;
const LOOSE = new TextDecoder('utf-8');

/** Bytes as text, where they are text; half a character at either end is no matter, since long runs come in parts. */
function asText(bytes: Buffer): string | null {
  // Of what decodes to no text nearly all has one, and is looked at no further.
  if (hasControl(bytes)) return null;
  const text = LOOSE.decode(bytes);
  const core = text.replace(/^\ufffd{1,3}|\ufffd{1,3}$/g, '');
  if (core.length < SHORTEST_TEXT || !/[\p{L}\p{N}]{2}/u.test(core)) return null;
  return /(?![\t\n\r])[\ufffd\p{Cc}\p{Cn}\p{Co}]/u.test(core) ? null : text;
}

/** Whether a byte is a control character that no text has: it is one wherever it stands in UTF-8. */
function hasControl(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 127) return true;
  }
  return false;
}

const IGNORABLE_RUN = /\p{Default_Ignorable_Code_Point}{4,}/gu;

/** What invisible characters of the text, from `from` on, spell: tags, variation selectors as bytes, bits. */
export function hiddenPieces(text: string, from: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { 0: run, index } of text.slice(from).matchAll(IGNORABLE_RUN)) {
    const spelt = decodeHidden(run);
    if (spelt === null || spelt.text === '') continue;
    const [start, end] = [from + index, from + index + run.length];
    pieces.push({ text: spelt.text, via: spelt.via, start, end, startOf: () => start, endOf: () => end });
  }
  return pieces;
}
