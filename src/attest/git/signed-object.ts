import type { KeyObject } from 'node:crypto';
import { keyIdOf } from '../dsse.ts';
import type { GitObject } from './object.ts';
import { parseSshSignature, sshSignatureHolds } from './ssh.ts';

/** What is known of the signature of a commit or tag. Only SSH signatures are verified here. */
export type GitSignature =
  | { readonly kind: 'none' }
  | { readonly kind: 'ssh'; readonly fingerprint: string; readonly state: 'trusted' | 'unknown-key' | 'broken' }
  | { readonly kind: 'pgp' | 'x509' | 'unreadable' };

/** The signature of a commit or tag, held against the keys the user trusts. git itself is not asked: its settings are not ours. */
export function gitSignatureOf(object: GitObject, trusted: readonly KeyObject[]): GitSignature {
  const found = object.type === 'commit' ? ofCommit(object.body) : ofTag(object.body);
  if (found === null) return { kind: 'none' };
  if (found.armoured.includes('BEGIN PGP')) return { kind: 'pgp' };
  if (found.armoured.includes('BEGIN SIGNED MESSAGE')) return { kind: 'x509' };
  try {
    const signature = parseSshSignature(found.armoured);
    const { fingerprint, key } = signature;
    if (!sshSignatureHolds(signature, found.payload, 'git')) return { kind: 'ssh', fingerprint, state: 'broken' };
    const known = trusted.some((one) => keyIdOf(one) === keyIdOf(key));
    return { kind: 'ssh', fingerprint, state: known ? 'trusted' : 'unknown-key' };
  } catch {
    return { kind: 'unreadable' };
  }
}

interface Signed {
  readonly armoured: string;
  /** What was signed: the object without its signature. */
  readonly payload: Uint8Array;
}

/** A commit carries its signature as the header `gpgsig`, whose further lines begin with a space (gitformat-signature). */
function ofCommit(body: Uint8Array): Signed | null {
  const text = Buffer.from(body).toString('latin1');
  const end = text.indexOf('\n\n');
  const header = /(?:^|\n)gpgsig (.*(?:\n .*)*)\n/.exec(text.slice(0, end + 1));
  if (header === null) return null;
  const start = header.index === 0 && !header[0].startsWith('\n') ? 0 : header.index + 1;
  const payload = text.slice(0, start) + text.slice(header.index + header[0].length);
  return { armoured: (header[1] ?? '').replaceAll('\n ', '\n'), payload: Buffer.from(payload, 'latin1') };
}

/** A tag carries it at the end of its message. */
function ofTag(body: Uint8Array): Signed | null {
  const text = Buffer.from(body).toString('latin1');
  const at = text.search(/^-----BEGIN (?:PGP SIGNATURE|SSH SIGNATURE|SIGNED MESSAGE)-----$/m);
  return at < 0 ? null : { armoured: text.slice(at), payload: Buffer.from(text.slice(0, at), 'latin1') };
}

/** The object that a tag points at, and its name; null where the tag does not say. */
export function tagTarget(body: Uint8Array): string | null {
  return /^object ([0-9a-f]{40})\n/.exec(Buffer.from(body).toString('latin1'))?.[1] ?? null;
}

/** Who is named as its author or tagger, unchecked. */
export function authorOf({ type, body }: GitObject): string {
  const header = type === 'commit' ? 'author' : 'tagger';
  const line = new RegExp(`^${header} (.{1,300}?) \\d+ [+-]\\d{4}$`, 'm').exec(Buffer.from(body).toString('utf8'));
  return line?.[1] ?? '';
}
