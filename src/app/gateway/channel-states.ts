import type { ChannelState } from '../../contract/gateway.ts';
import type { Snapshot } from '../../gateway/snapshot.ts';

/** What a snapshot serves, for people. */
export function channelStates({ channels }: Snapshot): readonly ChannelState[] {
  return [...channels.values()].map(({ name, releases }) => ({
    name,
    releases: releases.map(({ id, share, admission, replicas }) => ({
      id,
      share,
      until: admission.kind === 'admitted' ? new Date(admission.expiresAt).toISOString() : null,
      refused: admission.kind === 'refused' ? admission.reason : null,
      servers: replicas.length,
    })),
  }));
}
