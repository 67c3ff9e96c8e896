import { FORMATS, type Report, rowOf } from './report.ts';
import type { ScanFormat } from './scan-formats.ts';
import { renderScanJson, scanJsonPieces } from './scan-json.ts';
import { renderScanJsonLines } from './scan-jsonl.ts';
import { renderScanJunit } from './scan-junit.ts';
import { renderScanKnown } from './scan-known.ts';
import { renderScanMarkdown } from './scan-markdown.ts';
import type { ScanReport } from './scan-report.ts';
import { renderScanSarif } from './scan-sarif.ts';

/** Every report of a scan. Lines can also be printed one by one, with `scanLine`. */
const SCAN_REPORTS = [
  { ...FORMATS.json, render: renderScanJson },
  { ...FORMATS.jsonl, render: ({ files }: ScanReport) => renderScanJsonLines(files) },
  { ...FORMATS.sarif, render: renderScanSarif },
  { ...FORMATS.markdown, render: renderScanMarkdown },
  { ...FORMATS.junit, render: renderScanJunit },
  { ...FORMATS.known, render: renderScanKnown },
] as const satisfies readonly (Report<ScanReport> & { readonly id: ScanFormat })[];

export function renderScanReport(format: ScanFormat, scan: ScanReport): string {
  return rowOf<Report<ScanReport>>(SCAN_REPORTS, format).render(scan);
}

/** The same text in pieces, where the format can be written so. */
export function scanReportPieces(format: ScanFormat, scan: ScanReport): Iterable<string> {
  return format === 'json' ? scanJsonPieces(scan) : [renderScanReport(format, scan)];
}
