import { createHash } from 'node:crypto';
import type { DigestClaim, FileDigest } from '../domain/artifact.ts';
import type { ListedFile } from '../domain/listing.ts';
import type { ByteSource } from '../kernel/bytes.ts';
import { type Digest, digestOf } from '../kernel/digest.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { DigestMismatch } from './inventory.ts';

/** What was learnt of a file's digest. */
export interface DigestOutcome {
  readonly digest: FileDigest;
  readonly mismatch: DigestMismatch | null;
}

/** The bytes of a file when they had to be read whole for its digest, and the digest, which may take as long as reading them. */
export interface Digesting {
  readonly bytes: Uint8Array | null;
  readonly outcome: DigestOutcome | Promise<DigestOutcome>;
}

type Listed = Extract<ListedFile, { kind: 'file' }>;

/** Weighs what the source claims against the bytes hashed here. */
export function proveClaim(file: Listed, proven: Digest, gitSha1: string | null): DigestOutcome {
  return { digest: { kind: 'proven', sha256: proven }, mismatch: mismatchOf(file, proven, gitSha1) };
}

/**
 * The digest of a file whose bytes lie elsewhere. A SHA-256 that the source states is taken as claimed. Where it knows a
 * git SHA-1 only, or nothing, a file up to LIMITS.wholeFile is read whole and hashed both ways; a larger one stays unknown.
 */
export async function digestFromAfar(file: Listed, bytes: ByteSource): Promise<Digesting> {
  if (file.claim?.sha256 != null) {
    return told({ kind: 'claimed', sha256: file.claim.sha256, by: file.claim.by });
  }
  if (file.size > LIMITS.wholeFile) {
    const reason = `the source states no SHA-256, and ${file.size} bytes are too many to read for one`;
    return told({ kind: 'unknown', reason });
  }
  return digestOfWhole(file, bytes);
}

function told(digest: FileDigest): Digesting {
  return { bytes: null, outcome: { digest, mismatch: null } };
}

/** The digest of a file small enough to be read whole, with those very bytes: what is hashed is what is read. */
export async function digestOfWhole(file: Listed, bytes: ByteSource): Promise<Digesting> {
  const whole = bytes.whole ?? (await bytes.read(0, file.size));
  const gitSha1 = file.claim?.gitSha1 == null ? null : gitBlobSha1(whole);
  return { bytes: whole, outcome: proveClaim(file, digestOf(whole), gitSha1) };
}

/** The SHA-1 under which git keeps these bytes (git-hash-object): of `blob <size>\0` and the bytes. */
export function gitBlobSha1(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function mismatchOf({ path, claim }: Listed, proven: Digest, gitSha1: string | null): DigestMismatch | null {
  if (claim === null) return null;
  if (claim.sha256 !== null && claim.sha256 !== proven)
    return { path, claimed: claim.sha256, found: proven, by: claim.by };
  return contradicts(claim, gitSha1)
    ? { path, claimed: `git-sha1:${claim.gitSha1}`, found: `git-sha1:${gitSha1}`, by: claim.by }
    : null;
}

/** Git's own SHA-1 speaks of the pointer, not of the bytes, wherever a SHA-256 stands beside it. */
function contradicts(claim: DigestClaim, gitSha1: string | null): boolean {
  return claim.sha256 === null && claim.gitSha1 !== null && gitSha1 !== null && claim.gitSha1 !== gitSha1;
}
