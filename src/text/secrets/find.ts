import { entropyOf, isPlaceholder } from './placeholder.ts';
import { escaped, type SecretConfidence, type SecretRow } from './row.ts';
import { SECRET_ROWS } from './rows.ts';

/** A secret in a text. The secret itself is never part of it. */
export interface SecretMatch {
  /** The row's id: `github`. */
  readonly rule: string;
  readonly title: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What may be shown: the issuer's prefix, at most four characters more, and the length. */
  readonly redacted: string;
  readonly confidence: SecretConfidence;
}

/** More are not told apart: such a text is a list of secrets, and its reader knows by then. */
const MAX_MATCHES = 10_000;

/** Secrets in a text of any kind, in order, none overlapping another. Takes time in proportion to the text. */
export function findSecrets(text: string): readonly SecretMatch[] {
  const found: Found[] = [];
  for (const candidate of candidatesOf(text)) {
    const match = matchAt(text, candidate);
    if (match !== null) found.push(match);
    if (found.length >= MAX_MATCHES) break;
  }
  return withoutOverlaps(found).map((match) => toMatch(text, match));
}

/** A place where a row's literal stands. */
export interface Candidate {
  readonly row: SecretRow;
  readonly at: number;
}

const ROWS_BY_LITERAL = new Map<string, SecretRow[]>();
for (const row of SECRET_ROWS) {
  for (const literal of row.literals) ROWS_BY_LITERAL.set(literal, [...(ROWS_BY_LITERAL.get(literal) ?? []), row]);
}

/** Each literal once, with the rows of every literal that is its beginning: `sk-proj-` is a place for `sk-` too. */
const ROWS_AT = new Map(
  [...ROWS_BY_LITERAL.keys()].map((literal) => [
    literal,
    SECRET_ROWS.filter(({ literals }) => literals.some((other) => literal.startsWith(other))),
  ]),
);

const LITERALS = new RegExp(
  [...ROWS_BY_LITERAL.keys()]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|'),
  'g',
);

/** Every place worth a look. Literals may overlap, so the search goes on one character further. */
export function* candidatesOf(text: string): Iterable<Candidate> {
  LITERALS.lastIndex = 0;
  let next = 0;
  for (;;) {
    // Whoever takes a candidate may search another text before the next one is asked for.
    LITERALS.lastIndex = next;
    const literal = LITERALS.exec(text);
    if (literal === null) return;
    next = literal.index + 1;
    for (const row of ROWS_AT.get(literal[0]) ?? []) yield { row, at: literal.index };
  }
}

interface Found {
  readonly row: SecretRow;
  readonly start: number;
  readonly end: number;
  readonly confidence: SecretConfidence;
}

const WORD = /[A-Za-z0-9]/;
const CONTEXT = 100;

function matchAt(text: string, { row, at }: Candidate): Found | null {
  if (at > 0 && (row.notAfter ?? WORD).test(text[at - 1] ?? '')) return null;
  const ahead = row.before === undefined ? 0 : lengthBefore(text, at, row.before);
  if (ahead === null) return null;
  row.pattern.lastIndex = at;
  const match = row.pattern.exec(text);
  if (match === null) return null;
  const [start, end] = match.indices?.groups?.['secret'] ?? [at - ahead, at + match[0].length];
  if (row.context !== undefined && !row.context.test(text.slice(Math.max(0, at - CONTEXT), start))) return null;
  return judge(row, text.slice(start, end), start);
}

function lengthBefore(text: string, at: number, before: NonNullable<SecretRow['before']>): number | null {
  const match = before.pattern.exec(text.slice(Math.max(0, at - before.length), at));
  return match === null ? null : match[0].length;
}

function judge(row: SecretRow, secret: string, start: number): Found | null {
  const body = secret.slice(row.shown, row.shown + 512);
  if (isPlaceholder(secret) || entropyOf(body) < row.entropy) return null;
  const certain = row.checksum?.(secret);
  if (certain === undefined && row.confidence === 'possible' && !looksRandom(secret)) return null;
  const confidence = certain === undefined ? row.confidence : certain ? 'certain' : 'possible';
  return { row, start, end: start + secret.length, confidence };
}

/** A name, a path or a sentence has no digits, or its digits stand together at an end; a key has them here and there. */
function looksRandom(secret: string): boolean {
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(secret)) return false;
  if (/^[/.]|:\/\//.test(secret)) return false;
  const digits = secret.match(/[0-9]+/g) ?? [];
  return digits.length >= 2 && /[A-Za-z]/.test(secret);
}

/** Earlier rows first, so that a token is named by its issuer and not by the name it is assigned to. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const ranked = found.toSorted((a, b) => SECRET_ROWS.indexOf(a.row) - SECRET_ROWS.indexOf(b.row));
  const byStart = ranked.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Found[] = [];
  for (const match of byStart) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (SECRET_ROWS.indexOf(match.row) < SECRET_ROWS.indexOf(last.row)) kept[kept.length - 1] = match;
  }
  return kept;
}

function toMatch(text: string, { row, start, end, confidence }: Found): SecretMatch {
  const { id: rule, title } = row;
  return { rule, title, start, end, redacted: redact(text.slice(start, end), row), confidence };
}

/** Characters beyond the prefix that may be shown, and how much of a short secret. */
const SHOWN = 4;

function redact(secret: string, { shown, literals }: SecretRow): string {
  const literal = literals.filter((start) => secret.startsWith(start)).sort((a, b) => b.length - a.length)[0] ?? '';
  const prefix = Math.min(literal.length, shown);
  const more = Math.min(SHOWN, Math.floor((secret.length - prefix) / 8));
  return `${secret.slice(0, prefix + more)}… (${secret.length} characters)`;
}
