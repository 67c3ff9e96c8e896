import { findingsIn } from '../domain/dossier.ts';
import { licenceReadingIn } from '../domain/licence.ts';
import type { Duty, WaiverUse } from '../domain/verdict.ts';
import type { Vetting } from '../domain/vetting.ts';
import { digestStanding, originSentence, readingSentence, shortDigest, useFacts } from './facts.ts';
import { MARKDOWN_LIMITS, markdownFindings } from './markdown-findings.ts';
import { markdownCode as code, markdownCell, markdownText as text } from './markdown-text.ts';
import { scorecardSentence, scoreWord } from './scorecard-view.ts';
import {
  checkRows,
  type FindingGroup,
  fileRows,
  firstStep,
  groupFindings,
  headline,
  reasonRows,
  tally,
} from './view.ts';
import {
  FILE_WORDS,
  formatBytes,
  formatCount,
  formatDay,
  formatMoment,
  LICENCE_WORDS,
  NOT_EXAMINED,
  plural,
  STATE_WORDS,
  verdictWords,
  type Word,
} from './words.ts';

/** The report as GitHub-flavoured Markdown, for tickets and pull requests. */
export function renderMarkdown(vetting: Vetting): string {
  const groups = groupFindings(findingsIn(vetting.dossier), vetting.rules);
  const sections = [
    heading(vetting),
    why(vetting, groups),
    whatToDo(vetting),
    unknown(vetting),
    licence(vetting),
    checksSection(vetting),
    scorecardSection(vetting),
    markdownFindings(groups, vetting.verdict.waivers),
    files(vetting),
    signature(vetting),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function heading(vetting: Vetting): string {
  const { artifact } = vetting.dossier;
  const step = firstStep(vetting);
  return [
    `# Vet report: ${code(artifact.origin.name)}`,
    `**Verdict: ${say(verdictWords(vetting.verdict.outcome))}.** ${text(headline(vetting))}`,
    ...(step === '' ? [] : [text(step)]),
    [
      `- Findings: ${tally(findingsIn(vetting.dossier))}`,
      `- Not known: ${plural(vetting.openQuestions.length, 'thing')}`,
      `- Files: ${formatCount(artifact.files.length)}, of ${formatBytes(vetting.reading.bytesTotal)}`,
      `- Read: ${readingSentence(vetting)}`,
      `- ${text(originSentence(artifact.origin))}`,
      `- Vetted ${text(formatMoment(vetting.vettedAt))} by policy ${code(vetting.policy.id)}, version ${vetting.policy.version}`,
    ].join('\n'),
  ].join('\n\n');
}

function why({ verdict }: Vetting, groups: readonly FindingGroup[]): string {
  const all = reasonRows(verdict.reasons, groups);
  const rows = all.slice(0, MARKDOWN_LIMITS.rows).map(({ reason, word, findings }) => {
    const numbers = findings.slice(0, MARKDOWN_LIMITS.places).map((number) => `F${number}`);
    const rest = findings.length - numbers.length;
    const more = rest > 0 ? ` and ${formatCount(rest)} more` : '';
    const basis = numbers.length === 0 ? '' : `; finding ${numbers.join(', ')}${more}`;
    return `- ${say(word)}: ${text(reason.why)} (${code(reason.id)} → ${reason.outcome}${basis})`;
  });
  if (rows.length === 0) rows.push('Nothing that this policy asks stands against this use.');
  rows.push(...moreRows(all.length));
  return ['## Why', rows.join('\n'), ...verdict.waivers.slice(0, MARKDOWN_LIMITS.rows).map(waiverLine)].join('\n\n');
}

function moreRows(count: number): readonly string[] {
  const rest = count - MARKDOWN_LIMITS.rows;
  return rest > 0 ? [`- And ${formatCount(rest)} more: the JSON report lists every one.`] : [];
}

function waiverLine({ target, owner, reason, until, state }: WaiverUse): string {
  return `Waiver ${code(target)}, ${state}: ${text(reason)} (${text(owner)}, until ${text(formatDay(until))})`;
}

function whatToDo({ actions, verdict }: Vetting): string {
  const steps = actions.slice(0, MARKDOWN_LIMITS.rows).map(({ text: what, command }, at) => {
    const line = `${at + 1}. ${text(what)}`;
    return command === null ? line : `${line} ${code(command)}`;
  });
  const list = steps.length === 0 ? 'Nothing.' : steps.join('\n');
  return ['## What to do', list, ...verdict.duties.map(dutyLine)].join('\n\n');
}

function dutyLine({ id, text: what, files: paths, owner, when, due, probe }: Duty): string {
  const about = paths.length === 0 ? '' : `${plural(paths.length, 'file')}; `;
  const look = probe === null ? '' : `; probe: ${probe}`;
  return `Duty ${code(id)}: ${text(what)} (${about}${text(`${owner}, ${when}, by ${due}${look}`)})`;
}

function licence({ dossier }: Vetting): string {
  const reading = licenceReadingIn(dossier.evidence);
  if (reading === null) return '';
  const concluded = reading.concluded.length === 0 ? 'no licence that is known' : reading.concluded.join('; ');
  const states = reading.states
    .slice(0, MARKDOWN_LIMITS.rows)
    .map(({ state, source, line, text: words, records, match }) => {
      const place = line === null ? source : `${source}:${line}`;
      return `- ${state}: ${code(place)} ${text(`“${words}” → ${records.join(', ') || 'not known'}${match === null ? '' : `, ${match}`}`)}`;
    });
  const reasons = reading.reasons
    .slice(0, MARKDOWN_LIMITS.rows)
    .map(({ verdict, about, licence: name, field, says, span }) => {
      const words =
        span === null || span.text === ''
          ? ''
          : ` (${span.source}${span.line === null ? '' : `:${span.line}`}: “${span.text}”)`;
      return `- ${say(LICENCE_WORDS[verdict])}: ${text(`${name ?? about}: ${says} [${field}]${words}`)}`;
    });
  const head = `${say(LICENCE_WORDS[reading.verdict])}. Concluded: ${text(concluded)}. Engineering guidance, not legal advice.`;
  return ['## Licence', head, [...states, ...reasons].join('\n')].join('\n\n');
}

function unknown({ openQuestions }: Vetting): string {
  const rows = openQuestions
    .slice(0, MARKDOWN_LIMITS.rows)
    .map(
      ({ state, question, why, answeredBy }) =>
        `- ${say(STATE_WORDS[state])}: ${text(question)}: ${text(why)} What would answer it: ${text(answeredBy)}`,
    );
  rows.push(...moreRows(openQuestions.length));
  const list = rows.length === 0 ? 'Nothing that this policy asks for.' : rows.join('\n');
  return `## What could not be known\n\n${list}\n\n${NOT_EXAMINED}`;
}

function checksSection({ dossier }: Vetting): string {
  const rows = checkRows(dossier.checks)
    .slice(0, MARKDOWN_LIMITS.rows)
    .map(
      ({ check, word, sentence, findings }) =>
        `| ${text(check.question)} | ${say(word)} | ${text(sentence)} | ${formatCount(findings)} |`,
    );
  const use = useFacts(dossier.use).map(([label, value]) => `- ${label}: ${text(value)}`);
  return [
    '## Checks',
    ['| Question | Result | In a sentence | Findings |', '| --- | --- | --- | ---: |', ...rows].join('\n'),
    '### The use it was judged for',
    use.join('\n'),
  ].join('\n\n');
}

function scorecardSection({ scorecard }: Vetting): string {
  if (scorecard === undefined) return '';
  const rows = scorecard.checks.map(
    ({ id, title, weight, score, reason }) =>
      `| ${text(title)} ${code(id)} | ${say(scoreWord(score))} | ${text(reason)} | ${weight} |`,
  );
  return [
    '## Scorecard',
    `${text(scorecardSentence(scorecard))} The JSON report holds what each check looked at.`,
    ['| Check | Score | Because | Weight |', '| --- | --- | --- | ---: |', ...rows].join('\n'),
  ].join('\n\n');
}

function files(vetting: Vetting): string {
  const rows = fileRows(vetting);
  const shown = rows.slice(0, MARKDOWN_LIMITS.files).map(({ file, verdict }) => {
    const digest = file.digest.kind === 'unknown' ? '' : code(shortDigest(file.digest.sha256));
    const standing = text(digestStanding(file.digest));
    const cells = [
      markdownCell(file.path),
      file.kind,
      say(FILE_WORDS[verdict]),
      formatBytes(file.size),
      file.coverage,
      `${digest} ${standing}`.trim(),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const rest = rows.length - shown.length;
  return [
    '## Files and hashes',
    [
      '| File | Kind | Says the scanner | Size | Read | SHA-256, first digits |',
      '| --- | --- | --- | ---: | --- | --- |',
      ...shown,
    ].join('\n'),
    ...(rest > 0 ? [`And ${plural(rest, 'more file')}: the JSON report lists every one.`] : []),
  ].join('\n\n');
}

function signature({ decision, dossier, policy, tool }: Vetting): string {
  const facts = [
    `- Dossier: ${code(dossier.digest)}`,
    `- Manifest: ${dossier.artifact.manifest === null ? 'none, as not every digest is known' : code(dossier.artifact.manifest)}`,
    `- Policy: ${code(policy.digest)}`,
    `- Made by ${tool.name} ${text(tool.version)}`,
  ];
  if (decision === null) return `## Signature\n\nNot signed: this report is nobody's ruling.\n\n${facts.join('\n')}`;
  facts.unshift(
    `- Decision: ${code(decision.file)}, key ${code(decision.keyId)}, until ${text(formatDay(decision.expiresAt))}`,
  );
  return `## Signature\n\nThe signed file is what counts; this report is a picture of it.\n\n${facts.join('\n')}`;
}

function say({ sign, label }: Word): string {
  return `${sign} ${label}`;
}
