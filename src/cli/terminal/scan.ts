import type { ScannedFile } from '../../domain/scan.ts';
import { SCAN_VERDICTS } from '../../domain/scan.ts';
import { middleCut } from '../../kernel/printable.ts';
import { compareFindings, placeOf } from '../../reports/view.ts';
import { FILE_WORDS, plural, SAYS_WORDS } from '../../reports/words.ts';
import { clean, fold, type Paper, signOf } from './paper.ts';

/** One file with what was found in it. */
export function renderScannedFile({ path, verdict, findings }: ScannedFile, paper: Paper): string {
  const word = FILE_WORDS[verdict];
  const lines = [
    `${paper.tone(word.tone)(`${signOf(paper, word)} ${word.label.padEnd(12)}`)} ${paper.bold(clean(path))}`,
  ];
  for (const finding of findings.toSorted(compareFindings)) {
    if (finding.says === 'note') continue;
    const said = SAYS_WORDS[finding.says];
    const [first = '', ...rest] = fold(finding.message, paper.width, 6);
    lines.push(`    ${paper.tone(said.tone)(signOf(paper, said))} ${first.trimStart()}`, ...rest);
    const place = finding.location === undefined ? '' : placeOf(finding.location);
    if (place !== path && place !== '') lines.push(...fold(place, paper.width, 6).map(paper.dim));
    if (finding.operation !== undefined)
      lines.push(...fold(middleCut(finding.operation, 200), paper.width, 6).map(paper.tone(said.tone)));
  }
  return `${lines.join('\n')}\n`;
}

/** `12 files: 1 malicious, 11 clean`. */
export function renderScanSummary(files: readonly ScannedFile[], paper: Paper): string {
  const counts = SCAN_VERDICTS.toReversed().flatMap((verdict) => {
    const count = files.filter((file) => file.verdict === verdict).length;
    return count === 0 ? [] : [paper.tone(FILE_WORDS[verdict].tone)(`${count} ${verdict}`)];
  });
  return `${paper.bold(plural(files.length, 'file'))}: ${counts.join(', ')}\n${renderAdvice(files, paper)}`;
}

/** Where it is told why the worst of it matters, and what to do. */
function renderAdvice(files: readonly ScannedFile[], paper: Paper): string {
  const worst = files
    .filter(({ verdict }) => verdict !== 'clean')
    .flatMap(({ findings }) => findings)
    .filter(({ says }) => says !== 'note')
    .toSorted(compareFindings);
  const [rule] = worst.map((finding) => finding.rule);
  return rule === undefined ? '' : paper.dim(`why, and what to do: weighbridge explain ${clean(rule)}\n`);
}
