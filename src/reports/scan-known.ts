import type { Finding } from '../domain/finding.ts';
import { identityAt } from '../domain/known.ts';
import { bytesOf, type LeftOut, type ScannedFile } from '../domain/scan.ts';
import type { ScanReport } from './scan-report.ts';

/**
 * What was found as a known-findings file: `scan --format known=FILE` accepts the present, `scan --known FILE` then tells
 * what is new. What was known already keeps its reason and its end. For people to read and edit, so it is YAML; JSON strings
 * are YAML too.
 */
export function renderScanKnown({ files }: ScanReport): string {
  const known = files.flatMap((file) => file.known.map((left) => rowOf(file, left)));
  const news = files.flatMap((file) =>
    file.findings
      .filter(({ says }) => says !== 'note')
      .map((finding) => rowOf(file, { finding, reason: NEW, until: null, bytes: null })),
  );
  const rows = [...new Set([...known, ...news])];
  const list = rows.every((row) => row.startsWith('  #'))
    ? `known: []${rows.map((row) => `\n${row}`).join('')}`
    : `known:\n${rows.join('\n')}`;
  return `${HEAD}${list}\n`;
}

const NEW = 'was there when the scan began to be watched';

function rowOf(file: ScannedFile, { finding, reason, until }: LeftOut): string {
  const rule = `rule: ${asciiJson(finding.rule)}`;
  const bytes = bytesOf(file);
  // Nobody can answer for bytes that nobody hashed.
  if (bytes === null && !isNamed(finding))
    return `  # not written, for the bytes are not known: ${asciiJson(finding.rule)} in ${asciiJson(file.path)}`;
  const lines = isNamed(finding)
    ? [rule, `operation: ${asciiJson(finding.operation ?? '')}`]
    : [
        `finding: ${identityAt(finding, file.within)}`,
        `bytes: ${bytes}`,
        rule,
        ...(finding.location === undefined ? [] : [`path: ${asciiJson(file.path)}`]),
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
# \`bytes:\` is the file that somebody looked at: of any other the finding is new.
# A class of a library that nobody has listed stands here by its name, for every file; \`path:\` would keep it to some.
apiVersion: weighbridge/v1
kind: KnownFindings
`;

/** A name from outside, with nothing in it that could mislead whoever reads the file. */
function asciiJson(text: string): string {
  return JSON.stringify(text).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
