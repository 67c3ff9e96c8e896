import { createHash } from 'node:crypto';

/** A session's or a token's secret: it names its organisation, so that nothing is looked up outside of one. */
const SECRET = /^wb[st]_([a-z0-9][a-z0-9-]{0,39})_[A-Za-z0-9_-]{43}$/;

export function secretFor(kind: 'session' | 'token', organisation: string, random: string): string {
  return `wb${kind === 'session' ? 's' : 't'}_${organisation}_${random}`;
}

/** Null for anything that was never one of ours. */
export function organisationOf(secret: string): string | null {
  return SECRET.exec(secret)?.[1] ?? null;
}

/** 256 random bits need no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
