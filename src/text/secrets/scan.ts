import { createSieve, DIGITS, type Literal, type Scanned, type Sieve } from '../sieve.ts';
import { LONGEST_CHUNK, openToken, secretsOfChunk } from './chunk-secrets.ts';
import { chunkAround, runAtEnd } from './chunks.ts';
import type { Found } from './found.ts';
import { SPOT_ROWS } from './rows.ts';
import { BEFORE_SPOT, type SpotRow } from './spot.ts';

/** Where triggers stand: `which[i]` is a place in SECRET_LITERALS, or DIGITS, `at[i]` where it starts. */
export interface SecretPlaces {
  readonly count: number;
  readonly which: ArrayLike<number>;
  readonly at: ArrayLike<number>;
}

interface SpotLiteral extends Literal {
  readonly rows: readonly { readonly row: SpotRow; readonly rank: number }[];
}

const SPOT_RANK = 2000;
const PASSWORD_RANK = 4000;

const SPOTS: readonly SpotLiteral[] = [
  ...new Map(SPOT_ROWS.flatMap(({ literals }) => literals).map((literal) => [literal.text, literal])).values(),
].map((literal) => ({
  ...literal,
  rows: SPOT_ROWS.map((row, at) => ({ row, rank: (row.id === 'password' ? PASSWORD_RANK : SPOT_RANK) + at })).filter(
    ({ row }) => row.literals.some(({ text }) => text === literal.text),
  ),
}));

/**
 * Random text has digits, and runs of digits are triggers already; but one in thirty tokens this short, and all of Hugging
 * Face's, have letters only.
 */
const WITHOUT_DIGITS = ['hf_', 'api_org_', 'AKIA', 'ASIA', 'glpat-', 'sk_live_', 'sk_test_', 'rk_live_'];

/** Words and marks at which to look, besides runs of digits: first those of spots. */
export const SECRET_LITERALS: readonly Literal[] = [
  ...SPOTS.map(({ text, anyCase = false }) => ({ text, anyCase })),
  ...WITHOUT_DIGITS.map((text) => ({ text })),
];

/** No secret depends on more characters before it. */
export const BEFORE_SECRET = 1000;

/**
 * Secrets in a text, near these places, that start at `from` or behind it: in no order, those of words (`password =`) not where
 * a token stands. Takes time in proportion to the text.
 */
export function secretsAt(text: string, places: SecretPlaces, from = 0): readonly Found[] {
  const found: Found[] = [];
  // What ends before is no longer asked about.
  let seen = runAtEnd(text.slice(0, from), from);
  for (let place = 0; place < places.count; place++) {
    const at = places.at[place] ?? 0;
    if (at < seen || !isInChunk(places.which[place] ?? 0)) continue;
    const chunk = chunkAround(text, at);
    if (chunk === null) continue;
    seen = chunk.end;
    if (chunk.end <= from) continue;
    for (const secret of secretsOfChunk(text, chunk)) found.push(secret);
  }
  const inChunks = found.toSorted((a, b) => a.start - b.start);
  for (let place = 0; place < places.count; place++) {
    const spot = spotOf(places.which[place]);
    if (spot === undefined) continue;
    const at = places.at[place] ?? 0;
    for (const { row, rank } of spot.rows) {
      const secret = at + row.longest < from ? null : spotAt(text, at, row);
      if (secret !== null && secret.end > from && !isKnown(inChunks, secret)) found.push({ ...secret, rank });
    }
  }
  return found.filter(({ start }) => start >= from);
}

/** To ask an array for what stands before its beginning takes the engine ten times as long. */
function spotOf(which = DIGITS): (typeof SPOTS)[number] | undefined {
  return which >= 0 && which < SPOTS.length ? SPOTS[which] : undefined;
}

function isInChunk(which: number): boolean {
  return which === DIGITS || which >= SPOTS.length;
}

/** Values of words reach no further; keys of many lines are not compared. */
const COMPARED = 300;

/** `inChunks` lie apart, in order: only the last that starts before the end may overlap. */
function isKnown(inChunks: readonly Found[], { start, end }: Pick<Found, 'start' | 'end'>): boolean {
  if (end - start > COMPARED) return false;
  let [low, high] = [0, inChunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inChunks[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return (inChunks[low - 1]?.end ?? 0) > start;
}

const GROUPS = ['secret', 'quoted', 'escaped', 'entity', 'bare', 'double', 'single'];

function spotAt(text: string, at: number, row: SpotRow): Omit<Found, 'rank'> | null {
  row.pattern.lastIndex = at;
  const match = row.pattern.exec(text);
  if (match === null) return null;
  const groups = match.groups ?? {};
  const group = GROUPS.find((name) => groups[name] !== undefined);
  const [start, end] = (group === undefined ? undefined : match.indices?.groups?.[group]) ?? [at, at + match[0].length];
  if (!row.judge(text.slice(start, end), groups, text.slice(Math.max(0, at - BEFORE_SPOT), at))) return null;
  return { rule: row.id, title: row.title, start, end, confidence: row.confidence, shown: row.shown };
}

/** The first place, at `from` or behind it, where a secret may begin of which the end is not there yet. */
export function firstOpen(text: string, places: SecretPlaces, from: number): number {
  let open = Math.min(openChunk(text, from), openLiteral(text, from));
  for (let place = 0; place < places.count; place++) {
    const spot = spotOf(places.which[place]);
    const at = places.at[place] ?? 0;
    if (spot === undefined || at >= open) continue;
    if (spot.rows.some(({ row }) => isOpen(text, at, row))) open = Math.max(from, at);
  }
  return open;
}

function isOpen(text: string, at: number, { open, longest }: SpotRow): boolean {
  if (text.length - at > longest) return false;
  open.lastIndex = at;
  return open.test(text);
}

/** The chunk that the text ends in, or in one too long to be looked at as a whole, the token. */
function openChunk(text: string, from: number): number {
  const start = runAtEnd(text, LONGEST_CHUNK + 1);
  if (text.length - start <= LONGEST_CHUNK) return Math.max(from, start);
  return Math.max(from, openToken(text, Math.max(from, start)));
}

/** A private key's first line, not whole yet. */
const FIRST_LINE = '-----BEGIN ';
/** Its beginnings, the longest first. */
const BEGINNINGS = Array.from(FIRST_LINE, (_, at) => FIRST_LINE.slice(0, FIRST_LINE.length - at));

function openLiteral(text: string, from: number): number {
  if (!FIRST_LINE.includes(text.charAt(text.length - 1))) return text.length;
  const open = BEGINNINGS.find((beginning) => beginning.length <= text.length - from && text.endsWith(beginning));
  return text.length - (open?.length ?? 0);
}

/** Made with the first text: whoever only reads weights waits for none. */
let made: Sieve | null = null;

function sieve(): Sieve {
  made ??= createSieve(SECRET_LITERALS, { digits: true });
  return made;
}

/** Every place of a text that is worth a look. */
export function secretPlacesIn(scanned: Scanned): SecretPlaces {
  const which: number[] = [];
  const at: number[] = [];
  sieve().scan(scanned, 0, (literal, place) => {
    which.push(literal);
    at.push(place);
  });
  return { count: at.length, which, at };
}
