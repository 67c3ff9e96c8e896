import type { Vetting } from '../domain/vetting.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderJsonLines } from './jsonl.ts';
import { renderMarkdown } from './markdown.ts';
import { FORMATS, type Report, rowOf } from './report.ts';
import { renderSarif } from './sarif.ts';

/** Every report of a vetting. */
export const REPORTS = [
  { ...FORMATS.json, render: renderJson },
  { ...FORMATS.jsonl, render: renderJsonLines },
  { ...FORMATS.sarif, render: renderSarif },
  { ...FORMATS.markdown, render: renderMarkdown },
  { ...FORMATS.html, render: renderHtml },
] as const satisfies readonly Report<Vetting>[];

export type ReportFormat = (typeof REPORTS)[number]['id'];

export function isReportFormat(text: string): text is ReportFormat {
  return REPORTS.some(({ id }) => id === text);
}

export function renderReport(format: ReportFormat, vetting: Vetting): string {
  return rowOf<Report<Vetting>>(REPORTS, format).render(vetting);
}
