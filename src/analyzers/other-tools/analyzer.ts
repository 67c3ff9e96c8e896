import { z } from 'zod';
import type { Evidence } from '../../domain/evidence.ts';
import { type Finding, findingOf } from '../../domain/finding.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import {
  AGREES,
  HAD_ERRORS,
  NOT_TIED,
  ONLY_THEY,
  ONLY_WE,
  OTHER_BYTES,
  OTHER_MODEL,
  OTHER_TOOLS_RULES,
  PROJECT_HEALTH,
  QUIET,
} from './rules.ts';

const reportShape = z.object({
  name: z.string(),
  tool: z.string(),
  version: z.string().nullable(),
  ranHere: z.boolean(),
  saysWhatItScanned: z.boolean(),
  scanned: z.array(z.string()),
  otherBytes: z.array(z.string()),
  elsewhere: z.number(),
  issues: z.array(
    z.object({
      path: z.string().nullable(),
      standing: z.enum(['tied', 'untied', 'other-bytes', 'elsewhere']),
      severity: z.enum(['critical', 'high', 'medium', 'low']),
      what: z.string(),
      operation: z.string().nullable(),
    }),
  ),
  errors: z.array(z.string()),
});
type Report = z.output<typeof reportShape>;
type Issue = Report['issues'][number];

const healthShape = z.object({
  repository: z.string(),
  commit: z.string(),
  score: z.number().nullable(),
  checks: z.array(z.object({ name: z.string(), score: z.number().nullable(), reason: z.string() })),
});

/** Other tools' reports beside our own findings, file by file: where they agree, and where one of the two is mistaken. */
export const otherTools: ModelAnalyzer = {
  id: 'other-tools',
  version: 1,
  question: 'Do other tools find what is found here?',
  rules: OTHER_TOOLS_RULES,
  scope: 'model',
  needs: [],
  appliesTo: (_, evidence) =>
    evidence.some(({ kind }) => kind === 'tool-report' || kind === 'project-health') || {
      because: 'no report of another tool was handed over',
    },
  analyze,
};

function* analyze({ evidence, found = [] }: Material): Iterable<Finding> {
  const ours = new Set(
    found.flatMap(({ says, location }) => (location !== undefined && ACCUSES.includes(says) ? [location.path] : [])),
  );
  for (const one of evidence) {
    if (one.kind === 'tool-report') yield* ofReport(reportShape.parse(one.body), ours, one);
    if (one.kind === 'project-health') yield ofHealth(healthShape.parse(one.body), one);
  }
}

const ACCUSES: readonly string[] = ['malicious', 'suspicious', 'unscannable'];

function* ofReport(report: Report, ours: ReadonlySet<string>, { digest }: Evidence): Iterable<Finding> {
  const evidence = [digest];
  const name = `${report.tool}${report.version === null ? '' : ` ${report.version}`}`;
  const tied = report.issues.filter(({ standing }) => standing === 'tied');
  const rest = standingsOf(report, name);
  for (const { rule, message } of rest) yield findingOf(rule, { message, operation: report.name, evidence });
  const accused = new Map<string, Issue>();
  for (const issue of tied)
    if (issue.path !== null && isGraver(issue, accused.get(issue.path))) accused.set(issue.path, issue);
  for (const [path, { severity, what, operation }] of accused) {
    // Lesser complaints of a tool are no accusation: ours may have a reason to be silent.
    if (!ours.has(path) && severity !== 'critical' && severity !== 'high') continue;
    const rule = ours.has(path) ? AGREES : ONLY_THEY;
    const message = `${name}, ${severity}: ${what}${operation === null ? '' : ` (${operation})`}.`;
    yield findingOf(rule, { message, location: { path }, operation: report.tool, evidence });
  }
  for (const path of report.scanned.filter((one) => ours.has(one) && !accused.has(one))) {
    yield findingOf(ONLY_WE, {
      message: `${name} looked at ${path} and found nothing.`,
      location: { path },
      operation: report.tool,
      evidence,
    });
  }
  if (report.errors.length > 0) {
    const [first = ''] = report.errors;
    yield findingOf(HAD_ERRORS, {
      message: `${name}: ${first}${report.errors.length > 1 ? `, and ${report.errors.length - 1} more` : ''}.`,
      operation: report.tool,
      evidence,
    });
  }
  if (rest.length === 0 && report.issues.length === 0) {
    const counted = report.saysWhatItScanned
      ? `in ${report.scanned.length} files that it looked at`
      : 'in what it looked at';
    yield findingOf(QUIET, { message: `${name} found nothing ${counted}.`, operation: report.tool, evidence });
  }
}

const GRAVEST: readonly Issue['severity'][] = ['low', 'medium', 'high', 'critical'];

function isGraver(issue: Issue, than: Issue | undefined): boolean {
  return than === undefined || GRAVEST.indexOf(issue.severity) > GRAVEST.indexOf(than.severity);
}

/** Why a report, or a part of it, is no evidence about these bytes. */
function standingsOf(report: Report, name: string) {
  const count = (standing: Issue['standing']): number =>
    report.issues.filter((issue) => issue.standing === standing).length;
  const known =
    report.scanned.length + report.otherBytes.length + count('tied') + count('untied') + count('other-bytes');
  const standings = [];
  if (report.otherBytes.length > 0) {
    standings.push({
      rule: OTHER_BYTES,
      message: `${report.name}: ${name} scanned other bytes than ${report.otherBytes.slice(0, 3).join(', ')} has here.`,
    });
  }
  if (report.ranHere) return standings;
  if (known === 0 && report.elsewhere + count('elsewhere') > 0) {
    standings.push({ rule: OTHER_MODEL, message: `${report.name}: ${name} scanned none of these files.` });
  } else if (count('untied') > 0 || (report.scanned.length === 0 && report.otherBytes.length === 0)) {
    const complaints = count('untied');
    const what = complaints === 0 ? 'It names no issue.' : `It names ${complaints} issues with files of these names.`;
    standings.push({ rule: NOT_TIED, message: `${report.name}: ${name} names no digest. ${what}` });
  }
  return standings;
}

function ofHealth({ repository, commit, score, checks }: z.output<typeof healthShape>, { digest }: Evidence): Finding {
  const low = checks.filter((check) => check.score !== null && check.score < 5).map(({ name }) => name);
  const least = low.length === 0 ? '' : ` Below 5: ${low.join(', ')}.`;
  const message = `OpenSSF Scorecard gives ${repository} at ${commit.slice(0, 12)} ${score === null ? 'no score' : `${score} of 10`}.${least} That the model comes from it is not proven by this.`;
  return findingOf(PROJECT_HEALTH, { message, operation: repository, evidence: [digest] });
}
