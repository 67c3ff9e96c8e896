import type { FileKind } from './artifact.ts';
import type { Finding } from './finding.ts';

/**
 * What the scanner says of a file, kindest first, by what policies make of it: the suspicious is reviewed, for it was read;
 * what nobody could read is denied, whatever else was seen of it; the malicious is denied always.
 */
export const SCAN_VERDICTS = ['clean', 'suspicious', 'unscannable', 'malicious'] as const;
export type ScanVerdict = (typeof SCAN_VERDICTS)[number];

/** One scanned file, as a line of JSON. */
export interface ScannedFile {
  readonly path: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly verdict: ScanVerdict;
  readonly findings: readonly Finding[];
}

/** The worst thing said. `review`, `unknown` and `note` are no scanner's business and leave a file clean. */
export function scanVerdictOf(findings: readonly Finding[]): ScanVerdict {
  if (findings.some(({ says }) => says === 'malicious')) return 'malicious';
  if (findings.some(({ says }) => says === 'unscannable')) return 'unscannable';
  return findings.some(({ says }) => says === 'suspicious') ? 'suspicious' : 'clean';
}
