import type { ScannedFile } from '../domain/scan.ts';
import { SCAN_VERDICTS } from '../domain/scan.ts';
import { compareText } from '../kernel/order.ts';
import { MARKDOWN_LIMITS, markdownFindings } from './markdown-findings.ts';
import { markdownCell, markdownText as text } from './markdown-text.ts';
import { countVerdicts } from './scan-json.ts';
import type { ScanReport } from './scan-report.ts';
import { groupFindings, worstScanVerdict } from './view.ts';
import { FILE_WORDS, formatBytes, formatCount, plural } from './words.ts';

/** A scan as GitHub-flavoured Markdown. */
export function renderScanMarkdown({ tool, files, rules }: ScanReport): string {
  const worst = FILE_WORDS[worstScanVerdict(files.map(({ verdict }) => verdict))];
  const counts = countVerdicts(files);
  const said = SCAN_VERDICTS.toReversed().flatMap((verdict) =>
    counts[verdict] === 0 ? [] : [`${formatCount(counts[verdict])} ${verdict}`],
  );
  const groups = groupFindings(
    files.flatMap(({ findings }) => findings),
    rules,
  );
  return `${[
    `# Scan: ${worst.sign} ${worst.label}`,
    `${plural(files.length, 'file')}: ${said.length === 0 ? 'none' : said.join(', ')}.`,
    fileTable(files),
    markdownFindings(groups, []),
    `Scanned by ${tool.name} ${text(tool.version)}. A scan looks at files only: no policy judged them.`,
  ].join('\n\n')}\n`;
}

function fileTable(files: readonly ScannedFile[]): string {
  const rows = files
    .toSorted(
      (a, b) => SCAN_VERDICTS.indexOf(b.verdict) - SCAN_VERDICTS.indexOf(a.verdict) || compareText(a.path, b.path),
    )
    .slice(0, MARKDOWN_LIMITS.files)
    .map(({ path, kind, size, verdict, findings }) => {
      const word = FILE_WORDS[verdict];
      const cells = [
        markdownCell(path),
        kind,
        `${word.sign} ${word.label}`,
        formatBytes(size),
        formatCount(findings.length),
      ];
      return `| ${cells.join(' | ')} |`;
    });
  const rest = files.length - rows.length;
  const more = rest > 0 ? `\n\nAnd ${plural(rest, 'more file')}: the JSON report lists every one.` : '';
  return `| File | Kind | Says the scanner | Size | Findings |\n| --- | --- | --- | ---: | ---: |\n${rows.join('\n')}${more}`;
}
