import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';

type Release = OutputOf<'release.promote'>;
type Channel = OutputOf<'channel.open'>;

export function renderRelease({
  id,
  channel,
  model,
  manifest,
  share,
  cause,
  request,
  restores,
  barred,
}: Release): string {
  const how = cause === 'rollback' ? `brings back ${restores ?? ''}` : `${share} % of the calls`;
  const stop = barred === null ? '' : `  MAY NOT SERVE: ${barred}`;
  return `${printable(channel)}  ${printable(model)}  ${how}${stop}\n  release   ${id}\n  decision  of ${request}, ${manifest}\n`;
}

export function channelLine({ name, family, environment, access, frozen, serving }: Channel): string {
  const serves = serving.map(
    ({ model, share, barred }) => `${printable(model)} ${share} %${barred === null ? '' : ` (${barred})`}`,
  );
  return `${printable(name)}  ${printable(environment)}, ${access}${family === null ? '' : `, of ${family}`}${frozen === null ? '' : ', frozen'}  ${serves.join(', ') || 'nothing'}\n`;
}

type Told = Partial<Pick<OutputOf<'channel.show'>, 'restorable' | 'warnings'>>;

export function renderChannel(channel: Channel & Told): string {
  const { gate, frozen, serving, restorable, upstreams, loosening, warnings = [] } = channel;
  const asks = [
    ...(gate.after === null ? [] : [`released on ${gate.after}${gate.hours > 0 ? ` for ${gate.hours} hours` : ''}`]),
    ...(gate.exposures === null ? [] : [`for ${gate.exposures.join(' or ')} use`]),
    ...(gate.rulings === 0 ? [] : [`${gate.rulings} people’s rulings`]),
    ...(gate.days === null ? [] : [`decided in the last ${gate.days} days`]),
    ...(gate.policies === null ? [] : [`ruled under ${gate.policies.map(printable).join(' or ')}`]),
  ];
  return [
    channelLine(channel),
    `  gate      ${asks.join(', ') || 'whatever was admitted'}\n`,
    ...(loosening === null
      ? []
      : [
          `  WAITS     for somebody else to confirm ${loosening.id}, by ${loosening.by}: ${printable(JSON.stringify(loosening.to))}\n`,
        ]),
    ...(frozen === null ? [] : [`  frozen    by ${frozen.by} at ${frozen.at}: ${printable(frozen.reason)}\n`]),
    ...serving.map((one) => `  serves    ${printable(one.model)}, ${one.share} %, release ${one.id} since ${one.at}\n`),
    ...upstreams.map((url) => `  upstream  ${printable(url)}\n`),
    // Who changes a channel is not told: then nothing is said of it.
    ...(restorable === undefined ? [] : [rollbackLine(restorable)]),
    ...warnings.map((text) => `  WARNING   ${text}: weighbridge drill ${channel.name}\n`),
  ].join('');
}

export function renderNode({
  name,
  lost,
  current,
  since,
  seenAt,
  releases,
}: OutputOf<'channel.nodes'>['items'][number]): string {
  const serves = releases.map(
    ({ id, share, refused }) => `${id} ${share} %${refused === null ? '' : ` (refused: ${printable(refused)})`}`,
  );
  const state = lost ? `LOST, silent since ${seenAt}` : current ? 'up to date' : 'BEHIND';
  return `${printable(name)}  ${state}  since ${since}  ${serves.join(', ') || 'nothing'}\n`;
}

function rollbackLine(restorable: NonNullable<Told['restorable']> | null): string {
  if (restorable === null) return '  rollback  nothing to bring back\n';
  return `  rollback  would bring back ${printable(restorable.model)}, release ${restorable.id}\n`;
}
