import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { archived, type Part } from '../adapters/backup/archive.ts';
import { backupParts, keysIn } from '../adapters/backup/backup.ts';
import { restoreParts } from '../adapters/backup/restore.ts';
import { currentKey } from '../adapters/backup/rows.ts';
import { createBlobFolder } from '../adapters/blobs/folder.ts';
import { runningDatabase, startEmbedded } from '../adapters/database/embedded.ts';
import { writeChunks, writeWhole } from '../adapters/files/write-whole.ts';
import { openNamed } from '../adapters/signers/key-ring.ts';
import { openLocalKey, readPublicKey } from '../adapters/signers/local-key.ts';
import { stateOfLog } from '../app/control/audit/audit.ts';
import type { BackupOptions, Kept, Restored, RestoreOptions } from '../contract/control/backup.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { AuditBook } from '../ports/control/audit.ts';
import type { Signer } from '../ports/signer.ts';
import { keyElsewhere, type World } from './up.ts';

type Place = Pick<BackupOptions, 'data' | 'databaseUrl' | 'allowRoot'>;
type Around = Pick<World, 'dataFolder' | 'version' | 'clock' | 'blobs' | 'openKey'>;

/** Keeps all that a control plane has in one archive; a server may run meanwhile. Throws as `backupParts` does, and `key-invalid`. */
export async function backup(options: BackupOptions, world: Around): Promise<Kept> {
  const folder = options.data ?? join(world.dataFolder, 'server');
  return onDatabase(options, folder, async (client) => {
    const signer = await sealerOf(client, folder, await keyElsewhere(options, world));
    const count = counter();
    const parts = backupParts({
      client,
      blobs: world.blobs ?? createBlobFolder(join(folder, 'blobs')),
      keyFolder: options.withKeys ? folder : null,
      version: world.version,
      now: world.clock.now(),
      onPart: count.see,
    });
    const archive = archived(parts, signer);
    // The fastest level: documents are JSON, of which even that leaves a sixth.
    const { size } = await writeChunks(options.file, through(archive, createGzip({ level: 1 })), { mode: 0o600 });
    return { ...count.seen(), keyId: signer.keyId, bytes: size };
  });
}

/** The key that signs now: whoever restores trusts no key that was rotated away. */
async function sealerOf(client: Client, folder: string, elsewhere: Signer | null): Promise<Signer> {
  const current = await currentKey(client);
  if (current === null) return elsewhere ?? openLocalKey(join(folder, 'signing.key'));
  if (current === elsewhere?.keyId) return elsewhere;
  const first = existsSync(join(folder, 'signing.key')) ? await openLocalKey(join(folder, 'signing.key')) : null;
  return first?.keyId === current ? first : openNamed(folder, current);
}

/** Puts an archive where nothing is. What fails leaves the data folder as it was: empty. Throws as `restoreParts` does. */
export async function restore(options: RestoreOptions, world: Around): Promise<Restored> {
  const folder = options.data ?? join(world.dataFolder, 'server');
  if ((await readdir(folder).catch(() => [])).length > 0) throw new WeighbridgeError('restore-not-empty', folder);
  if (!(await stat(options.file).catch(() => null))?.isFile()) throw new WeighbridgeError('path-missing', options.file);
  const given = options.keys === null ? [] : await keysOf(options.keys, options.trusted.length > 0);
  const trusted = await Promise.all(
    options.trusted.length > 0
      ? options.trusted.map(readPublicKey)
      : given.map(({ name }) => readPublicKey(join(options.keys ?? '', name))),
  );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return await onDatabase(options, folder, async (client) => {
      const count = counter();
      let entries = 0;
      const verifyLog = async (organisation: string, audit: AuditBook): Promise<void> => {
        entries += await verified(organisation, audit);
      };
      const { manifest, keys, ...rest } = await restoreParts(unzipped(options.file), {
        client,
        blobs: world.blobs ?? createBlobFolder(join(folder, 'blobs')),
        trusted,
        verifyLog,
        onPart: count.see,
        keysGiven: given.length > 0,
      });
      for (const { name, pem } of given.length > 0 ? given : keys)
        await writeWhole(join(folder, name), pem, { mode: 0o600 });
      return { ...count.seen(), ...rest, folder, version: manifest.version, entries };
    });
  } catch (error) {
    for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
    throw error;
  }
}

/** Whoever says whose seal counts may have the key that signs elsewhere. */
async function keysOf(folder: string, sealKnown: boolean) {
  const keys: Extract<Part, { kind: 'key' }>[] = [];
  for await (const key of keysIn(folder)) keys.push(key);
  const needed = sealKnown ? ['audit.key'] : ['audit.key', 'signing.key'];
  const missing = needed.find((wanted) => !keys.some(({ name }) => name === wanted));
  if (missing !== undefined) throw new WeighbridgeError('key-invalid', `${folder} has no ${missing}`);
  return keys;
}

async function verified(organisation: string, audit: AuditBook): Promise<number> {
  const { ok, size, problems } = await stateOfLog(audit);
  if (ok) return size;
  throw new WeighbridgeError(
    'backup-invalid',
    `the audit log of ${organisation}: ${problems.map(({ message }) => message).join('; ')}`,
  );
}

/** Where somebody runs the database of this folder, through theirs: they are not held up. */
async function onDatabase<Answer>(
  { databaseUrl, allowRoot }: Place,
  folder: string,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const running = databaseUrl ?? (await runningDatabase(folder));
  if (running !== null) return connected(running, work);
  const embedded = await startEmbedded(folder, { allowRoot });
  try {
    return await connected(embedded.url, work);
  } finally {
    await embedded.stop();
  }
}

async function connected<Answer>(url: string, work: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    if (error instanceof WeighbridgeError) throw error;
    throw new WeighbridgeError('database-failed', (error as Error).message, { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

async function* through(
  pieces: AsyncIterable<Uint8Array>,
  transform: NodeJS.ReadWriteStream,
): AsyncIterable<Uint8Array> {
  const { pipeline } = await import('node:stream');
  let failed: unknown;
  pipeline(pieces, transform, (error) => (failed = error ?? undefined));
  try {
    for await (const piece of transform) yield piece as unknown as Uint8Array;
  } catch (error) {
    throw failed ?? error;
  }
}

async function* unzipped(file: string): AsyncIterable<Uint8Array> {
  try {
    yield* through(createReadStream(file), createGunzip());
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    throw new WeighbridgeError('backup-invalid', (cause as Error).message, { cause });
  }
}

/** What went by. */
function counter() {
  let [rows, blobs, madeAt, schema] = [0, 0, '', 0];
  return {
    see: (part: Part): void => {
      if (part.kind === 'rows') rows += part.lines.length;
      if (part.kind === 'blob') blobs++;
      if (part.kind === 'manifest') ({ madeAt, schema } = part.manifest);
    },
    seen: () => ({ rows, blobs, madeAt, schema }),
  };
}
