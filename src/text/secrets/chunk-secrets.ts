import { matchesIn } from '../../kernel/matches.ts';
import type { Chunk } from './chunks.ts';
import type { Found } from './found.ts';
import { entropyOf, isPlaceholder } from './placeholder.ts';
import { looksRandom } from './randomness.ts';
import type { SecretConfidence, SecretRow } from './row.ts';
import { MARK_ROWS, TOKEN_ROWS } from './rows.ts';
import type { MarkRow } from './rows-marks.ts';
import { type ValueMatch, valuesIn } from './values.ts';

/** Longer chunks are data: pictures, certificates, archives. Only tokens with a beginning of their own are seen there. */
export const LONGEST_CHUNK = 800;

/** The secrets that begin in a chunk, as its own characters and up to 130 before them tell; of several on one place, the first. */
export function secretsOfChunk(text: string, chunk: Chunk): readonly Found[] {
  const tokens = tokensIn(text, chunk);
  if (chunk.end - chunk.start > LONGEST_CHUNK) return tokens;
  const marks = marksIn(text, chunk);
  const values = valuesIn(text, chunk);
  if (tokens.length + marks.length + values.length === 0) return NOTHING;
  return withoutOverlaps([...tokens, ...marks, ...values.map(fromValue)]);
}

const RANKS = { mark: 1000, named: 3000, assigned: 5000 };

interface Start {
  readonly literal: string;
  readonly row: SecretRow;
  readonly rank: number;
}

const WORD = /[A-Za-z0-9]/;
const ALNUM = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');

/** Rows by the first two characters of their literals: a place in the table for every two. */
const STARTS: (readonly Start[])[] = [[]];
const STARTS_AT = new Uint16Array(128 * 128);
/** Of these two, whether they may begin a token right behind a letter or a digit, too: hardly any may. */
const WITHIN_WORDS = new Uint8Array(STARTS_AT.length);
for (const [rank, row] of TOKEN_ROWS.entries()) {
  const within = row.notAfter !== undefined && !ALNUM.every((unit) => row.notAfter?.test(unit));
  for (const literal of row.literals) {
    const key = literal.charCodeAt(0) * 128 + (literal.length > 1 ? literal.charCodeAt(1) : 0);
    STARTS_AT[key] ||= STARTS.push([]) - 1;
    if (within) WITHIN_WORDS[key] = 1;
    const at = STARTS_AT[key];
    STARTS[at] = [...(STARTS[at] ?? []), { literal, row, rank }];
  }
}

function startsAt(text: string, at: number): readonly Start[] {
  const key = text.charCodeAt(at) * 128 + text.charCodeAt(at + 1);
  const place = STARTS_AT[key] ?? 0;
  return place === 0 ? NONE : (STARTS[place] ?? NONE);
}

const NONE: readonly Start[] = [];
const NOTHING: readonly Found[] = [];

/** No token is longer. */
const LONGEST_TOKEN = 8000;

/** The first place, from `start` on, where a token has begun that may go on behind the end of the text. */
export function openToken(text: string, start: number): number {
  for (let at = Math.max(start, text.length - LONGEST_TOKEN); at < text.length; at++) {
    if (WORD.test(text[at - 1] ?? '')) continue;
    // A literal that is not whole yet counts as one.
    if (at + LONGEST_LITERAL > text.length || startsAt(text, at).some(({ literal }) => text.startsWith(literal, at)))
      return at;
  }
  return text.length;
}

const LONGEST_LITERAL = Math.max(...TOKEN_ROWS.flatMap(({ literals }) => literals.map(({ length }) => length)));

function tokensIn(text: string, { start, end }: Chunk): readonly Found[] {
  let found: Found[] | null = null;
  let word = start > 0 && isWordUnit(text.charCodeAt(start - 1));
  let next = text.charCodeAt(start);
  for (let at = start; at + 1 < end; at++) {
    const unit = next;
    next = text.charCodeAt(at + 1);
    const key = unit * 128 + next;
    const behindWord = word;
    word = isWordUnit(unit);
    const place = STARTS_AT[key] ?? 0;
    if (place === 0 || (behindWord && WITHIN_WORDS[key] !== 1)) continue;
    const token = firstOf(text, at, STARTS[place] ?? NONE);
    if (token === null) continue;
    found ??= [];
    found.push(token);
  }
  return found ?? NOTHING;
}

function firstOf(text: string, at: number, starts: readonly Start[]): Found | null {
  for (const { literal, row, rank } of starts) {
    if (!text.startsWith(literal, at)) continue;
    const shown = Math.min(row.shown, literal.length);
    const found = tokenAt(text, at, { row, shown });
    if (found !== null) return { ...found, rank, shown };
  }
  return null;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90);
}

const CONTEXT = 100;

function tokenAt(
  text: string,
  at: number,
  { row, shown }: { readonly row: SecretRow; readonly shown: number },
): Omit<Found, 'rank' | 'shown'> | null {
  if (at > 0 && (row.notAfter ?? WORD).test(text[at - 1] ?? '')) return null;
  row.pattern.lastIndex = at;
  const match = row.pattern.exec(text);
  if (match === null) return null;
  const [start, end] = match.indices?.groups?.secret ?? [at, at + match[0].length];
  if (row.context !== undefined && !row.context.test(text.slice(Math.max(0, at - CONTEXT), start))) return null;
  const confidence = confidenceIn(row, text.slice(start, end), start === at ? shown : 0);
  return confidence === null ? null : { rule: row.id, title: row.title, start, end, confidence };
}

function marksIn(text: string, { start, end }: Chunk): readonly Found[] {
  if (end - start < SHORTEST_MARKED) return NOTHING;
  const chunk = text.slice(start, end);
  let found: Found[] | null = null;
  for (const [rank, row] of MARK_ROWS.entries()) {
    if (!chunk.includes(row.mark)) continue;
    for (const match of matchesIn(row.pattern, chunk)) {
      const [from, to] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length];
      const confidence = confidenceIn(row, chunk.slice(from, to), 0);
      if (confidence === null) continue;
      const place = { start: start + from, end: start + to };
      found ??= [];
      found.push({ rule: row.id, title: row.title, ...place, confidence, shown: 0, rank: RANKS.mark + rank });
    }
  }
  return found ?? NOTHING;
}

const SHORTEST_MARKED = 30;

/** How sure the row is of this secret, of which so many characters are its mark; null when it is none. */
function confidenceIn(row: SecretRow | MarkRow, secret: string, mark: number): SecretConfidence | null {
  const body = secret.slice(mark, mark + 512);
  if (isPlaceholder(body) || entropyOf(body) < row.entropy) return null;
  if (row.random === true && !looksRandom(body)) return null;
  if (row.checksum === undefined) return row.confidence;
  return row.checksum(secret) ? 'certain' : 'possible';
}

function fromValue({ row, start, end }: ValueMatch): Found {
  const names =
    row === null
      ? { rule: 'assigned-secret', title: 'Value assigned to a name that promises a secret' }
      : { rule: row.id, title: row.title };
  return { ...names, rank: row === null ? RANKS.assigned : RANKS.named, start, end, confidence: 'possible', shown: 0 };
}

/** By rank, so that a token is named by its issuer and not by the name it is assigned to. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const match of found.toSorted((a, b) => a.rank - b.rank || a.start - b.start)) {
    if (kept.every(({ start, end }) => match.end <= start || match.start >= end)) kept.push(match);
  }
  return kept;
}
