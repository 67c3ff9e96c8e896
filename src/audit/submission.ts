import type { Submission } from './witness.ts';

/** A proof has as many hashes at most (c2sp.org/tlog-witness). */
const LONGEST_PROOF = 63;

/** What a log sends to a witness, as the body of `add-checkpoint` (c2sp.org/tlog-witness). */
export function submissionText({ old, proof, note }: Submission): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${old}\n${hashes.join('')}\n${note}`;
}

/** Null for what is no such body. */
export function parseSubmission(text: string): Submission | null {
  const end = text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\n');
  const digits = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1];
  if (digits === undefined || !Number.isSafeInteger(Number(digits)) || lines.length > LONGEST_PROOF) return null;
  if (!lines.every((line) => /^[A-Za-z0-9+/]{43}=$/.test(line))) return null;
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  return { old: Number(digits), proof, note: text.slice(end + 2) };
}
