import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archived, type Part, partsOf } from '../../src/adapters/backup/archive.ts';
import { createBlobFolder } from '../../src/adapters/blobs/folder.ts';
import { runningDatabase } from '../../src/adapters/database/embedded.ts';
import { makeLocalKey, openLocalKey } from '../../src/adapters/signers/local-key.ts';
import { controlStoreOn } from '../../src/adapters/store/control-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import { backup, restore } from '../../src/main/backup.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { actALittle } from '../support/acts.ts';
import { EMBEDDED, NO_DATABASE, ownDatabaseIn, ownServerIn, PASSWORD, passable, signIn } from '../support/control.ts';
import { databaseNamed } from '../support/debian-postgres.ts';
import { sampled } from '../support/deep.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();
const folder = join(home, 'server');
const file = join(home, 'kept.tar.gz');
const world = { dataFolder: home, version: '0.0.0-test', clock: SYSTEM_CLOCK, blobs: null };

describe.skipIf(NO_DATABASE !== null)('a backup', () => {
  let running: Running;

  beforeAll(async () => {
    running = await ownServerIn(folder, { models: modelsIn(join(home, 'models')) });
    await actALittle(running);
    await keepLarge(await urlOf(folder));
    await backup({ ...(await placeOf(folder)), file, withKeys: true }, world);
  });
  afterAll(() => running?.stop());

  it('of a server that runs is restored to the same rows, blobs and keys, and the server goes on from there', async () => {
    const target = passable(join(home, 'restored'));
    const restored = await restore({ ...(await placeOf(target)), file, keys: null, trusted: [] }, world);
    expect(restored).toMatchObject({ organisations: 2, blobs: 1, version: '0.0.0-test' });
    expect(restored.entries).toBeGreaterThan(20);
    for (const key of ['signing.key', 'audit.key']) {
      expect(readFileSync(join(target, key))).toEqual(readFileSync(join(folder, key)));
      expect(statSync(join(target, key)).mode & 0o777).toBe(0o600);
    }
    const [before, after] = [await rowsAt(folder), await rowsAt(target)];
    expect(after.length).toBeGreaterThan(100);
    expect(after).toEqual(before);
    const again = await ownServerIn(target, { models: join(home, 'models') });
    try {
      expect(again.first).toBeNull();
      expect(again.keyId).toBe(running.keyId);
      const { call } = await signIn(again.address, 'asks@example.org', PASSWORD);
      expect(await call('channel.show', { channel: 'production' })).toMatchObject({ name: 'production' });
      const what = { direction: 'adopt', reference: 'egret', role: 'deployer', use: {} } as const;
      const { id } = await call('request.open', { ...what, owner: (await call('me.show', {})).id });
      expect((await call('request.list', { limit: 1 })).items[0]?.id).toBe(id);
    } finally {
      await again.stop();
    }
  });

  it('does not tell where the server keeps its models', () => {
    const archive = gunzipSync(readFileSync(file));
    expect(archive.includes('plover-1m')).toBe(true);
    expect(archive.includes(join(home, 'models'))).toBe(false);
  });

  it('is refused where something is already, and leaves that alone', async () => {
    const target = passable(join(home, 'taken'));
    writeFileSync(join(target, 'mine.txt'), 'mine');
    const attempt = restore({ ...(await placeOf(target)), file, keys: null, trusted: [] }, world);
    await expect(attempt).rejects.toMatchObject({ code: 'restore-not-empty' });
    expect(readdirSync(target)).toEqual(['mine.txt']);
  });

  it('is refused by a database that has tables', async () => {
    const databaseUrl = await urlOf(folder);
    const attempt = restore({ ...NOWHERE, data: join(home, 'new'), databaseUrl, file, keys: null, trusted: [] }, world);
    await expect(attempt).rejects.toMatchObject({ code: 'restore-not-empty' });
  });

  it('without keys wants the server’s own, and counts under no other', async () => {
    const bare = join(home, 'bare.tar.gz');
    await backup({ ...(await placeOf(folder)), file: bare, withKeys: false }, world);
    expect(gunzipSync(readFileSync(bare)).includes('PRIVATE KEY')).toBe(false);
    const strange = join(home, 'strange');
    for (const name of ['signing.key', 'audit.key']) await makeLocalKey(join(strange, name), 'ed25519');
    const target = passable(join(home, 'keyless'));
    const place = { ...NOWHERE, data: target, databaseUrl: await spareDatabase('wb_keyless') };
    const into = (keys: string | null) => restore({ ...place, file: bare, keys, trusted: [] }, world);
    await expect(into(null)).rejects.toMatchObject({ code: 'backup-untrusted' });
    await expect(into(strange)).rejects.toMatchObject({ code: 'backup-untrusted' });
    expect(readdirSync(target)).toEqual([]);
    await into(folder);
    expect(readFileSync(join(target, 'signing.key'))).toEqual(readFileSync(join(folder, 'signing.key')));
  });

  it('tells who made it: one sealed by another key is refused, with keys in it or not', async () => {
    const strange = join(home, 'other', 'signing.key');
    await makeLocalKey(strange, 'ed25519');
    const forged = await changed((part) => part, strange);
    await refused(forged, 'backup-untrusted');
    const trusted = [strange.replace('.key', '.pub')];
    const place = { ...NOWHERE, data: passable(join(home, 'refused')), databaseUrl: await spareDatabase() };
    const attempt = restore({ ...place, file, keys: null, trusted }, world);
    await expect(attempt).rejects.toMatchObject({ code: 'backup-untrusted' });
  });

  const harms: readonly (readonly [string, string, () => Promise<Uint8Array>])[] = [
    ['a newer schema', 'backup-newer', () => manifest({ schema: 9999 })],
    ['a row that another organisation owns', 'backup-invalid', () => rows((line) => line.replace('"main"', '"acme"'))],
    [
      'another blob',
      'blob-changed',
      () => changed((part) => (part.kind === 'blob' ? { ...part, bytes: once(Buffer.alloc(part.size, 'x')) } : part)),
    ],
    ['a missing row', 'backup-invalid', () => dropped('people')],
    ['a rewritten log', 'backup-invalid', () => rewrittenLog()],
    [
      'a row that no table takes',
      'backup-invalid',
      () => rows((line) => line.replace('"organisation":', '"organisation":7,"x":')),
    ],
    // The seal is right: whoever made these has the key, and still names no place outside.
    ['a blob that lies elsewhere (zip-slip)', 'backup-invalid', () => slipped('blob', { hex: '../../../../evil' })],
    ['a key that lies elsewhere (zip-slip)', 'backup-invalid', () => slipped('key', { name: '../../evil.key' })],
    ['a table that lies elsewhere (zip-slip)', 'backup-invalid', () => slipped('rows', { table: '../../evil' })],
  ];
  it.skipIf(!EMBEDDED).each(sampled(harms, 2))(
    'with %s is refused (%s), and nothing of it is left',
    async (_, code, make) => {
      await refused(await make(), code);
    },
  );

  /** Each is a place that the refusals before it left empty: what one leaves, the next finds. */
  async function refused(bytes: Uint8Array, code: string): Promise<void> {
    const bad = join(home, 'bad.tar.gz');
    writeFileSync(bad, bytes);
    const target = passable(join(home, 'refused'));
    const databaseUrl = await spareDatabase();
    const beside = readdirSync(home);
    const attempt = restore({ ...NOWHERE, data: target, databaseUrl, file: bad, keys: null, trusted: [] }, world);
    await expect(attempt).rejects.toMatchObject({ code });
    expect(readdirSync(target)).toEqual([]);
    expect(readdirSync(home)).toEqual(beside);
  }
});

const NOWHERE = { data: null, databaseUrl: null, allowRoot: true };

async function placeOf(data: string) {
  return { data, databaseUrl: EMBEDDED ? null : (await ownDatabaseIn(data)).url, allowRoot: true };
}

async function urlOf(data: string): Promise<string> {
  const running = EMBEDDED ? await runningDatabase(data) : (await ownDatabaseIn(data)).url;
  if (running === null) throw new Error('no database runs');
  return running;
}

/** An empty one beside the server's own: to start another server for each refusal takes long. */
async function spareDatabase(name = 'wb_spare'): Promise<string> {
  if (!EMBEDDED) return (await ownDatabaseIn(join(home, name))).url;
  return databaseNamed((await urlOf(folder)).replace('//weighbridge@/weighbridge', '//postgres@/postgres'), name);
}

/** A dossier so large that its document is a blob. */
async function keepLarge(url: string): Promise<void> {
  const database = await openDatabase(url);
  const store = controlStoreOn(database, createBlobFolder(join(folder, 'blobs')));
  await store.within('main', async ({ dossiers }) => {
    const [kept] = await dossiers.list();
    const vetting = await dossiers.newest(kept?.dossier ?? '');
    const long = evidenceOf('external', 'test', vetting.vettedAt, { text: 'long '.repeat(120_000) });
    const { digest: _, ...rest } = vetting.dossier;
    const dossier = assembleDossier({ ...rest, evidence: [...rest.evidence, long] });
    await dossiers.keep({ ...vetting, dossier });
  });
  await database.close();
}

/** Every row as PostgreSQL writes it; not of what a server that runs goes on changing by itself. */
async function rowsAt(data: string): Promise<readonly string[]> {
  const embedded = EMBEDDED && (await runningDatabase(data)) === null ? await ownDatabaseIn(data) : null;
  const client = new pg.Client({ connectionString: await urlOf(data) });
  await client.connect();
  await client.query('begin');
  const found: string[] = [];
  const tables = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not in ('jobs', 'webhooks')",
  );
  for (const organisation of ['main', 'acme'])
    for (const { name } of tables.rows) {
      await client.query("select set_config('weighbridge.organisation', $1, true)", [organisation]);
      const { rows } = await client.query<{ row: string }>(`select one::text as row from ${name} one`);
      if (name !== 'schema_steps') found.push(...rows.map(({ row }) => `${name} ${row}`));
    }
  await client.end();
  await embedded?.stop();
  return found.toSorted();
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** The backup again, its parts changed, sealed by somebody who has a key: by default the server's own. */
async function changed(change: (part: Part) => Part | null, key = join(folder, 'signing.key')): Promise<Uint8Array> {
  const parts = async function* () {
    for await (const part of partsOf(once(gunzipSync(readFileSync(file))))) {
      const next = part.kind === 'seal' ? null : change(part);
      if (next !== null) yield next;
    }
  };
  return zipped(archived(parts(), await openLocalKey(key)));
}

async function zipped(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return gzipSync(Buffer.concat(all));
}

function manifest(change: object): Promise<Uint8Array> {
  return changed((part) =>
    part.kind === 'manifest' ? { kind: 'manifest', manifest: { ...part.manifest, ...change } } : part,
  );
}

function rows(change: (line: string) => string): Promise<Uint8Array> {
  return changed((part) =>
    part.kind === 'rows' && part.table === 'people'
      ? { ...part, lines: [...part.lines.slice(1), change(part.lines[0] ?? '')] }
      : part,
  );
}

function slipped(kind: Part['kind'], place: object): Promise<Uint8Array> {
  return changed((part) => (part.kind === kind ? ({ ...part, ...place } as Part) : part));
}

function dropped(table: string): Promise<Uint8Array> {
  return changed((part) => (part.kind === 'rows' && part.table === table ? null : part));
}

/** One entry changed, its hash with it, by somebody who has the key of the archive's seal: the checkpoint still tells. */
function rewrittenLog(): Promise<Uint8Array> {
  return changed((part) =>
    part.kind === 'rows' && part.table === 'audit_entries'
      ? { ...part, lines: part.lines.map((line) => line.replace('release.rollback', 'release.rollbick')) }
      : part,
  );
}
