import { lowBytes } from '../view/reading.ts';
import { type Found, redact } from './found.ts';
import type { SecretConfidence } from './row.ts';
import { secretPlacesIn, secretsAt } from './scan.ts';

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
  const places = secretPlacesIn({ text, bytes: lowBytes(text) });
  return withoutOverlaps(secretsAt(text, places))
    .slice(0, MAX_MATCHES)
    .map((found) => toMatch(text, found));
}

function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const match of found.toSorted((a, b) => a.start - b.start || a.rank - b.rank)) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
    else if (match.rank < last.rank) kept[kept.length - 1] = match;
  }
  return kept;
}

function toMatch(text: string, found: Found): SecretMatch {
  const { rule, title, start, end, confidence } = found;
  return { rule, title, start, end, redacted: redact(text, found), confidence };
}
