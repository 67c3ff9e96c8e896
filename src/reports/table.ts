import type { Vetting } from '../domain/vetting.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderJsonLines } from './jsonl.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { renderScanJson } from './scan-json.ts';
import { renderScanJsonLines } from './scan-jsonl.ts';
import { renderScanMarkdown } from './scan-markdown.ts';
import type { ScanReport } from './scan-report.ts';
import { renderScanSarif } from './scan-sarif.ts';

/** A way to print something: the same value always gives the same text, ended by a line feed. */
interface Report<Subject> {
  /** What `--format` takes. */
  readonly id: string;
  readonly mediaType: string;
  /** Of a file's name, without a dot before it. */
  readonly extension: string;
  render(subject: Subject): string;
}

const JSON_ROW = { id: 'json', mediaType: 'application/json', extension: 'json' } as const;
const JSONL_ROW = { id: 'jsonl', mediaType: 'application/jsonl', extension: 'jsonl' } as const;
const SARIF_ROW = { id: 'sarif', mediaType: 'application/sarif+json', extension: 'sarif' } as const;
const MARKDOWN_ROW = { id: 'markdown', mediaType: 'text/markdown; charset=utf-8', extension: 'md' } as const;
const HTML_ROW = { id: 'html', mediaType: 'text/html; charset=utf-8', extension: 'html' } as const;

/** Every report of a vetting. */
export const REPORTS = [
  { ...JSON_ROW, render: renderJson },
  { ...JSONL_ROW, render: renderJsonLines },
  { ...SARIF_ROW, render: renderSarif },
  { ...MARKDOWN_ROW, render: renderMarkdown },
  { ...HTML_ROW, render: renderHtml },
] as const satisfies readonly Report<Vetting>[];

/** Every report of a scan. Lines can also be printed one by one: see `scanLine`. */
export const SCAN_REPORTS = [
  { ...JSON_ROW, render: renderScanJson },
  { ...JSONL_ROW, render: ({ files }: ScanReport) => renderScanJsonLines(files) },
  { ...SARIF_ROW, render: renderScanSarif },
  { ...MARKDOWN_ROW, render: renderScanMarkdown },
] as const satisfies readonly Report<ScanReport>[];

export type ReportFormat = (typeof REPORTS)[number]['id'];
export type ScanReportFormat = (typeof SCAN_REPORTS)[number]['id'];

export function isReportFormat(text: string): text is ReportFormat {
  return REPORTS.some(({ id }) => id === text);
}

export function isScanReportFormat(text: string): text is ScanReportFormat {
  return SCAN_REPORTS.some(({ id }) => id === text);
}

export function renderReport(format: ReportFormat, vetting: Vetting): string {
  return rowOf(REPORTS, format).render(vetting);
}

export function renderScanReport(format: ScanReportFormat, scan: ScanReport): string {
  return rowOf(SCAN_REPORTS, format).render(scan);
}

function rowOf<Subject>(rows: readonly Report<Subject>[], format: string): Report<Subject> {
  const row = rows.find(({ id }) => id === format);
  if (row === undefined) throw new RangeError(`no report ${format}`);
  return row;
}
