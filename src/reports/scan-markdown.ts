import type { ScannedFile } from '../domain/scan.ts';
import { SCAN_VERDICTS, scanCoverageOf } from '../domain/scan.ts';
import { compareText } from '../kernel/order.ts';
import { shortDigest } from './facts.ts';
import { MARKDOWN_LIMITS, markdownFindings } from './markdown-findings.ts';
import { markdownCode as code, markdownCell, markdownText as text } from './markdown-text.ts';
import { countVerdicts } from './scan-json.ts';
import type { ScanReport } from './scan-report.ts';
import { groupFindings, isKnownAlone, worstScanVerdict } from './view.ts';
import { FILE_WORDS, formatBytes, formatCount, formatDay, formatPercent, plural } from './words.ts';

/** A scan as GitHub-flavoured Markdown. */
export function renderScanMarkdown({ tool, files, unopened, rules }: ScanReport): string {
  const worst = FILE_WORDS[worstScanVerdict(files.map(({ verdict }) => verdict))];
  const news = worstScanVerdict(files.map(({ newVerdict }) => newVerdict));
  const known = news === worst.label ? '' : `, ${news === 'clean' ? 'all of it' : `what is not ${news}`} known`;
  const alone = files.filter(isKnownAlone).length;
  const { bytes, understood } = scanCoverageOf(files);
  const counts = countVerdicts(files);
  const said = SCAN_VERDICTS.toReversed().flatMap((verdict) =>
    counts[verdict] === 0 ? [] : [`${formatCount(counts[verdict])} ${verdict}`],
  );
  const groups = groupFindings(
    files.flatMap(({ findings }) => findings),
    rules,
  );
  return `${[
    `# Scan: ${worst.sign} ${worst.label}${known}`,
    `${plural(files.length, 'file')}: ${said.length === 0 ? 'none' : said.join(', ')}.${alone === 0 ? '' : ` ${plural(alone, 'file')} of these for known findings alone.`} Understood: ${formatBytes(understood)} of ${formatBytes(bytes)} (${formatPercent(understood, bytes)}).`,
    ...unopenedSection(unopened),
    fileTable(files),
    markdownFindings(groups, []),
    ...knownSection(files),
    `Scanned by ${tool.name} ${text(tool.version)}. A scan looks at files only: no policy judged them.`,
  ].join('\n\n')}\n`;
}

/** What the scan says nothing of; nothing when it looked everywhere. */
function unopenedSection(unopened: ScanReport['unopened']): readonly string[] {
  if (unopened.length === 0) return [];
  const shown = unopened.slice(0, MARKDOWN_LIMITS.files);
  const rows = shown.map(({ path, message }) => `| ${markdownCell(path)} | ${markdownCell(message)} |`);
  const rest = unopened.length - shown.length;
  const more = rest > 0 ? [`And ${plural(rest, 'more path')}: the JSON report lists every one.`] : [];
  return ['**Not everything was looked at:**', `| Path | Why |\n| --- | --- |\n${rows.join('\n')}`, ...more];
}

/** What was left out, with who answers for it; nothing when nothing was. */
function knownSection(files: readonly ScannedFile[]): readonly string[] {
  const rows = files.flatMap(({ known }) =>
    known.map(({ finding, reason, until, bytes }) => {
      const place = finding.location?.path ?? '';
      const cells = [markdownCell(finding.rule), markdownCell(place), finding.says, markdownCell(reason)];
      const of = bytes === null ? 'any' : bytes === 'none' ? 'none' : code(shortDigest(bytes));
      return `| ${[...cells, of, until === null ? 'no end' : formatDay(until)].join(' | ')} |`;
    }),
  );
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MARKDOWN_LIMITS.files);
  const rest = rows.length - shown.length;
  const more = rest > 0 ? [`And ${plural(rest, 'more known finding')}: the JSON report lists every one.`] : [];
  const head =
    '| Rule | File | Says | Known, because | Of these bytes | Until |\n| --- | --- | --- | --- | --- | --- |';
  return ['## Known findings, left out', `${head}\n${shown.join('\n')}`, ...more];
}

function fileTable(files: readonly ScannedFile[]): string {
  const rows = files
    .toSorted(
      (a, b) => SCAN_VERDICTS.indexOf(b.verdict) - SCAN_VERDICTS.indexOf(a.verdict) || compareText(a.path, b.path),
    )
    .slice(0, MARKDOWN_LIMITS.files)
    .map(({ path, kind, size, verdict, findings, known }) => {
      const word = FILE_WORDS[verdict];
      const cells = [
        markdownCell(path),
        kind,
        `${word.sign} ${word.label}`,
        formatBytes(size),
        `${formatCount(findings.length)}${known.length === 0 ? '' : `, and ${formatCount(known.length)} known, left out`}`,
      ];
      return `| ${cells.join(' | ')} |`;
    });
  const rest = files.length - rows.length;
  const more = rest > 0 ? `\n\nAnd ${plural(rest, 'more file')}: the JSON report lists every one.` : '';
  return `| File | Kind | Says the scanner | Size | Findings |\n| --- | --- | --- | ---: | ---: |\n${rows.join('\n')}${more}`;
}
