import { identityOf } from '../domain/finding.ts';
import { type LeftOut, scanCoverageOf } from '../domain/scan.ts';
import { sarifLog, sarifRun } from './sarif-run.ts';
import type { ScanReport } from './scan-report.ts';
import { worstScanVerdict } from './view.ts';

/** A scan as SARIF 2.1.0. A file that could not be read is a result, a known finding a suppressed one; the run itself went through. */
export function renderScanSarif({ tool, files, rules }: ScanReport): string {
  const known = files.flatMap((file) => file.known);
  const run = sarifRun({
    tool,
    category: 'scan',
    findings: [...files.flatMap(({ findings }) => findings), ...known.map(({ finding }) => finding)],
    rules,
    artifacts: new Map(files.map(({ path, size }) => [path, { length: size }])),
    invocation: { executionSuccessful: true },
    answered: new Map(known.map((left) => [identityOf(left.finding), knownSentence(left)])),
    properties: {
      verdict: worstScanVerdict(files.map(({ verdict }) => verdict)),
      newVerdict: worstScanVerdict(files.map(({ newVerdict }) => newVerdict)),
      files: files.length,
      coverage: scanCoverageOf(files),
    },
  });
  return sarifLog([run]);
}

function knownSentence({ reason, until }: LeftOut): string {
  return `${reason} (known${until === null ? '' : ` until ${until}`})`;
}
