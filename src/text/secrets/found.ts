import type { SecretConfidence } from './row.ts';

/** A secret, before anybody has decided whether it is told. */
export interface Found {
  readonly rule: string;
  readonly title: string;
  /** Of several on the same characters, the lowest names them. */
  readonly rank: number;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly confidence: SecretConfidence;
  /** Characters at its start that name its kind and may be shown. */
  readonly shown: number;
}

/** Characters beyond the prefix that may be shown, and how much of a short secret. */
const SHOWN = 4;

/** What may be shown of it: the issuer's prefix, at most four characters more, and the length. */
export function redact(text: string, { start, end, shown }: Pick<Found, 'start' | 'end' | 'shown'>): string {
  const length = end - start;
  const more = Math.min(SHOWN, Math.max(0, Math.floor((length - shown) / 8)));
  return `${text.slice(start, start + shown + more)}… (${length} characters)`;
}
