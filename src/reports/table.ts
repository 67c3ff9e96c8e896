import type { Vetting } from '../domain/vetting.ts';
import { renderCycloneDx } from './cyclonedx/bom.ts';
import { renderHtml } from './html/page.ts';
import { renderJson } from './json.ts';
import { renderJsonLines } from './jsonl.ts';
import { renderMarkdown } from './markdown.ts';
import { renderOpenLineage } from './openlineage.ts';
import { FORMATS, type Report, rowOf } from './report.ts';
import { renderSarif } from './sarif.ts';
import { renderSpdx } from './spdx/document.ts';

/** Every report of a vetting. */
export const REPORTS = [
  { ...FORMATS.json, render: renderJson },
  { ...FORMATS.jsonl, render: renderJsonLines },
  { ...FORMATS.sarif, render: renderSarif },
  { ...FORMATS.markdown, render: renderMarkdown },
  { ...FORMATS.cyclonedx, render: (vetting: Vetting) => renderCycloneDx(vetting, '1.7') },
  { ...FORMATS['cyclonedx-1.7'], render: (vetting: Vetting) => renderCycloneDx(vetting, '1.7') },
  { ...FORMATS['cyclonedx-1.6'], render: (vetting: Vetting) => renderCycloneDx(vetting, '1.6') },
  { ...FORMATS.spdx, render: renderSpdx },
  { ...FORMATS.openlineage, render: renderOpenLineage },
  { ...FORMATS.html, render: renderHtml },
] as const satisfies readonly Report<Vetting>[];

export type ReportFormat = (typeof REPORTS)[number]['id'];

export function isReportFormat(text: string): text is ReportFormat {
  return REPORTS.some(({ id }) => id === text);
}

export function renderReport(format: ReportFormat, vetting: Vetting): string {
  return rowOf<Report<Vetting>>(REPORTS, format).render(vetting);
}
