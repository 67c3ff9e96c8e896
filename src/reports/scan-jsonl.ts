import type { ScannedFile } from '../domain/scan.ts';
import { identified, safeJson } from './json.ts';

/** One scanned file as one line with its line feed (schemas/scan-line-1.0.schema.json). */
export function scanLine(file: ScannedFile): string {
  return `${safeJson(scanEntry(file))}\n`;
}

/** One line a file. */
export function renderScanJsonLines(files: readonly ScannedFile[]): string {
  return files.map(scanLine).join('');
}

/** A scanned file as reports print it. */
export function scanEntry({ findings, known, ...file }: ScannedFile): unknown {
  return {
    ...file,
    // Of no use to a reader, and JSON leaves it out.
    within: undefined,
    findings: findings.map(identified),
    known: known.map((left) => ({ ...left, finding: identified(left.finding) })),
  };
}
