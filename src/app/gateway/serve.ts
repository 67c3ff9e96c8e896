import type { GatewayConfig } from '../../domain/gateway.ts';
import type { ServedChannel } from '../../domain/gateway-node.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Snapshot } from '../../gateway/snapshot.ts';
import { endedReleases } from './ended.ts';
import { type Heard, saysTheSame } from './heard.ts';
import type { SnapshotParts } from './parts.ts';
import { acknowledgement } from './released.ts';
import { snapshotOf } from './snapshot.ts';

/** A gateway's file as it was read, and all that it names. */
export interface Loaded {
  readonly config: GatewayConfig;
  readonly parts: SnapshotParts;
}

/** What a gateway serves: each change is built beside what stands, and taken up in one step, one after the other. */
export interface Served {
  readonly snapshot: () => Snapshot;
  readonly loaded: () => Loaded;
  /** Null: the control plane was not heard yet, not even by what was kept of it. */
  readonly heard: () => Heard | null;
  /** What is told to the control plane. */
  readonly acknowledged: () => readonly ServedChannel[];
  /** Takes up files as they are now. Rejects, and changes nothing, when they have a mistake. */
  take(load: () => Promise<Loaded>): Promise<void>;
  /** Takes up what the control plane says; false when it says what it said. */
  hear(said: Heard): Promise<boolean>;
}

/** Throws as `snapshotOf` does. */
export async function serveWith(gateway: Pick<Gateway, 'use' | 'kill'>, first: Loaded): Promise<Served> {
  let loaded = first;
  let heard: Heard | null = null;
  let snapshot = await snapshotOf({ config: first.config, version: 1, heard }, first.parts);
  let acknowledged: readonly ServedChannel[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const use = (): void => {
    // Before anything was heard nobody knows what is to be served: calls are told to wait.
    if (heard !== null || namesFollowed(loaded.config).size === 0) gateway.use(snapshot);
  };
  const change = async (next: Loaded, said: Heard | null): Promise<void> => {
    const { config, parts } = next;
    const built = await snapshotOf({ config, version: snapshot.version + 1, heard: said }, parts);
    const names = namesFollowed(config);
    const ended = endedReleases(snapshot, built, { follows: new Set(names.keys()), heard: said });
    [loaded, heard, snapshot] = [next, said, built];
    use();
    for (const release of ended) gateway.kill(release);
    if (said === null) return;
    const told = acknowledgement(said, built.channels, names, parts.now());
    acknowledged = told.map((one) => sinceThen(one, acknowledged));
  };
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  };
  use();
  return {
    snapshot: () => snapshot,
    loaded: () => loaded,
    heard: () => heard,
    acknowledged: () => acknowledged,
    take: (load) => inTurn(async () => change(await load(), heard)),
    hear: (said) =>
      inTurn(async () => {
        if (heard !== null && saysTheSame(said, heard)) return false;
        await change(loaded, said);
        return true;
      }),
  };
}

/** Channels that follow one of the control plane, and which. */
export function namesFollowed({ channels }: GatewayConfig): ReadonlyMap<string, string> {
  return new Map(channels.flatMap(({ name, follows }) => (follows === null ? [] : [[name, follows] as const])));
}

/** The same as before is served since before. */
function sinceThen(now: ServedChannel, before: readonly ServedChannel[]): ServedChannel {
  const then = before.find(({ channel }) => channel === now.channel);
  return then !== undefined && JSON.stringify({ ...then, at: now.at }) === JSON.stringify(now) ? then : now;
}
