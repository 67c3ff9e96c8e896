import { identityOf } from '../domain/finding.ts';
import type { ScanReport } from './scan-report.ts';

/**
 * What was found as a known-findings file: `scan --format known=FILE` accepts the present, `scan --known FILE` then tells
 * what is new. For people to read and edit, so it is YAML; JSON strings are YAML too.
 */
export function renderScanKnown({ files }: ScanReport): string {
  const findings = files.flatMap((file) => file.findings).filter(({ says }) => says !== 'note');
  const rows = findings.map((finding) =>
    [
      `  - finding: ${identityOf(finding)}`,
      `    rule: ${asciiJson(finding.rule)}`,
      ...(finding.location === undefined ? [] : [`    path: ${asciiJson(finding.location.path)}`]),
      '    reason: was there when the scan began to be watched',
    ].join('\n'),
  );
  const list = rows.length === 0 ? 'known: []' : `known:\n${rows.join('\n')}`;
  return `${HEAD}${list}\n`;
}

const HEAD = `# Findings that weighbridge scan --known leaves out. Give each a true reason; \`until: YYYY-MM-DD\` ends one.
apiVersion: weighbridge/v1
kind: KnownFindings
`;

/** A name from outside, with nothing in it that could mislead whoever reads the file. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
