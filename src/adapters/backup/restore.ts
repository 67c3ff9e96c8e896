import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Client } from 'pg';
import { digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { BlobStore } from '../../ports/blob-store.ts';
import type { AuditBook } from '../../ports/control/audit.ts';
import { auditBook } from '../store/control/audit.ts';
import { assertBound, migrateTo, NEWEST_SCHEMA } from '../store/migrate.ts';
import { sqlOver } from '../store/sql.ts';
import { type Manifest, type Part, partsOf } from './archive.ts';
import { beginRows, endRows, loadRows, organisationsOf, tablesOf } from './rows.ts';

export interface RestoreTo {
  readonly client: Client;
  readonly blobs: BlobStore;
  /** Whose seal counts; without any, that of the archive's own keys. */
  readonly trusted: readonly KeyObject[];
  /** Throws when a log does not hold. */
  readonly verifyLog: (organisation: string, audit: AuditBook) => Promise<void>;
  readonly onPart: (part: Part) => void;
  /** An archive without keys wants some: a server that made new ones could not go on with the old log. */
  readonly keysGiven: boolean;
}

export interface RestoredRows {
  readonly manifest: Manifest;
  readonly keyId: string;
  readonly organisations: number;
  /** To be written when all else is there. */
  readonly keys: readonly { readonly name: string; readonly pem: string }[];
}

/**
 * Puts an archive into an empty database, in one transaction: the schema as it was, the rows, what referred to what, the
 * seal, the steps of the schema since, and then the audit log of each organisation, whole. Throws `restore-not-empty`,
 * `backup-invalid`, `backup-newer`, `backup-untrusted`.
 */
export async function restoreParts(archive: AsyncIterable<Uint8Array>, to: RestoreTo): Promise<RestoredRows> {
  const { client } = to;
  await assertBound(client);
  await client.query('begin');
  try {
    if ((await tablesOf(client)).length > 0) throw new WeighbridgeError('restore-not-empty', 'the database has tables');
    const restored = await putBack(archive, to);
    await client.query('commit');
    return restored;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

async function putBack(archive: AsyncIterable<Uint8Array>, to: RestoreTo): Promise<RestoredRows> {
  const { client, blobs, onPart } = to;
  let manifest: Manifest | undefined;
  let tables: readonly string[] = [];
  let keyId: string | undefined;
  const keys: { name: string; pem: string }[] = [];
  for await (const part of partsOf(archive)) {
    onPart(part);
    switch (part.kind) {
      case 'manifest':
        manifest = part.manifest;
        tables = await prepare(client, manifest);
        break;
      case 'key':
        keys.push(part);
        break;
      case 'rows':
        await loadRows(client, tables, part);
        break;
      case 'blob':
        await blobs.put({ digest: digestFromHex(part.hex), size: part.size }, part.bytes);
        break;
      case 'seal':
        assertSealed(part, to.trusted.length > 0 ? to.trusted : keys.map(({ pem }) => publicHalf(pem)));
        ({ keyId } = part);
        break;
    }
  }
  if (manifest === undefined || keyId === undefined) throw new WeighbridgeError('backup-invalid', 'it is empty');
  if (keys.length === 0 && !to.keysGiven)
    throw new WeighbridgeError('backup-untrusted', 'it has no keys, and without the server’s own nobody could go on');
  await endRows(client);
  await migrateTo(client);
  const organisations = await organisationsOf(client);
  for (const organisation of organisations) {
    await client.query("select set_config('weighbridge.organisation', $1, true)", [organisation]);
    await to.verifyLog(organisation, auditBook(sqlOver(client), organisation));
  }
  return { manifest, keyId, organisations: organisations.length, keys };
}

async function prepare(client: Client, { schema }: Manifest): Promise<readonly string[]> {
  if (schema > NEWEST_SCHEMA)
    throw new WeighbridgeError('backup-newer', `its schema is ${schema}, this version knows ${NEWEST_SCHEMA}`);
  await migrateTo(client, schema);
  await beginRows(client);
  return tablesOf(client);
}

function assertSealed({ keyId, holds }: Extract<Part, { kind: 'seal' }>, keys: readonly KeyObject[]): void {
  if (keys.some(holds)) return;
  const why =
    keys.length === 0 ? 'it has no keys, and none was given' : `key ${keyId.slice(0, 16)}… is none of those given`;
  throw new WeighbridgeError('backup-untrusted', why);
}

function publicHalf(pem: string): KeyObject {
  try {
    return createPublicKey(pem);
  } catch (cause) {
    throw new WeighbridgeError('backup-invalid', 'a key of it is none', { cause });
  }
}
