import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';

export function publicationLine(one: OutputOf<'publication.list'>['items'][number]): string {
  const { id, request, level, audience, terms, withdrawn } = one;
  const out = audience === null ? '' : `  to ${printable(audience)}, under ${printable(terms ?? '')}`;
  const back = withdrawn === null ? '' : `  withdrawn ${withdrawn.at}: ${printable(withdrawn.reason)}`;
  return `${id}  ${level}${out}${back}\n  decision  of ${request}\n`;
}

/** What was made from a model that is taken back: `how` says by what that is known. */
export function descendantLine({
  request,
  owner,
  how,
  publication,
  channels,
}: OutputOf<'publication.withdraw'>['descendants'][number]): string {
  const out = publication === null ? '' : `, publication ${publication}`;
  const serves = channels.length === 0 ? '' : `, on ${channels.join(', ')}`;
  return `  left      ${request} (${how})${out}${serves}: it was made from this, and ${owner} answers for it\n`;
}

export function openedPublication(one: OutputOf<'publication.open'>): string {
  return publicationLine(one) + one.served.map(servedLine).join('');
}

function servedLine({ channel, release, why, incident }: OutputOf<'publication.open'>['served'][number]): string {
  const known = incident === null ? '' : ` (incident ${incident})`;
  return `  WARNING   release ${release} serves outsiders on ${channel}: ${printable(why)}${known}\n`;
}

/** What came of a ruling first: what is still missing is what somebody does next. */
export function ruledPublication(one: OutputOf<'publication.show'>): string {
  const missing = one.asks.filter(({ met }) => !met).map(({ asks }) => asks);
  const next =
    one.proposal === null
      ? 'nothing is proposed any more: it is settled'
      : `still missing: ${missing.join(', ') || 'other rulings'}`;
  return `Your ruling was taken; ${next}.\n${renderPublication(one)}`;
}

export function renderPublication(one: OutputOf<'publication.show'>): string {
  const { proposal, papers, rulings, reading, asks, revokedAt, withdrawn, served } = one;
  const out = revokedAt !== null && withdrawn === null;
  return [
    publicationLine(one),
    ...(out
      ? [`  WARNING   its decision was revoked at ${revokedAt}: weighbridge publication withdraw ${one.id}\n`]
      : []),
    ...served.map(servedLine),
    ...papers.map(
      ({ kind, digest, by, summary }) => `  ${kind.padEnd(15)} ${digest} by ${by}: ${printable(summary)}\n`,
    ),
    ...(proposal === null
      ? []
      : [`  proposed  ${proposal.level} to ${printable(proposal.audience)}, under ${printable(proposal.terms)}\n`]),
    ...asks.map(({ asks: what, met, why }) => `  ${met ? 'met ' : 'OPEN'}  ${what}: ${printable(why)}\n`),
    ...rulings.map(
      ({ by, role, ruling, reason, void: gone }) =>
        `  ${gone ? 'void' : ruling}  by ${by} as ${role}: ${printable(reason)}${gone ? ' (a paper changed since)' : ''}\n`,
    ),
    ...(reading === null ? [] : [`  reading   ${reading}\n`]),
  ].join('');
}
