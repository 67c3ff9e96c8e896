import { type KeyObject, X509Certificate } from 'node:crypto';
import { usageOf } from './usage.ts';

/** The signer of a chain, or why the chain leads to nobody who is trusted. */
export type ChainResult =
  | { readonly kind: 'trusted'; readonly key: KeyObject; readonly subject: string }
  /** `stranger`: nothing is wrong with it but that no anchor is above it. */
  | { readonly kind: 'refused'; readonly why: string; readonly stranger: boolean };

/**
 * Follows a signer's certificates (DER, the signer's own first) to one of `anchors`: each issued by the next, in its time
 * at `at`, each issuer a CA that may sign certificates, the signer meant for signatures (RFC 5280, section 6).
 */
export async function followChain(
  chain: readonly Uint8Array[],
  anchors: readonly X509Certificate[],
  at: Date,
): Promise<ChainResult> {
  let certificates: X509Certificate[];
  try {
    certificates = chain.map((der) => new X509Certificate(der));
  } catch {
    return refused('it holds a certificate that cannot be read');
  }
  const [leaf, ...others] = certificates;
  if (leaf === undefined) return refused('it holds no certificate');
  const unfit = timeliness(leaf, at) ?? (await unfitToSign(leaf));
  if (unfit !== null) return refused(`the signer’s certificate ${unfit}`);
  const why = await climb({ certificate: leaf, depth: 0 }, { others, anchors, at });
  if (why === null) return { kind: 'trusted', key: leaf.publicKey, subject: oneLine(leaf.subject) };
  return { kind: 'refused', why, stranger: why.startsWith(NOBODY) };
}

interface Climb {
  readonly others: readonly X509Certificate[];
  readonly anchors: readonly X509Certificate[];
  readonly at: Date;
}

/** Null when an anchor is reached. `depth` counts the CAs below; a certificate is used once on a way up. */
async function climb(
  { certificate, depth }: { readonly certificate: X509Certificate; readonly depth: number },
  { others, anchors, at }: Climb,
): Promise<string | null> {
  let why = `${NOBODY} ${oneLine(certificate.subject)}`;
  for (const issuer of anchors.filter((one) => issued(one, certificate))) {
    const unfit = timeliness(issuer, at) ?? (await unfitToIssue(issuer, depth));
    if (unfit === null) return null;
    why = `the trusted certificate of ${oneLine(issuer.subject)} ${unfit}`;
  }
  for (const issuer of others.filter((one) => issued(one, certificate))) {
    const unfit = timeliness(issuer, at) ?? (await unfitToIssue(issuer, depth));
    if (unfit !== null) {
      why = `the certificate of ${oneLine(issuer.subject)} ${unfit}`;
      continue;
    }
    const rest = others.filter((one) => one !== issuer);
    const further = await climb({ certificate: issuer, depth: depth + 1 }, { others: rest, anchors, at });
    if (further === null) return null;
    why = further;
  }
  return why;
}

function issued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  try {
    return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function timeliness({ validFrom, validTo }: X509Certificate, at: Date): string | null {
  if (!(Date.parse(validFrom) <= at.getTime())) return `is valid from ${validFrom} on`;
  return at.getTime() <= Date.parse(validTo) ? null : `expired at ${validTo}`;
}

/** A key usage must allow digital signatures and an extended one code signing, where given; one of them must be. */
async function unfitToSign(certificate: X509Certificate): Promise<string | null> {
  const usage = await usageOf(certificate.raw);
  if (usage.unknownCritical !== null)
    return `has a critical extension that is not understood (${usage.unknownCritical})`;
  if (usage.signsData === false) return 'is not meant for signatures';
  if (usage.signsCode === false) return 'is not meant for signing code';
  return usage.signsData === null && usage.signsCode === null ? 'does not say that it is meant for signatures' : null;
}

async function unfitToIssue(certificate: X509Certificate, depth: number): Promise<string | null> {
  const usage = await usageOf(certificate.raw);
  if (usage.unknownCritical !== null)
    return `has a critical extension that is not understood (${usage.unknownCritical})`;
  if (!usage.isCA) return 'is not that of an authority';
  if (usage.signsCertificates === false) return 'is not meant for signing certificates';
  if (usage.pathLength !== null && depth > usage.pathLength) return 'does not allow so long a chain';
  return null;
}

const NOBODY = 'nobody who is trusted issued';

function refused(why: string): ChainResult {
  return { kind: 'refused', why, stranger: false };
}

function oneLine(subject: string): string {
  return subject.replaceAll('\n', ', ') || 'somebody without a name';
}
