import type { GATEWAY_NODE_OPERATIONS } from '../../../contract/control/operations/gateway-nodes.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { channelState, LOST_AFTER } from '../../../domain/gateway-node.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import type { UseCases } from '../use-case.ts';

export const GATEWAY_NODES: UseCases<typeof GATEWAY_NODE_OPERATIONS> = { 'channel.nodes': nodesOf };

/** Asked again and again while somebody waits: it locks nothing. */
async function nodesOf(
  { books }: Desk,
  { channel: name }: ParsedInputOf<'channel.nodes'>,
): Promise<OutputOf<'channel.nodes'>> {
  const channel = (await books.releases.channels()).find((one) => one.name === name);
  if (channel === undefined) throw new WeighbridgeError('channel-not-found', name);
  const wanted = channelState(channel.frozen !== null, await books.releases.of(name));
  const items = (await books.gatewayNodes.all()).flatMap(({ channels, silent, ...node }) => {
    const served = channels.find((one) => one.channel === name);
    if (served === undefined) return [];
    const { state, at, releases, traffic } = served;
    const lost = silent > LOST_AFTER;
    return [
      {
        ...node,
        lost,
        current: !lost && state === wanted,
        since: at,
        releases: releases.map(({ servers, ...one }) => ({
          ...one,
          servers: servers === undefined ? null : [...servers],
        })),
        traffic:
          traffic === undefined ? null : { calls: traffic.calls, refused: traffic.refused.map((one) => ({ ...one })) },
      },
    ];
  });
  return { items, current: items.filter(({ current }) => current).length };
}
