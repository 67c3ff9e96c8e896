import { FORMATS } from './report.ts';

/** How a scan is reported; `scan-table.ts` renders each. */
export const SCAN_FORMATS = [
  FORMATS.json,
  FORMATS.jsonl,
  FORMATS.sarif,
  FORMATS.markdown,
  FORMATS.junit,
  FORMATS.known,
] as const;

export type ScanFormat = (typeof SCAN_FORMATS)[number]['id'];
