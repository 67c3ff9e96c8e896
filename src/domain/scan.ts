import type { Digest } from '../kernel/digest.ts';
import { type Coverage, type FileDigest, type FileKind, WITHOUT_BYTES } from './artifact.ts';
import type { Finding } from './finding.ts';

/**
 * What the scanner says of a file, kindest first, by what policies make of it: the suspicious is reviewed, for it was read;
 * what nobody could read is denied, whatever else was seen of it; the malicious is denied always.
 */
export const SCAN_VERDICTS = ['clean', 'suspicious', 'unscannable', 'malicious'] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

/** A finding that is no news, with who says so and until when. */
export interface LeftOut {
  readonly finding: Finding;
  readonly reason: string;
  /** `YYYY-MM-DD`; null for no end. */
  readonly until: string | null;
  /** The bytes for which it was accepted, `none` for what has none; null where a rule was, in whatever bytes. */
  readonly bytes: Digest | 'none' | null;
}

/** One scanned file, as a line of JSON. */
export interface ScannedFile {
  readonly path: string;
  /** The same below the folder that was named; in no report. What is known goes by it, however that folder was spelt. */
  readonly within: string;
  readonly kind: FileKind;
  readonly size: number;
  /** Of its bytes. Whoever answers for a finding answers for these alone. */
  readonly digest: FileDigest;
  readonly coverage: Coverage;
  /** Bytes that may be a file and were not looked at; absent where none are. */
  readonly unread?: number;
  /** Of the file as it is: what is known of it makes it no cleaner. */
  readonly verdict: ScanVerdict;
  /** Of what nobody knows yet; the exit code goes by it. */
  readonly newVerdict: ScanVerdict;
  /** What nobody knows yet. */
  readonly findings: readonly Finding[];
  readonly known: readonly LeftOut[];
}

/** The worst thing said. `review`, `unknown` and `note` are no scanner's business and leave a file clean. */
export function scanVerdictOf(findings: readonly Finding[]): ScanVerdict {
  if (findings.some(({ says }) => says === 'malicious')) return 'malicious';
  if (findings.some(({ says }) => says === 'unscannable')) return 'unscannable';
  return findings.some(({ says }) => says === 'suspicious') ? 'suspicious' : 'clean';
}

/** Whether there is nothing that a person should look at: neither a verdict but clean nor a finding that asks for one. */
export function isQuiet({ verdict, findings }: ScannedFile): boolean {
  return verdict === 'clean' && !findings.some(({ says }) => says === 'review');
}

/** How much of what was scanned was understood. */
export interface ScanCoverage {
  readonly bytes: number;
  /** Bytes of files that were read whole, or proved by their structure, and could be read to their end. */
  readonly understood: number;
}

/** Of a file that is unscannable nothing counts, whatever was read before it broke. */
export function scanCoverageOf(files: readonly ScannedFile[]): ScanCoverage {
  let [bytes, understood] = [0, 0];
  for (const { size, coverage, verdict, unread = 0 } of files) {
    bytes += size;
    if (coverage !== 'none' && verdict !== 'unscannable') understood += size - unread;
  }
  return { bytes, understood };
}

/** The digest that an answer for a finding in this file has to name; null: nobody knows the bytes. */
export function bytesOf({ kind, digest }: Pick<ScannedFile, 'kind' | 'digest'>): Digest | 'none' | null {
  if (digest.kind !== 'unknown') return digest.sha256;
  return WITHOUT_BYTES.has(kind) ? 'none' : null;
}
