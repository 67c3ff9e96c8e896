import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import { digestFromHex, hexOf, isDigest } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import { NEWEST_SCHEMA } from '../store/migrate.ts';
import { FORMAT, type Part } from './archive.ts';
import { blobsOf, dumpRows, schemaOf } from './rows.ts';

export interface BackupOf {
  readonly client: Client;
  readonly blobs: BlobStore;
  /** Of the keys that go along; null: none do. */
  readonly keyFolder: string | null;
  readonly version: string;
  readonly now: Date;
  /** Told of each part. */
  readonly onPart: (part: Part) => void;
}

/**
 * All that a control plane keeps, as it was at one moment: rows from one snapshot, and the blobs that they name, which
 * never change. Whoever works meanwhile is not held up. Throws `database-newer`, `database-failed`, `blob-missing`, `blob-changed`.
 */
export async function* backupParts({ client, blobs, keyFolder, version, now, onPart }: BackupOf): AsyncIterable<Part> {
  const given = (part: Part): Part => {
    onPart(part);
    return part;
  };
  await client.query('begin isolation level repeatable read read only');
  const schema = await schemaOf(client);
  if (schema > NEWEST_SCHEMA)
    throw new WeighbridgeError('database-newer', `its schema is ${schema}, this version knows ${NEWEST_SCHEMA}`);
  const keys = keyFolder !== null;
  const madeAt = now.toISOString();
  yield given({
    kind: 'manifest',
    manifest: { kind: 'weighbridge-backup', format: FORMAT, version, schema, madeAt, keys },
  });
  if (keyFolder !== null) for await (const part of keysIn(keyFolder)) yield given(part);
  for await (const chunk of dumpRows(client)) yield given({ kind: 'rows', ...chunk });
  for (const { digest, size } of await blobsOf(client)) {
    if (!isDigest(digest)) throw new WeighbridgeError('blob-missing', digest);
    yield given({ kind: 'blob', hex: hexOf(digest), size, bytes: blobs.read(digestFromHex(hexOf(digest))) });
  }
  await client.query('commit');
}

export async function* keysIn(folder: string): AsyncIterable<Extract<Part, { kind: 'key' }>> {
  for (const name of (await readdir(folder)).toSorted())
    if (/^[a-z][a-z0-9-]{0,60}\.key$/.test(name))
      yield { kind: 'key', name, pem: await readFile(join(folder, name), 'utf8') };
}
