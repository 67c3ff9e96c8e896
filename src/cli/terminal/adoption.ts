import type { OutputOf } from '../../contract/control/operations.ts';
import type { FoundModel, OutOfReach } from '../../domain/adoption.ts';
import { findingsOf } from '../../domain/check.ts';
import { identityOf } from '../../domain/finding.ts';
import { outcomeRank } from '../../domain/verdict.ts';
import type { Vetting } from '../../domain/vetting.ts';
import type { WeighbridgeError } from '../../kernel/errors.ts';
import { headline } from '../../reports/view.ts';
import { plural, type Tone } from '../../reports/words.ts';
import { clean, fold, type Paper } from './paper.ts';

/** Of a request, as far as it got. */
type State = OutputOf<'request.show'>['state'];

/** What became of one model. */
export type Adopted =
  | { readonly kind: 'vetted'; readonly model: FoundModel; readonly vetting: Vetting }
  | { readonly kind: 'asked'; readonly model: FoundModel; readonly request: string; readonly state: State }
  | { readonly kind: 'failed'; readonly model: FoundModel; readonly error: WeighbridgeError };

const WORST_FIRST = ['deny', 'could not look', 'review', 'admit', 'asked'] as const;
type ResultWord = (typeof WORST_FIRST)[number];

const TONES: Readonly<Record<ResultWord, Tone>> = {
  deny: 'deny',
  'could not look': 'unscannable',
  review: 'review',
  admit: 'admit',
  asked: 'note',
};

/** Reasons that are shown: with more nobody would know where to begin. */
const REASONS = 5;
/** Before what is said of a model. */
const INDENT = 16;

export function resultWord(result: Adopted): ResultWord {
  if (result.kind === 'vetted') return result.vetting.verdict.outcome;
  return result.kind === 'asked' ? WORD_OF_STATE[result.state] : 'could not look';
}

const WORD_OF_STATE: Readonly<Record<State, ResultWord>> = {
  vetting: 'asked',
  cancelled: 'could not look',
  failed: 'could not look',
  review: 'review',
  admitted: 'admit',
  denied: 'deny',
};

/** Every model with its verdict, the worst first; what stands in the way of most; what could not be looked at. */
export function renderAdoption(results: readonly Adopted[], outOfReach: readonly OutOfReach[], paper: Paper): string {
  const rank = (result: Adopted): number => WORST_FIRST.indexOf(resultWord(result));
  const sorted = results.toSorted((a, b) => rank(a) - rank(b));
  const lines = sorted.flatMap((result) => linesOf(result, paper));
  const missing = outOfReach.flatMap(({ house, name, reference, why }) => [
    ...fold(`${name} (${house})`, paper.width, 2),
    ...fold(name === reference ? why : `${reference} ${why}`, paper.width, 4),
  ]);
  return [
    ...(lines.length === 0 ? ['No model was found.'] : [...lines, '', tally(results)]),
    ...inTheWay(results, paper),
    ...nextStep(sorted),
    ...(missing.length === 0 ? [] : ['', paper.bold('Named, and out of reach from here'), ...missing]),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf(result: Adopted, paper: Paper): readonly string[] {
  const word = resultWord(result);
  const { house, name } = result.model;
  const digest = result.kind === 'vetted' ? `  ${paper.dim(shortOf(result.vetting))}` : '';
  const [first = '', ...rest] = fold(name, paper.width - house.length - 12, INDENT);
  const head = `${paper.tone(TONES[word])(word.padEnd(INDENT))}${paper.bold(first.trimStart())}  ${paper.dim(house)}${digest}`;
  return [head, ...rest, ...fold(saying(result), paper.width, INDENT)];
}

function saying(result: Adopted): string {
  if (result.kind === 'asked') return `weighbridge request show ${result.request}`;
  if (result.kind === 'failed') return `${result.error.message} [${result.error.code}]`;
  return [...groundsOf(result.vetting).keys()][0] ?? headline(result.vetting);
}

function tally(results: readonly Adopted[]): string {
  const counts = WORST_FIRST.flatMap((word) => {
    const count = results.filter((result) => resultWord(result) === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${plural(results.length, 'model')}: ${counts.join(', ')}.`;
}

/** What keeps most models from being admitted, with what would take it away. */
function inTheWay(results: readonly Adopted[], paper: Paper): readonly string[] {
  const reasons = new Map<string, { readonly remedy: string; readonly models: number }>();
  for (const result of results) {
    if (result.kind !== 'vetted') continue;
    for (const [why, remedy] of groundsOf(result.vetting))
      reasons.set(why, { remedy, models: (reasons.get(why)?.models ?? 0) + 1 });
  }
  const most = [...reasons].toSorted(([, a], [, b]) => b.models - a.models).slice(0, REASONS);
  if (most.length === 0) return [];
  const rows = most.flatMap(([why, { remedy, models }]) => {
    const [first = '', ...rest] = fold(why, paper.width, 6);
    return [
      `${String(models).padStart(4)}  ${first.trimStart()}`,
      ...rest,
      ...fold(remedy, paper.width, 6).map(paper.dim),
    ];
  });
  const less = reasons.size - most.length;
  const more = less === 0 ? [] : [`      and ${plural(less, 'reason')} of fewer models`];
  return ['', paper.bold('What stands in the way, and of how many'), ...rows, ...more];
}

function nextStep([worst]: readonly Adopted[]): readonly string[] {
  if (worst?.kind !== 'vetted')
    return worst === undefined ? [] : ['', 'weighbridge dossier list has those that were looked at.'];
  return [
    '',
    `weighbridge dossier show ${shortOf(worst.vetting)} has ${clean(worst.model.name)} whole; dossier list has all.`,
  ];
}

/**
 * Why a model was not admitted, each with the way out. Where a policy's rule says only that something is open, what is open
 * says more.
 */
function groundsOf({ verdict, dossier, rules }: Vetting): ReadonlyMap<string, string> {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const findings = dossier.checks.flatMap(findingsOf);
  const grounds = verdict.reasons.toSorted((a, b) => outcomeRank(b.outcome) - outcomeRank(a.outcome));
  return new Map(
    grounds.flatMap(({ why, remedy, outcome, findings: identities }) => {
      const about = outcome === 'deny' ? [] : findings.filter((finding) => identities.includes(identityOf(finding)));
      const titles = about
        .flatMap(({ rule }) => known.get(rule) ?? [])
        .map((rule) => [rule.title, rule.remedy] as const);
      return titles.length === 0 ? [[why, remedy] as const] : titles;
    }),
  );
}

function shortOf({ dossier }: Vetting): string {
  return dossier.digest.slice(7, 15);
}
