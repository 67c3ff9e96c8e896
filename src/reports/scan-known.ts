import { type Finding, identityOf } from '../domain/finding.ts';
import type { LeftOut } from '../domain/scan.ts';
import type { ScanReport } from './scan-report.ts';

/**
 * What was found as a known-findings file: `scan --format known=FILE` accepts the present, `scan --known FILE` then tells
 * what is new. What was known already keeps its reason and its end. For people to read and edit, so it is YAML; JSON strings
 * are YAML too.
 */
export function renderScanKnown({ files }: ScanReport): string {
  const known = files.flatMap((file) => file.known).map((left) => rowOf(left));
  const findings = files.flatMap((file) => file.findings).filter(({ says }) => says !== 'note');
  const news = findings.map((finding) => rowOf({ finding, reason: NEW, until: null }));
  const rows = [...new Set([...known, ...news])];
  const list = rows.length === 0 ? 'known: []' : `known:\n${rows.join('\n')}`;
  return `${HEAD}${list}\n`;
}

const NEW = 'was there when the scan began to be watched';

function rowOf({ finding, reason, until }: LeftOut): string {
  const rule = `rule: ${asciiJson(finding.rule)}`;
  const lines = isNamed(finding)
    ? [rule, `operation: ${asciiJson(finding.operation ?? '')}`]
    : [
        `finding: ${identityOf(finding)}`,
        rule,
        ...(finding.location === undefined ? [] : [`path: ${asciiJson(finding.location.path)}`]),
      ];
  const said = [`reason: ${reason === NEW ? NEW : asciiJson(reason)}`, ...(until === null ? [] : [`until: ${until}`])];
  return `  - ${[...lines, ...said].join('\n    ')}`;
}

/** A class or function of a library, by its whole name: who knows it in one file knows it in any. */
function isNamed({ rule, operation = '' }: Finding): boolean {
  if (rule === 'pickle-imports/unknown-class') return /^[\w.]+\(\)$/.test(operation);
  return rule === 'pickle-imports/unknown-import' && /^[\w.]+$/.test(operation);
}

const HEAD = `# Findings that weighbridge scan --known leaves out. Give each a true reason; \`until: YYYY-MM-DD\` ends one.
# A class of a library that nobody has listed stands here by its name, for every file; \`path:\` would keep it to some.
apiVersion: weighbridge/v1
kind: KnownFindings
`;

/** A name from outside, with nothing in it that could mislead whoever reads the file. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
