import { join } from 'node:path';
import type { EmbeddedDatabase } from '../adapters/database/embedded.ts';
import { keepRunning } from '../adapters/database/keep-running.ts';
import type { Database } from '../adapters/store/sql.ts';
import { settleKeys } from '../app/control/keys/own-keys.ts';
import { FIRST_ORGANISATION, foundOrganisation } from '../app/control/people/found.ts';
import type { Running, UpOptions } from '../contract/control/up.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Signer } from '../ports/signer.ts';
import { controlParts } from './control.ts';
import { startDeliveries } from './deliveries.ts';
import { evaluatorsIn } from './evaluators.ts';
import { listen } from './listen.ts';
import { startWorker, type Worker } from './worker.ts';

export interface World {
  readonly dataFolder: string;
  readonly weighbridge: Weighbridge;
  readonly version: string;
  readonly clock: Clock;
  /** Where the console was built to; null: the API alone. */
  readonly console: URL | null;
  readonly log: (line: string) => void;
  /** Of large dossiers; null: below the data folder. */
  readonly blobs?: BlobStore | null;
  /** Advisories are fetched before dossiers are judged anew. */
  readonly updateAdvisories?: boolean;
  /** Null: nobody gets mail. */
  readonly mailer?: Mailer | null;
  /** Opens a key that doesn't lie in the data folder; null: none does. */
  readonly openKey?: ((reference: string) => Promise<Signer>) | null;
  /** Hosts that webhooks may have on private addresses. */
  readonly trustedHosts?: readonly string[];
  /** Bases of model servers that channels may name. */
  readonly upstreams?: readonly string[];
}

/** Starts everything: the database, the worker, the API. What was started is stopped again when the rest cannot be. */
export async function up(options: UpOptions, world: World): Promise<Running> {
  const folder = options.data ?? join(world.dataFolder, 'server');
  const started: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of started.reverse().splice(0)) await end();
  };
  try {
    const { singleSignOnIn } = await import('./single-sign-on.ts');
    const singleSignOn = await singleSignOnIn(options, world.trustedHosts ?? []);
    const { url, embedded } = await databaseFor(options, folder);
    if (embedded !== null) started.push(() => embedded.stop());
    const keeper = embedded === null ? null : keepRunning(embedded, world.log);
    if (keeper !== null) started.push(() => keeper.stop());
    const { openDatabase } = await import('../adapters/store/open-database.ts');
    const database: Database = await openDatabase(url);
    started.push(() => database.close());
    let worker: Worker | null = null;
    const { models, modelsOf = {} } = options;
    const { weighbridge, clock, log } = world;
    const parts = await controlParts({
      database,
      folder,
      models,
      modelsOf,
      weighbridge,
      clock,
      blobs: world.blobs ?? null,
      trustedHosts: world.trustedHosts ?? [],
      upstreams: world.upstreams ?? [],
      mailer: world.mailer ?? null,
      evaluators: await evaluatorsIn(options.evaluators ?? null),
      singleSignOn,
      signingKey: await keyElsewhere(options, world),
      updateAdvisories: world.updateAdvisories ?? false,
      wake: () => worker?.wake(),
    });
    const first = await foundOrganisation(parts, FIRST_ORGANISATION);
    const { keyId } = await settleKeys(parts, FIRST_ORGANISATION);
    const working = startWorker(parts, log);
    worker = working;
    started.push(() => working.stop());
    const telling = startDeliveries(parts, log);
    started.push(() => telling.stop());
    const server = await listen(parts, options, world);
    started.push(() => server.close());
    const { address } = server;
    const takenOver = embedded?.takenOver ?? false;
    return { address, folder, first, keyId, takenOver, databaseEnded: keeper?.ended ?? new Promise(() => {}), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where the operator says that the key which signs lies; null: in the data folder. Throws `signer-absent`, `key-invalid`. */
export async function keyElsewhere(
  { signingKey = null }: Pick<UpOptions, 'signingKey'>,
  { openKey = null }: Pick<World, 'openKey'>,
): Promise<Signer | null> {
  if (signingKey === null) return null;
  if (openKey === null) throw new WeighbridgeError('signer-absent', signingKey);
  return openKey(signingKey);
}

async function databaseFor(
  { databaseUrl, allowRoot }: UpOptions,
  folder: string,
): Promise<{ readonly url: string; readonly embedded: EmbeddedDatabase | null }> {
  if (databaseUrl !== null) return { url: databaseUrl, embedded: null };
  const { startEmbedded } = await import('../adapters/database/embedded.ts');
  const embedded = await startEmbedded(folder, { allowRoot });
  return { url: embedded.url, embedded };
}
