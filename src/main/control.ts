import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBlobFolder } from '../adapters/blobs/folder.ts';
import { createPoster } from '../adapters/net/poster.ts';
import { createUpstreams } from '../adapters/net/upstreams.ts';
import { createArgon2 } from '../adapters/passwords/argon2.ts';
import { createKeyRing } from '../adapters/signers/key-ring.ts';
import { makeLocalKey, openLocalKey } from '../adapters/signers/local-key.ts';
import { controlStoreOn } from '../adapters/store/control-store.ts';
import type { Database } from '../adapters/store/sql.ts';
import type { Mint, SingleSignOn } from '../app/control/parts.ts';
import type { WorkerParts } from '../app/control/requests/vet-request.ts';
import type { ModelFolders } from '../contract/control/up.ts';
import type { Weighbridge } from '../contract/weighbridge.ts';
import type { Evaluator } from '../domain/evaluator.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { Signer } from '../ports/signer.ts';
import { modelsBelow } from './models.ts';

/** The control plane's parts, on an open database. */
export async function controlParts(
  given: ModelFolders & {
    readonly database: Database;
    readonly folder: string;
    readonly weighbridge: Pick<
      Weighbridge,
      'vet' | 'takeDossier' | 'judgeDossier' | 'revetOne' | 'updateAdvisories' | 'holdFolder' | 'outboundOf'
    >;
    /** Null: below the folder. */
    readonly blobs: BlobStore | null;
    /** Hosts that webhooks may have on private addresses. */
    readonly trustedHosts?: readonly string[];
    /** Bases of model servers that channels may name. */
    readonly upstreams?: readonly string[];
    /** Fetches advisories before dossiers are judged anew. */
    readonly updateAdvisories?: boolean;
    /** Null: nobody gets mail. */
    readonly mailer?: Mailer | null;
    readonly clock: Clock;
    /** Null: workers elsewhere have them, if anybody. */
    readonly evaluators?: readonly Evaluator[] | null;
    /** Null: passwords alone. */
    readonly singleSignOn?: SingleSignOn | null;
    /** Where the key that decisions are signed with lies, if not in the folder. */
    readonly signingKey?: Signer | null;
    readonly wake: () => void;
  },
): Promise<WorkerParts> {
  const { database, folder, weighbridge, clock, wake, signingKey = null } = given;
  const signer = await firstSigner(folder, signingKey);
  return {
    store: controlStoreOn(database, given.blobs ?? createBlobFolder(join(folder, 'blobs'))),
    passwords: await createArgon2(),
    signer,
    keyRing: createKeyRing(folder, signer, signingKey),
    logSigner: await signerIn(folder, 'audit.key'),
    witnessSigner: once(() => signerIn(folder, 'witness.key')),
    clock,
    mint: MINT,
    locate: await modelsBelow(given),
    take: (input) => weighbridge.takeDossier(input),
    judge: (input) => weighbridge.judgeDossier(input),
    outbound: (dossier) => weighbridge.outboundOf(dossier),
    poster: createPoster(given.trustedHosts ?? []),
    upstreams: createUpstreams(given.upstreams ?? []),
    mailer: given.mailer ?? null,
    evaluators: given.evaluators ?? null,
    singleSignOn: given.singleSignOn ?? null,
    wake,
    vet: (input, caller) => weighbridge.vet(input, caller),
    revet: (input, caller) => weighbridge.revetOne(input, caller),
    hold: (input, caller) => weighbridge.holdFolder(input, caller),
    refresh: async (caller) => {
      if (given.updateAdvisories !== true) return;
      await weighbridge.updateAdvisories({ ecosystems: [], from: null, whole: false }, caller);
    },
  };
}

const MINT: Mint = { id: () => randomUUID(), secret: () => randomBytes(32).toString('base64url') };

/** The key that a server signed with from its first day. Where keys lie elsewhere from then on, none is made in a file. */
async function firstSigner(folder: string, elsewhere: Signer | null): Promise<Signer> {
  if (existsSync(join(folder, 'signing.key'))) return signerIn(folder, 'signing.key');
  if (elsewhere !== null) return elsewhere;
  // A folder that has the log's key is not new: its other key is somewhere, and another would sign what nobody trusts.
  if (existsSync(join(folder, 'audit.key')))
    throw new WeighbridgeError('key-invalid', `${folder} has no signing.key`, {
      remedy: 'Start with --signing-key, as the server was started before; or put back the file.',
    });
  return signerIn(folder, 'signing.key');
}

/** A key of the server's own, made with its data folder. */
async function signerIn(folder: string, name: string): Promise<Signer> {
  const path = join(folder, name);
  if (!existsSync(path)) await makeLocalKey(path, 'ed25519');
  return openLocalKey(path);
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => (made ??= make());
}
