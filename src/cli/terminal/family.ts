import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';

type Comparison = OutputOf<'version.compare'>;

export function familyLine({ name, owner, baseline, contribution, baselineRule }: OutputOf<'family.open'>): string {
  const { checks, reviewer, candidate } = contribution;
  const forks = [`a ruling as ${reviewer}`, ...checks].join(', ');
  return [
    `${name}  baseline ${baseline ?? 'not set'}\n`,
    `  owner     ${owner}\n`,
    `  forks     ask for ${forks}${candidate === null ? '' : `; released on ${candidate}`}\n`,
    `  baseline  moved by ${baselineRule.people} as ${baselineRule.role}\n`,
  ].join('');
}

export function renderFamily({ standing, voices, ...family }: OutputOf<'family.show'>): string {
  return [
    familyLine(family),
    ...(standing === null ? [] : [`  stands    ${versionLine(standing)}`]),
    ...voices.map(({ version, by, at, reason }) => `  for ${version}  ${by} at ${at}: ${printable(reason)}\n`),
  ].join('');
}

export function versionLine({ version, model, request, forkOf, barred, manifest }: OutputOf<'version.add'>): string {
  const from = forkOf === null ? '' : `, fork of ${forkOf}`;
  return `${version}  ${printable(model)}${from}  of ${request}, ${manifest}${barred === null ? '' : `  MAY NOT SERVE: ${barred}`}\n`;
}

export function contributionLine(one: OutputOf<'contribution.list'>['items'][number]): string {
  const { request, version, forkOf, state, accepted } = one;
  return `${request}  ${accepted ? 'accepted' : state}  ${version}, fork of ${forkOf}\n`;
}

export function renderContribution({ checks, lacks, ...one }: OutputOf<'contribution.show'>): string {
  return [
    contributionLine(one),
    ...checks.map(({ check, met, why }) => `  ${met ? 'met ' : 'OPEN'}  ${printable(check)}: ${printable(why)}\n`),
    ...lacks.map((what) => `  lacks ${printable(what)}\n`),
    ...(lacks.length === 0 && !one.accepted ? [`  ready: weighbridge family accept ${one.request}\n`] : []),
  ].join('');
}

export function renderComparison({ before, after, licence, bases, ...differences }: Comparison): string {
  const { files, filesInAll, findingsAdded, findingsGone } = differences;
  const read = (reading: Comparison['licence']['before']): string =>
    reading === null
      ? 'not read'
      : `${reading.verdict} (${reading.concluded.map(printable).join(', ') || 'none found'})`;
  const made = (names: readonly string[]): string => names.map(printable).join(', ') || 'nothing named';
  return [
    `${after.version} against ${before.version}\n`,
    `  files     ${filesInAll} differ\n`,
    ...files.slice(0, 50).map(({ path, change }) => `    ${change.padEnd(7)}  ${printable(path)}\n`),
    ...(filesInAll > 50 ? ['    …\n'] : []),
    ...findingsAdded.map((one) => `  new       ${findingText(one)}\n`),
    ...findingsGone.map((one) => `  gone      ${findingText(one)}\n`),
    `  licence   ${read(licence.before)} → ${read(licence.after)}\n`,
    `  made from ${made(bases.before)} → ${made(bases.after)}\n`,
  ].join('');
}

function findingText({ rule, says, message, path }: Comparison['findingsAdded'][number]): string {
  return `${says}  ${printable(message)}  ${path === null ? '' : printable(path)}  (${rule})`;
}
