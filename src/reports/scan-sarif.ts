import { sarifLog, sarifRun } from './sarif-run.ts';
import type { ScanReport } from './scan-report.ts';
import { worstScanVerdict } from './view.ts';

/** A scan as SARIF 2.1.0. A file that could not be read is a result; the run itself went through. */
export function renderScanSarif({ tool, files, rules }: ScanReport): string {
  const run = sarifRun({
    tool,
    category: 'scan',
    findings: files.flatMap(({ findings }) => findings),
    rules,
    artifacts: new Map(files.map(({ path, size }) => [path, { length: size }])),
    invocation: { executionSuccessful: true },
    waivers: [],
    properties: { verdict: worstScanVerdict(files.map(({ verdict }) => verdict)), files: files.length },
  });
  return sarifLog([run]);
}
