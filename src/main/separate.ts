import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../adapters/store/sql.ts';
import { settleKeys, signerNow } from '../app/control/keys/own-keys.ts';
import type { SingleSignOn } from '../app/control/parts.ts';
import { FIRST_ORGANISATION, foundOrganisation } from '../app/control/people/found.ts';
import type { WorkerParts } from '../app/control/requests/vet-request.ts';
import type { ServerOptions, Serving, SharedOptions, WorkerOptions, Working } from '../contract/control/up.ts';
import type { Evaluator } from '../domain/evaluator.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { controlParts } from './control.ts';
import { startDeliveries } from './deliveries.ts';
import { evaluatorsIn } from './evaluators.ts';
import { listen } from './listen.ts';
import { keyElsewhere, type World } from './up.ts';
import { startWorker } from './worker.ts';

/** The API and the console alone, on a database that workers elsewhere share. */
export async function serve(options: ServerOptions, world: World): Promise<Serving> {
  const { singleSignOnIn } = await import('./single-sign-on.ts');
  const singleSignOn = await singleSignOnIn(options, world.trustedHosts ?? []);
  const { parts, database } = await partsOn(options, world, { mayMakeKeys: true, singleSignOn, evaluators: null });
  try {
    const first = await foundOrganisation(parts, FIRST_ORGANISATION);
    const { keyId } = await settleKeys(parts, FIRST_ORGANISATION);
    const server = await listen(parts, options, world);
    const stop = async (): Promise<void> => {
      await server.close();
      await database.close();
    };
    return { address: server.address, first, keyId, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A worker alone. Any number may share a database, on any number of machines. */
export async function work(options: WorkerOptions, world: World): Promise<Working> {
  const evaluators = await evaluatorsIn(options.evaluators ?? null);
  const { parts, database } = await partsOn(options, world, { mayMakeKeys: false, singleSignOn: null, evaluators });
  const { keyId } = await parts.store
    .within(FIRST_ORGANISATION, (books) => signerNow(parts, books))
    .catch(async (error) => {
      await database.close();
      throw error;
    });
  const worker = startWorker(parts, world.log);
  const telling = startDeliveries(parts, world.log);
  const stop = async (): Promise<void> => {
    await telling.stop();
    await worker.stop();
    await database.close();
  };
  return { keyId, stop };
}

/** A worker that made a key of its own would sign what the server's key does not verify. */
function assertKeys(folder: string, needed: readonly string[]): void {
  const missing = needed.find((name) => !existsSync(join(folder, name)));
  if (missing !== undefined)
    throw new WeighbridgeError('key-invalid', `${folder} has no ${missing}: give --data, the folder of the server`);
}

async function partsOn(
  { databaseUrl, data, models, modelsOf = {}, signingKey = null }: SharedOptions,
  world: World,
  {
    mayMakeKeys,
    ...rest
  }: {
    readonly mayMakeKeys: boolean;
    readonly singleSignOn: SingleSignOn | null;
    readonly evaluators: readonly Evaluator[] | null;
  },
): Promise<{ readonly parts: WorkerParts; readonly database: Database }> {
  const { blobs = null, mailer = null, trustedHosts = [], upstreams = [], updateAdvisories = false } = world;
  const { weighbridge, clock, dataFolder } = world;
  const folder = data ?? join(dataFolder, 'server');
  if (!mayMakeKeys) assertKeys(folder, signingKey === null ? ['signing.key', 'audit.key'] : ['audit.key']);
  const { openDatabase } = await import('../adapters/store/open-database.ts');
  const database = await openDatabase(databaseUrl);
  try {
    // Workers elsewhere look by themselves.
    const wake = () => {};
    const elsewhere = await keyElsewhere({ signingKey }, world);
    const settings = { signingKey: elsewhere, blobs, mailer, trustedHosts, upstreams, updateAdvisories };
    const given = { database, folder, models, modelsOf, weighbridge, clock, wake, ...rest, ...settings };
    return { parts: await controlParts(given), database };
  } catch (error) {
    await database.close();
    throw error;
  }
}
