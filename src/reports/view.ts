import type { FileRecord } from '../domain/artifact.ts';
import { type Check, findingsOf } from '../domain/check.ts';
import { findingsIn } from '../domain/dossier.ts';
import { type Finding, identityOf, type Location, type Rule, SEVERITIES, severityRank } from '../domain/finding.ts';
import { SCAN_VERDICTS, type ScannedFile, type ScanVerdict, scanVerdictOf } from '../domain/scan.ts';
import { outcomeRank, type Reason, type WaiverUse } from '../domain/verdict.ts';
import type { Vetting } from '../domain/vetting.ts';
import { compareText } from '../kernel/order.ts';
import {
  CHECK_WORDS,
  type FileVerdict,
  formatCount,
  formatDay,
  plural,
  reasonWord,
  SAYS_WORDS,
  type Word,
} from './words.ts';

const SAYS_ORDER: Readonly<Record<Finding['says'], number>> = {
  malicious: 0,
  unscannable: 1,
  suspicious: 2,
  review: 2,
  unknown: 3,
  note: 4,
};

/** Worst first: by what it says, then by severity, then by place, so that a list cut short never loses the worst. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SAYS_ORDER[a.says] - SAYS_ORDER[b.says] ||
    severityRank(b.severity) - severityRank(a.severity) ||
    compareText(a.location?.path ?? '', b.location?.path ?? '') ||
    compareText((a.location?.member ?? []).join('\0'), (b.location?.member ?? []).join('\0')) ||
    (a.location?.offset ?? 0) - (b.location?.offset ?? 0) ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(sameness(a), sameness(b))
  );
}

/** Findings that say the same of several places. */
export interface FindingGroup {
  /** From 1, worst first: `F1` in every report. */
  readonly number: number;
  readonly finding: Finding;
  readonly rule: Rule;
  readonly places: readonly Location[];
  readonly identities: readonly string[];
}

/** Findings, worst first, those that differ only in their place as one. */
export function groupFindings(findings: readonly Finding[], rules: readonly Rule[]): readonly FindingGroup[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const groups = new Map<string, Finding[]>();
  for (const finding of findings.toSorted(compareFindings)) {
    const key = sameness(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return Array.from(groups.values(), (group, at) => toGroup(group, at + 1, known));
}

function sameness({ rule, says, severity, confidence, message, operation }: Finding): string {
  return JSON.stringify([rule, says, severity, confidence, message, operation ?? null]);
}

function toGroup(group: readonly Finding[], number: number, rules: ReadonlyMap<string, Rule>): FindingGroup {
  const [finding] = group;
  if (finding === undefined) throw new RangeError('a group has at least one finding');
  return {
    number,
    finding,
    rule: rules.get(finding.rule) ?? unknownRule(finding),
    places: group.flatMap(({ location }) => (location === undefined ? [] : [location])),
    identities: group.map(identityOf),
  };
}

/** Stands in for a rule that the vetting does not carry: a finding is never lost for want of its rule. */
function unknownRule({ rule, says, severity, message }: Finding): Rule {
  return { id: rule, says, severity, title: message, why: '', remedy: '', references: [] };
}

/** Every rule that findings name, in order of their ids, with a stand-in where the list lacks one. */
export function rulesNamed(findings: readonly Finding[], rules: readonly Rule[]): readonly Rule[] {
  const named = new Map<string, Rule>();
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  for (const finding of findings) {
    if (!named.has(finding.rule)) named.set(finding.rule, known.get(finding.rule) ?? unknownRule(finding));
  }
  return [...named.values()].sort((a, b) => compareText(a.id, b.id));
}

/** Who answers for a group's findings, in one sentence each; empty when nobody does. Unescaped. */
export function waiverSentences({ identities }: FindingGroup, waivers: readonly WaiverUse[]): readonly string[] {
  const applied = waivers.filter(({ state, target }) => state === 'applied' && identities.includes(target));
  return applied.map(({ target, owner, reason, until }) => {
    const which = identities.length > 1 ? ` (${target} only)` : '';
    return `By ${owner}, until ${formatDay(until)}${which}: ${reason}`;
  });
}

/** A rule's title as a heading: without the full stop of its sentence. */
export function headingOf({ title }: Rule): string {
  return title.endsWith('.') ? title.slice(0, -1) : title;
}

/** One ground of the verdict, with the numbers of the finding groups it rests on. */
export interface ReasonRow {
  readonly reason: Reason;
  readonly word: Word;
  readonly findings: readonly number[];
}

/** Grounds, worst first; among equals in the order in which the policy gave them. */
export function reasonRows(reasons: readonly Reason[], groups: readonly FindingGroup[]): readonly ReasonRow[] {
  const numbers = new Map(groups.flatMap(({ identities, number }) => identities.map((id) => [id, number] as const)));
  return reasons
    .toSorted((a, b) => outcomeRank(b.outcome) - outcomeRank(a.outcome))
    .map((reason) => ({ reason, word: reasonWord(reason), findings: numbersOf(reason, numbers) }));
}

function numbersOf({ findings }: Reason, numbers: ReadonlyMap<string, number>): readonly number[] {
  const found = new Set(findings.flatMap((identity) => numbers.get(identity) ?? []));
  return [...found].sort((a, b) => a - b);
}

/** One check, as a row of a table. */
export interface CheckRow {
  readonly check: Check;
  readonly word: Word;
  readonly sentence: string;
  readonly findings: number;
}

export function checkRows(checks: readonly Check[]): readonly CheckRow[] {
  return checks.map((check) => {
    const findings = findingsOf(check).toSorted(compareFindings);
    return {
      check,
      word: checkWord(check, findings),
      sentence: checkSentence(check, findings),
      findings: findings.length,
    };
  });
}

function checkWord({ outcome }: Check, [worst]: readonly Finding[]): Word {
  if (outcome.kind === 'failed' || worst === undefined) return CHECK_WORDS[outcome.kind];
  return SAYS_WORDS[worst.says];
}

function checkSentence({ outcome }: Check, findings: readonly Finding[]): string {
  switch (outcome.kind) {
    case 'not-applicable':
      return outcome.reason;
    case 'unanswered':
      return `Nobody could say: lacks ${outcome.missing.join(', ')}.`;
    case 'failed':
      return `It broke: ${outcome.reason}${findings.length > 0 ? ` Before that: ${summaryOf(findings)}` : ''}`;
    case 'completed':
      return summaryOf(findings);
  }
}

function summaryOf([worst, ...rest]: readonly Finding[]): string {
  if (worst === undefined) return 'Found nothing.';
  return rest.length === 0 ? worst.message : `${worst.message} And ${formatCount(rest.length)} more.`;
}

/** One file of a vetting with what was found in it. */
export interface FileRow {
  readonly file: FileRecord;
  readonly verdict: FileVerdict;
  readonly findings: number;
}

const FILE_ORDER: readonly FileVerdict[] = ['malicious', 'unscannable', 'suspicious', 'unread', 'clean'];

/** Every file, worst first, then by path. A file that nobody looked into is `unread`, never `clean`. */
export function fileRows(vetting: Vetting): readonly FileRow[] {
  const found = findingsByPath(findingsIn(vetting.dossier));
  return vetting.dossier.artifact.files
    .map((file) => fileRow(file, found.get(file.path) ?? []))
    .sort(
      (a, b) => FILE_ORDER.indexOf(a.verdict) - FILE_ORDER.indexOf(b.verdict) || compareText(a.file.path, b.file.path),
    );
}

function findingsByPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.location === undefined) continue;
    const { path } = finding.location;
    const others = found.get(path);
    if (others === undefined) found.set(path, [finding]);
    else others.push(finding);
  }
  return found;
}

function fileRow(file: FileRecord, findings: readonly Finding[]): FileRow {
  const verdict = scanVerdictOf(findings);
  const unread = verdict === 'clean' && file.coverage === 'none' && file.kind !== 'empty';
  return { file, verdict: unread ? 'unread' : verdict, findings: findings.length };
}

/** Whether a file would be clean but for what is known of it. */
export function isKnownAlone({ verdict, newVerdict }: ScannedFile): boolean {
  return newVerdict === 'clean' && verdict !== 'clean';
}

/** `malicious; 2 known findings left out: ours, until 31 March 2027; reviewed`. Unescaped. */
export function knownWords({ verdict, known }: ScannedFile): string {
  const said = known.map(({ reason, until }) => (until === null ? reason : `${reason}, until ${formatDay(until)}`));
  return `${verdict}; ${plural(known.length, 'known finding')} left out: ${[...new Set(said)].join('; ')}`;
}

/** The worst of all; `clean` for no files. */
export function worstScanVerdict(verdicts: Iterable<ScanVerdict>): ScanVerdict {
  let worst = 0;
  for (const verdict of verdicts) worst = Math.max(worst, SCAN_VERDICTS.indexOf(verdict));
  return SCAN_VERDICTS[worst] ?? 'malicious';
}

/** `1 critical, 2 high, 3 lower`, or `none`. */
export function tally(findings: readonly Finding[]): string {
  const count = (from: number, to: number): number =>
    findings.filter(({ severity }) => severityRank(severity) >= from && severityRank(severity) <= to).length;
  const [high, critical] = [SEVERITIES.indexOf('high'), SEVERITIES.indexOf('critical')];
  const parts = [
    [count(critical, critical), 'critical'],
    [count(high, high), 'high'],
    [count(0, high - 1), 'lower'],
  ] as const;
  const said = parts.flatMap(([number, word]) => (number === 0 ? [] : [`${formatCount(number)} ${word}`]));
  return said.length === 0 ? 'none' : said.join(', ');
}

/** The news in one sentence: why the verdict is not kinder, or that nothing stands against the model. */
export function headline({ verdict, dossier }: Vetting): string {
  const [worst] = reasonRows(verdict.reasons, []);
  if (worst !== undefined) return worst.reason.why;
  const asked = dossier.checks.filter(({ outcome }) => outcome.kind === 'completed').length;
  const waived = verdict.waivers.filter(({ state }) => state === 'applied').length;
  const but = waived === 0 ? '' : `, and somebody answers for ${plural(waived, 'waived point')}`;
  return `Nothing that this policy asks stands against this use: ${plural(asked, 'check')} answered${but}.`;
}

/** The first thing to do, in one sentence; empty when there is nothing to do. */
export function firstStep({ actions, verdict }: Vetting): string {
  return actions[0]?.text ?? reasonRows(verdict.reasons, [])[0]?.reason.remedy ?? '';
}

/** Where in a file: `byte 551 (0x227)`, `line 12`; empty for the file as a whole. */
export function spotOf({ offset, line, key }: Location): string {
  const spots = [];
  if (key !== undefined) spots.push(`key ${key}`);
  if (line !== undefined) spots.push(`line ${formatCount(line)}`);
  if (offset !== undefined) spots.push(`byte ${formatCount(offset)} (0x${offset.toString(16)})`);
  return spots.join(', ');
}

/** A place in one line: `training_args.bin > training_args/data.pkl, byte 551 (0x227)`. Unescaped. */
export function placeOf(location: Location): string {
  const way = [location.path, ...(location.member ?? [])].join(' > ');
  const spot = spotOf(location);
  return spot === '' ? way : `${way}, ${spot}`;
}
