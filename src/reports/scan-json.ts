import type { SCAN_VERDICTS, ScannedFile } from '../domain/scan.ts';
import { safeJson } from './json.ts';
import { scanEntry } from './scan-jsonl.ts';
import type { ScanReport } from './scan-report.ts';
import { worstScanVerdict } from './view.ts';

/** A whole scan in one document (schemas/scan-report-1.0.schema.json). */
export function renderScanJson({ tool, files, rules }: ScanReport): string {
  const verdict = worstScanVerdict(files.map((file) => file.verdict));
  const counts = countVerdicts(files);
  return safeJson({ schemaVersion: '1.0', tool, verdict, counts, files: files.map(scanEntry), rules }, 2);
}

/** How many files got each verdict, every verdict named. */
export function countVerdicts(files: readonly ScannedFile[]): Readonly<Record<ScannedFile['verdict'], number>> {
  const counts = { clean: 0, suspicious: 0, unscannable: 0, malicious: 0 } satisfies Record<
    (typeof SCAN_VERDICTS)[number],
    number
  >;
  for (const { verdict } of files) counts[verdict]++;
  return counts;
}
