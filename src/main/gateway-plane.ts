import { join, resolve } from 'node:path';
import { type Following, type FollowParts, follow } from '../app/gateway/follow.ts';
import type { Heard } from '../app/gateway/heard.ts';
import type { ControlPlane } from '../domain/gateway.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';

/** A net under what the database tells by itself, and this gateway's sign of life. Milliseconds. */
const LOOK = 2_000;

/** A control plane that is followed. */
export interface Plane {
  /** Hears it once. Never rejects. */
  look(): Promise<void>;
  /** Goes on hearing it. */
  start(): Promise<void>;
  /** Writes down what was heard, for a start without it. */
  keep(heard: Heard): Promise<void>;
  /** What was written down; null: nothing was. Throws `gateway-kept-invalid`, and as reading does. */
  kept(): Promise<Heard | null>;
  close(): Promise<void>;
}

export interface PlaneWorld {
  readonly databaseUrl: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where what was heard is kept unless the file says otherwise. */
  readonly dataFolder: string;
  /** The gateway's name, and the folder of its file. */
  readonly gateway: string;
  readonly folder: string;
}

/** Throws `gateway-invalid` when nobody said where its database is; that it does not answer is no mistake. */
export async function openPlane(
  { databaseFrom, organisation, keep }: ControlPlane,
  { databaseUrl, env, dataFolder, gateway, folder }: PlaneWorld,
  on: Omit<FollowParts, 'store' | 'organisation'>,
): Promise<Plane> {
  const url = databaseUrl ?? env[databaseFrom] ?? '';
  if (url === '')
    throw new WeighbridgeError('gateway-invalid', `${databaseFrom} is not set, and controlPlane needs it`, {
      remedy: 'Set it to the address of the control plane’s database, or give --database-url.',
    });
  const [{ connectDatabase }, { controlStoreOn }, { followReleases }, kept, files, { writeWhole }] = await Promise.all([
    import('../adapters/store/connect-database.ts'),
    import('../adapters/store/control-store.ts'),
    import('../adapters/store/release-changes.ts'),
    import('../app/gateway/kept.ts'),
    import('../adapters/files/own-files.ts'),
    import('../adapters/files/write-whole.ts'),
  ]);
  const database = await connectDatabase(url);
  const following: Following = follow({ store: controlStoreOn(database), organisation, ...on });
  const file =
    keep === null ? join(dataFolder, 'gateway', `${gateway.replaceAll('/', '_')}.json`) : resolve(folder, keep);
  let timer: NodeJS.Timeout | undefined;
  let changes: Awaited<ReturnType<typeof followReleases>> | null = null;
  return {
    look: () => following.look(),
    start: async () => {
      timer = setInterval(() => void following.look(), LOOK);
      changes = await followReleases(url, (whose) => {
        if (whose === null || whose === organisation) void following.look();
      });
      await following.look();
    },
    keep: (heard) => writeWhole(file, kept.keptText(heard), { mode: 0o600 }),
    kept: async () => {
      const text = await files.readPrivateText(file, LIMITS.gatewayKept).catch((error: unknown) => {
        if (error instanceof WeighbridgeError && error.code === 'path-missing') return null;
        throw error;
      });
      return text === null ? null : kept.heardIn(text, file, organisation);
    },
    close: async () => {
      clearInterval(timer);
      await changes?.close();
      await following.leave();
      await database.close();
    },
  };
}
