import type { OutputOf } from '../../contract/control/operations.ts';
import { RULINGS_TO_ADMIT } from '../../domain/review.ts';
import { RULES_ON } from '../../domain/subject.ts';
import { printable } from '../../kernel/printable.ts';

type Shown = OutputOf<'subject.list'>['items'][number];

export function subjectLine({ id, subject, state, barred }: Shown): string {
  const name = subject.kind === 'hosted' ? `${subject.provider}/${subject.model}@${subject.version}` : subject.name;
  return `${id}  ${state.padEnd(8)}  ${subject.kind.padEnd(9)}  ${printable(name)}${barred.length === 0 ? '' : '  MAY NOT BE USED'}\n`;
}

export function renderSubject(one: OutputOf<'subject.show'>): string {
  const { subject, digest, expiresAt, restsOn, barred, lacks, rulings } = one;
  return [
    subjectLine(one),
    `  digest    ${digest}, until ${expiresAt.slice(0, 10)}\n`,
    `  rests on  ${restsOn}\n`,
    ...(subject.kind === 'composite'
      ? subject.parts.map(({ role, from, id, digest: part }) => `  ${role.padEnd(9)} ${from} ${id}, ${part}\n`)
      : []),
    ...barred.map((why) => `  not now   ${printable(why)}\n`),
    ...lacks.map((what) => `  lacks     ${printable(what)}\n`),
    ...rulings.map(
      ({ by, role, ruling, reason }) => `  ${ruling.padEnd(8)}  by ${by} as ${role}: ${printable(reason)}\n`,
    ),
    ...(one.state === 'review'
      ? [`  waits     for ${waitsFor(subject.kind, rulings)}: weighbridge subject admit\n`]
      : []),
  ].join('');
}

/** Two people rule, one of them in the role that the kind asks for. */
function waitsFor(kind: Shown['subject']['kind'], rulings: OutputOf<'subject.show'>['rulings']): string {
  const role = RULES_ON[kind];
  const named = rulings.some((ruling) => ruling.role === role);
  const people = RULINGS_TO_ADMIT - new Set(rulings.map(({ by }) => by)).size;
  if (named) return 'one more person to rule';
  return people > 1 ? `${people} people to rule, one of them as ${role}` : `somebody to rule as ${role}`;
}
