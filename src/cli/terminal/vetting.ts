import { findingsIn } from '../../domain/dossier.ts';
import { licenceReadingIn } from '../../domain/licence.ts';
import type { OpenQuestion, Vetting } from '../../domain/vetting.ts';
import { hexOf } from '../../kernel/digest.ts';
import { middleCut } from '../../kernel/printable.ts';
import { scorecardSentence } from '../../reports/scorecard-view.ts';
import { type FindingGroup, groupFindings, placeOf } from '../../reports/view.ts';
import {
  formatBytes,
  formatDay,
  formatPercent,
  LICENCE_WORDS,
  NOT_EXAMINED,
  OUTCOME_WORDS,
  plural,
  SAYS_WORDS,
  STATE_WORDS,
  wordOf,
} from '../../reports/words.ts';
import { clean, fold, type Paper, signOf } from './paper.ts';

/** Room for a sign and the longest word, `unscannable`, before the sentence. */
const LABEL = 17;
/** Places of one finding that are printed; the rest are counted. */
const PLACES = 3;

/** Duties that are printed; every report has them all. */
const DUTIES = 4;

export interface RenderOptions {
  readonly verbose: boolean;
  /** Whether the dossier can be shown again later. */
  readonly kept: boolean;
}

/** The whole answer: verdict, why, what to do, what could not be known, where to read more. */
export function renderVetting(vetting: Vetting, paper: Paper, options: RenderOptions): string {
  const sections = [
    ticket(vetting, paper),
    why(vetting, paper, options.verbose),
    whatToDo(vetting, paper),
    licence(vetting, paper),
    unknown(vetting, paper),
    waivers(vetting, paper),
    places(vetting, paper, options.kept),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return `${paper.unicode ? text : text.replaceAll('…', '~')}\n`;
}

function ticket({ verdict, dossier, policy, reference }: Vetting, paper: Paper): string[] {
  const { artifact, use } = dossier;
  const label = ` ${verdict.outcome} `;
  const indent = label.length + 2;
  const name = clean(artifact.origin.source === 'directory' ? artifact.origin.name : reference.replace(/^hf:/, ''));
  const bytes =
    artifact.origin.revision === null
      ? artifact.manifest === null
        ? 'no manifest: a file has no SHA-256'
        : `manifest ${middleCut(artifact.manifest, 28)}`
      : `revision ${artifact.origin.revision.slice(0, 12)}`;
  const purpose = use.purpose === '' ? 'a use nobody stated' : use.purpose;
  const traits = [use.commercial ? 'commercial' : 'not commercial', use.exposure, ...use.regions].join(', ');
  const about = `${bytes}, for ${purpose} (${traits}), by policy ${policy.id} v${policy.version}`;
  return [
    ` ${paper.ground(OUTCOME_WORDS[verdict.outcome].tone)(label)} ${paper.bold(middleCut(name, paper.width - indent))}`,
    ...fold(about, paper.width, indent).map(paper.dim),
  ];
}

function why(vetting: Vetting, paper: Paper, verbose: boolean): string[] {
  const groups = groupFindings(findingsIn(vetting.dossier), vetting.rules);
  const shown = verbose ? groups : groups.filter(({ finding }) => finding.says !== 'note');
  const lines = [paper.bold('Why')];
  for (const reason of vetting.verdict.reasons) {
    if (reason.kind === 'silence' || reason.kind === 'rule-failed') {
      lines.push(...row(paper, STATE_WORDS[reason.kind === 'silence' ? 'unanswered' : 'failed'], reason.why));
    }
  }
  const waived = new Set(vetting.verdict.waivers.flatMap(({ state, target }) => (state === 'applied' ? [target] : [])));
  for (const group of shown)
    lines.push(
      ...findingRow(
        group,
        paper,
        group.identities.every((id) => waived.has(id)),
      ),
    );
  if (lines.length === 1) {
    const { files } = vetting.dossier.artifact;
    lines.push(
      ...row(paper, wordOf('admit', 'clean'), `${plural(files.length, 'file')}: nothing that this policy minds.`),
    );
  }
  const hidden = groups.length - shown.length;
  if (hidden > 0)
    lines.push(paper.dim(`  ${plural(hidden, 'lower finding')}: --verbose shows ${hidden === 1 ? 'it' : 'them'}`));
  return lines;
}

function findingRow({ finding, places: where }: FindingGroup, paper: Paper, waived: boolean): string[] {
  const word = waived ? wordOf('note', 'waived') : SAYS_WORDS[finding.says];
  const lines = row(
    paper,
    word,
    waived ? `${finding.message} (${finding.says}; somebody answers for it)` : finding.message,
  );
  for (const place of where.slice(0, PLACES)) {
    lines.push(...fold(placeOf(place), paper.width, LABEL).map(paper.dim));
  }
  if (where.length > PLACES)
    lines.push(paper.dim(`${' '.repeat(LABEL)}and ${plural(where.length - PLACES, 'more place')}`));
  if (finding.operation !== undefined) {
    const operation = fold(middleCut(finding.operation, 200), paper.width, LABEL);
    lines.push(...operation.map(finding.says === 'malicious' ? paper.tone('deny') : paper.dim));
  }
  return lines;
}

function row(paper: Paper, word: Parameters<typeof signOf>[1], sentence: string): string[] {
  const [first = '', ...rest] = fold(sentence, paper.width, LABEL);
  const label = paper.tone(word.tone)(`${signOf(paper, word)} ${word.label}`.padEnd(LABEL - 2));
  return [`  ${label}${first.trimStart()}`, ...rest];
}

function whatToDo({ actions }: Vetting, paper: Paper): string[] {
  if (actions.length === 0) return [];
  const lines = [paper.bold('What to do')];
  for (const [at, { text, command }] of actions.entries()) {
    const [first = '', ...rest] = fold(text, paper.width, 5);
    lines.push(`  ${paper.bold(`${at + 1}.`)} ${first.trimStart()}`, ...rest);
    // A command is never folded: it must be fit to copy.
    if (command !== null) lines.push(`     ${paper.bold(clean(command))}`);
  }
  return lines;
}

/** One line of what was concluded, and the duties that the licences ask for. */
function licence({ dossier, verdict }: Vetting, paper: Paper): string[] {
  const reading = licenceReadingIn(dossier.evidence);
  if (reading === null) return [];
  const concluded = reading.concluded.length === 0 ? 'no licence that is known' : reading.concluded.join('; ');
  const duties = verdict.duties.filter(({ id }) => id !== 'verify-bytes');
  return [
    paper.bold('Licence'),
    ...row(paper, LICENCE_WORDS[reading.verdict], concluded),
    ...duties
      .slice(0, DUTIES)
      .flatMap(({ text, owner, due }) =>
        fold(`Duty: ${text} (${owner}, by ${due})`, paper.width, LABEL).map(paper.dim),
      ),
    ...(duties.length > DUTIES
      ? [paper.dim(`${' '.repeat(LABEL)}and ${plural(duties.length - DUTIES, 'more duty', 'more duties')}`)]
      : []),
  ];
}

function unknown({ openQuestions }: Vetting, paper: Paper): string[] {
  const lines = [paper.bold('What could not be known')];
  const rest = fold(NOT_EXAMINED, paper.width, 2).map(paper.dim);
  if (openQuestions.length === 0) return [...lines, paper.dim('  Nothing that this policy asks for.'), ...rest];
  return [...lines, ...openQuestions.flatMap((open) => questionRow(open, paper)), ...rest];
}

function questionRow({ state, question, why: reason }: OpenQuestion, paper: Paper): string[] {
  const word = STATE_WORDS[state];
  const [first = '', ...rest] = fold(`${question.replace(/[?.]$/, '')}: ${reason}`, paper.width, 4);
  return [`  ${paper.tone(word.tone)(signOf(paper, word))} ${first.trimStart()}`, ...rest];
}

function waivers({ verdict }: Vetting, paper: Paper): string[] {
  if (verdict.waivers.length === 0) return [];
  return [
    paper.bold('Waived'),
    ...verdict.waivers.flatMap(({ target, owner, reason, until, state }) =>
      fold(`${target}: ${state}; ${owner} until ${until}: ${reason}`, paper.width, 2),
    ),
  ];
}

function places({ dossier, reading, decision, scorecard }: Vetting, paper: Paper, kept: boolean): string[] {
  const { bytesRead, bytesTotal, requests } = reading;
  const hex = hexOf(dossier.digest);
  const share = requests === 0 ? '' : ` (${formatPercent(bytesRead, bytesTotal)}, ${plural(requests, 'request')})`;
  const lines = [
    `${paper.dim('Read    ')}  ${middleCut(`${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}${share}`, paper.width - 10)}`,
    `${paper.dim('Dossier ')}  sha256:${hex.slice(0, 12)}…${hex.slice(-8)}`,
  ];
  if (scorecard !== undefined) {
    lines.push(...fold(scorecardSentence(scorecard), paper.width, 10).map(labelled(paper.dim('Score   '))));
  }
  if (decision === null && kept) {
    lines.push(
      `${paper.dim('Report  ')}  ${paper.bold(`weighbridge dossier show ${hex.slice(0, 8)} --format html=report.html`)}`,
    );
  } else if (decision !== null) {
    lines.push(
      `${paper.dim('Decision')}  ${middleCut(clean(`${decision.file}, signed, until ${formatDay(decision.expiresAt)}`), paper.width - 10)}`,
    );
  }
  return lines;
}

/** The first line after its label, the others below. */
function labelled(label: string): (line: string, at: number) => string {
  return (line, at) => (at === 0 ? `${label}  ${line.trimStart()}` : line);
}
