import type { GatewayChannel, GatewayConfig } from '../../domain/gateway.ts';
import type { PositionedYaml } from '../yaml/document.ts';
import type { Mistake } from '../yaml/mistakes.ts';

/** A channel says what it serves in one way: by releases in files, or by a channel of the control plane and the servers behind it. */
export function wrongFollowing(
  { channels, controlPlane }: Pick<GatewayConfig, 'channels' | 'controlPlane'>,
  yaml: PositionedYaml,
): readonly Mistake[] {
  return channels.flatMap((channel, at) =>
    (channel.follows === null ? wrongByFiles(channel) : wrongByControl(channel, controlPlane !== null)).map(
      ({ way, sentence }) => ({ ...yaml.at(['spec', 'channels', at, ...way]), sentence }),
    ),
  );
}

interface Wrong {
  readonly way: readonly PropertyKey[];
  readonly sentence: string;
}

function wrongByFiles({ releases, servers }: GatewayChannel): readonly Wrong[] {
  const wrong: Wrong[] = [];
  if (releases.length === 0)
    wrong.push({ way: [], sentence: 'needs releases, or follows with a channel of the control plane' });
  if (servers.length > 0) wrong.push({ way: ['servers'], sentence: 'stand in a release, unless the channel follows' });
  for (const [at, release] of releases.entries())
    for (const [server, { holds }] of release.servers.entries())
      if (holds !== null)
        wrong.push({
          way: ['releases', at, 'servers', server, 'holds'],
          sentence: 'is for the servers of a channel that follows: here the decision says it',
        });
  return wrong;
}

function wrongByControl({ releases, servers }: GatewayChannel, isThere: boolean): readonly Wrong[] {
  const wrong: Wrong[] = [];
  if (!isThere) wrong.push({ way: ['follows'], sentence: 'needs spec.controlPlane, which says where that is' });
  if (releases.length > 0)
    wrong.push({ way: ['releases'], sentence: 'come from the control plane when a channel follows' });
  if (servers.length === 0) wrong.push({ way: [], sentence: 'needs servers: those that hold what is released there' });
  for (const [at, { unattested, holds }] of servers.entries()) {
    if (unattested !== null && holds === null)
      wrong.push({ way: ['servers', at], sentence: 'needs holds: which model an unattested server has loaded' });
    if (unattested === null && holds !== null)
      wrong.push({ way: ['servers', at, 'holds'], sentence: 'is what the attestation says already' });
  }
  return wrong;
}
