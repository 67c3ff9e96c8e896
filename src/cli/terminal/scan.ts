import type { Rule } from '../../domain/finding.ts';
import type { ScannedFile } from '../../domain/scan.ts';
import { isQuiet, SCAN_VERDICTS, scanCoverageOf } from '../../domain/scan.ts';
import { middleCut } from '../../kernel/printable.ts';
import { compareFindings, isKnownAlone, knownWords, placeOf } from '../../reports/view.ts';
import { FILE_WORDS, formatBytes, formatPercent, plural, SAYS_WORDS, type Word, wordOf } from '../../reports/words.ts';
import { clean, fold, type Paper, signOf } from './paper.ts';

/** One file with what was found in it, and what of it is known. */
export function renderScannedFile(file: ScannedFile, paper: Paper, whole = true): string {
  const { path, findings } = file;
  const about = wordOfFile(file);
  const lines = [
    `${paper.tone(about.tone)(`${signOf(paper, about)} ${about.label.padEnd(12)}`)} ${paper.bold(clean(path))}`,
  ];
  if (file.known.length > 0) lines.push(...fold(knownWords(file), paper.width, 4).map(paper.dim));
  const said = findings.filter(({ says }) => says !== 'note').toSorted(compareFindings);
  const told = new Map<string, number>();
  for (const finding of said) {
    const before = told.get(finding.rule) ?? 0;
    told.set(finding.rule, before + 1);
    if (!whole && before >= MOST_OF_A_RULE) continue;
    const word = SAYS_WORDS[finding.says];
    const [first = '', ...rest] = fold(finding.message, paper.width, 6);
    lines.push(`    ${paper.tone(word.tone)(signOf(paper, word))} ${first.trimStart()}`, ...rest);
    lines.push(...fold(`${finding.rule} (${finding.severity}, ${finding.confidence})`, paper.width, 6).map(paper.dim));
    const place = finding.location === undefined ? '' : placeOf(finding.location);
    if (place !== path && place !== '') lines.push(...fold(place, paper.width, 6).map(paper.dim));
    if (finding.operation !== undefined)
      lines.push(...fold(middleCut(finding.operation, 200), paper.width, 6).map(paper.tone(word.tone)));
  }
  for (const [rule, count] of whole ? [] : told) {
    if (count <= MOST_OF_A_RULE) continue;
    const more = `${count - MOST_OF_A_RULE} more of ${rule}: --verbose shows them`;
    lines.push(...fold(more, paper.width, 4).map(paper.dim));
  }
  return `${lines.join('\n')}\n`;
}

/** A pickle of one library has dozens of classes that nobody listed: the first tell what the others would. */
const MOST_OF_A_RULE = 3;

const KNOWN = wordOf('note', 'known');
const TO_REVIEW = wordOf('review', 'to review');

/** `known` where nothing is news; `to review` for a clean file of which somebody should judge something. */
function wordOfFile(file: ScannedFile): Word {
  if (isKnownAlone(file)) return KNOWN;
  return file.newVerdict === 'clean' && !isQuiet(file) ? TO_REVIEW : FILE_WORDS[file.newVerdict];
}

/**
 * `12 files: 1 malicious, 11 clean`, and how much of them was understood. With `rules` each that a finding names is explained,
 * without it is said how to hear of the worst.
 */
export function renderScanSummary(files: readonly ScannedFile[], paper: Paper, rules: readonly Rule[] | null): string {
  const counts = SCAN_VERDICTS.toReversed().flatMap((verdict) => {
    const count = files.filter((file) => file.verdict === verdict).length;
    return count === 0 ? [] : [paper.tone(FILE_WORDS[verdict].tone)(`${count} ${verdict}`)];
  });
  const alone = files.filter(isKnownAlone).length;
  const known = alone === 0 ? '' : `; ${alone} of these for known findings alone`;
  const asked = files.filter((file) => file.verdict === 'clean' && !isQuiet(file)).length;
  const review = asked === 0 ? '' : `; ${asked} of the clean to review`;
  const { bytes, understood } = scanCoverageOf(files);
  // Links that were not followed have no bytes: a share of bytes says nothing of them.
  const empty = files.filter(({ size, verdict }) => size === 0 && verdict === 'unscannable').length;
  const unread = empty === 0 ? '' : `, and nothing of ${plural(empty, 'file')} that could not be read`;
  const share = `understood: ${formatBytes(understood)} of ${formatBytes(bytes)} (${formatPercent(understood, bytes)})${unread}`;
  const counted = `${paper.bold(plural(files.length, 'file'))}: ${counts.join(', ')}${known}${review}`;
  return `${counted}\n${paper.dim(share)}\n${rules === null ? renderAdvice(files, paper) : renderRules(files, rules, paper)}`;
}

/** Rules of what was told, the worst first. */
function rulesTold(files: readonly ScannedFile[]): ReadonlySet<string> {
  const told = files
    .filter((file) => !isQuiet(file))
    .flatMap(({ findings }) => findings)
    .filter(({ says }) => says !== 'note')
    .toSorted(compareFindings);
  return new Set(told.map(({ rule }) => rule));
}

/** Where it is told why the worst of it matters, and what to do. */
function renderAdvice(files: readonly ScannedFile[], paper: Paper): string {
  const [rule] = rulesTold(files);
  return rule === undefined
    ? ''
    : paper.dim(`why, and what to do: weighbridge explain ${clean(rule)},\nor scan --verbose for all\n`);
}

/** Why each of it matters, what to do, and how the weakness is known elsewhere. */
function renderRules(files: readonly ScannedFile[], rules: readonly Rule[], paper: Paper): string {
  const lines = [...rulesTold(files)].flatMap((id) => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return [];
    const [known = '', ...more] = fold(rule.references.join(', '), paper.width, 8);
    return [
      '',
      paper.bold(clean(id)),
      ...labelled('why', rule.why, paper),
      ...labelled('do', rule.remedy, paper),
      ...(known === '' ? [] : [`  ${paper.dim('known')} ${known.trimStart()}`, ...more]),
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function labelled(label: string, text: string, paper: Paper): readonly string[] {
  const [first = '', ...rest] = fold(text, paper.width, 8);
  return [`  ${paper.dim(label.padEnd(5))} ${first.trimStart()}`, ...rest];
}
