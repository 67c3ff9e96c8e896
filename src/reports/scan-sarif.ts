import { identityOf } from '../domain/finding.ts';
import { type LeftOut, scanCoverageOf } from '../domain/scan.ts';
import { printable } from '../kernel/printable.ts';
import { placeBelow, type SarifObject } from './sarif-place.ts';
import { sarifLog, sarifRun } from './sarif-run.ts';
import type { ScanReport, UnopenedPath } from './scan-report.ts';
import { worstScanVerdict } from './view.ts';

/** A scan as SARIF 2.1.0. A file that could not be read is a result, a known finding a suppressed one; the run itself went through where every path was looked at. */
export function renderScanSarif({ tool, files, unopened, rules, root }: ScanReport): string {
  const known = files.flatMap((file) => file.known);
  const run = sarifRun({
    tool,
    category: 'scan',
    findings: [...files.flatMap(({ findings }) => findings), ...known.map(({ finding }) => finding)],
    rules,
    artifacts: new Map(files.map(({ path, size }) => [path, { length: size }])),
    place: placeBelow(root),
    invocation: {
      executionSuccessful: unopened.length === 0,
      ...(unopened.length === 0 ? {} : { toolExecutionNotifications: unopened.map(notificationOf) }),
    },
    answered: new Map(known.map((left) => [identityOf(left.finding), knownSentence(left)])),
    properties: {
      verdict: worstScanVerdict(files.map(({ verdict }) => verdict)),
      newVerdict: worstScanVerdict(files.map(({ newVerdict }) => newVerdict)),
      files: files.length,
      ...(unopened.length === 0 ? {} : { unopened: unopened.length }),
      coverage: scanCoverageOf(files),
    },
  });
  return sarifLog([run]);
}

/** No result, as no file: a log without it would say that nothing was found there. */
function notificationOf({ path, code, message }: UnopenedPath): SarifObject {
  return {
    descriptor: { id: 'path-unopened' },
    level: 'error',
    message: { text: printable(`Not everything at ${path} was looked at. ${message}`) },
    properties: { path: printable(path), code },
  };
}

function knownSentence({ reason, until }: LeftOut): string {
  return `${reason} (known${until === null ? '' : ` until ${until}`})`;
}
