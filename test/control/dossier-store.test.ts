import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobFolder } from '../../src/adapters/blobs/folder.ts';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { keepRunning } from '../../src/adapters/database/keep-running.ts';
import { controlStoreOn } from '../../src/adapters/store/control-store.ts';
import { createDossierFolder } from '../../src/adapters/store/dossier-folder.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { SILENT } from '../../src/contract/progress.ts';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import { touchKeysOf } from '../../src/domain/touch.ts';
import { UNSTATED_USE } from '../../src/domain/use.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { WeighbridgeError } from '../../src/kernel/errors.ts';
import type { ControlStore } from '../../src/ports/control-store.ts';
import type { DossierStore } from '../../src/ports/dossier-store.ts';
import { databaseIn, EMBEDDED, NO_DATABASE, ownDatabaseIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';
import { appIn } from '../support/world.ts';

const home = scratchFolder();
const vettings: Vetting[] = [];
let embedded: EmbeddedDatabase | undefined;
let database: Database | undefined;
let store: ControlStore | undefined;
let blobs = '';

beforeAll(async () => {
  for (const model of ['plover-1m', 'plover-1m-tainted'])
    vettings.push(
      await appIn(home).vet(
        {
          reference: `examples/models/${model}`,
          policy: null,
          use: null,
          useFlags: UNSTATED_USE,
          downloadTo: null,
          sign: null,
          keep: false,
        },
        { signal: new AbortController().signal, progress: SILENT },
      ),
    );
  if (NO_DATABASE !== null) return;
  embedded = await databaseIn(scratchFolder());
  database = await openDatabase(embedded.url);
  blobs = scratchFolder();
  store = controlStoreOn(database, createBlobFolder(blobs));
});

afterAll(async () => {
  await database?.close();
  await embedded?.stop();
});

/** The port, one transaction a call, for an organisation of the test's own. */
function tableFor(organisation: string): DossierStore {
  const within = <Answer>(work: (dossiers: DossierStore) => Promise<Answer>): Promise<Answer> => {
    if (store === undefined) throw new Error('no database');
    return store.within(organisation, async (books) => {
      await books.found(new Date());
      return work(books.dossiers);
    });
  };
  return {
    keep: (vetting) => within((dossiers) => dossiers.keep(vetting)),
    list: () => within((dossiers) => dossiers.list()),
    newest: (prefix) => within((dossiers) => dossiers.newest(prefix)),
    touching: (keys) => within((dossiers) => dossiers.touching(keys)),
  };
}

/** The same model with evidence of a mebibyte. */
function enlarged(vetting: Vetting | undefined, seed = 'long'): Vetting {
  if (vetting === undefined) throw new Error('no vetting');
  const { digest: _, ...dossier } = vetting.dossier;
  const long = evidenceOf('external', 'test', vetting.vettedAt, { text: seed.repeat(256 * 1024) });
  return { ...vetting, dossier: assembleDossier({ ...dossier, evidence: [...dossier.evidence, long] }) };
}

let count = 0;
const STORES = [
  { name: 'a folder', skip: false, make: () => createDossierFolder(scratchFolderLater()) },
  {
    name: `PostgreSQL${NO_DATABASE === null ? '' : ` (${NO_DATABASE})`}`,
    skip: NO_DATABASE !== null,
    make: () => tableFor(`org-${count++}`),
  },
];
const folders = scratchFolder();
const scratchFolderLater = (): string => `${folders}/${count++}`;

describe.each(STORES)('dossiers in $name', ({ skip, make }) => {
  it.skipIf(skip)('come back as they were kept, by the first digits of their digest', async () => {
    const dossiers = make();
    for (const vetting of vettings) await dossiers.keep(vetting);
    for (const vetting of vettings) {
      expect(await dossiers.newest(vetting.dossier.digest)).toEqual(JSON.parse(JSON.stringify(vetting)));
      expect((await dossiers.newest(vetting.dossier.digest.slice(7, 19))).dossier.digest).toBe(vetting.dossier.digest);
    }
  });

  it.skipIf(skip)('come back however large they are', async () => {
    const dossiers = make();
    const large = enlarged(vettings[0]);
    await dossiers.keep(large);
    expect(await dossiers.newest(large.dossier.digest)).toEqual(JSON.parse(JSON.stringify(large)));
  });

  it.skipIf(skip)('are listed once, newest first, however often they are kept', async () => {
    const dossiers = make();
    const [first, second] = vettings;
    if (first === undefined || second === undefined) throw new Error('no vetting');
    const later = { ...first, vettedAt: '2031-01-01T00:00:00.000Z' };
    for (const vetting of [first, second, later, first]) await dossiers.keep(vetting);
    const listed = await dossiers.list();
    expect(listed.map(({ dossier }) => dossier)).toEqual([first.dossier.digest, second.dossier.digest]);
    expect(listed[0]?.vettedAt).toBe(later.vettedAt);
    expect((await dossiers.newest(first.dossier.digest)).vettedAt).toBe(later.vettedAt);
  });

  it.skipIf(skip)('are found by what news may touch', async () => {
    const dossiers = make();
    for (const vetting of vettings) await dossiers.keep(vetting);
    const [first] = vettings;
    const name = first === undefined ? [] : touchKeysOf(first.dossier).filter((key) => key.startsWith('name:'));
    expect(await dossiers.touching(name)).toEqual([first?.dossier.digest]);
    expect(await dossiers.touching(['name:nobody/knows'])).toEqual([]);
  });

  it.skipIf(skip)('say what is missing, and what is ambiguous', async () => {
    const dossiers = make();
    await expect(dossiers.newest('0000')).rejects.toMatchObject({ code: 'dossier-not-found' });
    await expect(dossiers.newest("' or true --")).rejects.toMatchObject({ code: 'dossier-not-found' });
    expect(await dossiers.list()).toEqual([]);
  });
});

describe.skipIf(NO_DATABASE !== null)('the database', () => {
  it('shows no organisation another’s rows', async () => {
    const [vetting] = vettings;
    if (vetting === undefined) throw new Error('no vetting');
    await tableFor('org-a').keep(vetting);
    expect(await tableFor('org-b').list()).toEqual([]);
    const all = await database?.transaction({ organisation: 'org-b' }, (sql) => sql.run('select 1 from vettings', []));
    expect(all).toBe(0);
    // Nor can it write there.
    const stolen = database?.transaction({ organisation: 'org-b' }, (sql) =>
      sql.run(`insert into organisations values ('org-c', 'c', now())`, []),
    );
    await expect(stolen).rejects.toMatchObject({ code: 'database-failed' });
  });

  it('puts every table but the list of its own steps under row-level security, its owner included', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: embedded?.url });
    await client.connect();
    const { rows } = await client.query<{ relname: string; bound: boolean }>(
      `select relname, relrowsecurity and relforcerowsecurity as bound from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.filter(({ bound }) => !bound).map(({ relname }) => relname)).toEqual(['schema_steps']);
  });

  it.each(['vettings', 'audit_entries'])('never changes or removes a row of %s', async (table) => {
    const [vetting] = vettings;
    if (vetting === undefined || store === undefined) throw new Error('no vetting');
    await store.within('org-kept', async (books) => {
      await books.found(new Date());
      await books.dossiers.keep(vetting);
      await books.audit.append({ at: '', actor: '', act: '', subject: '', detail: {} });
    });
    for (const statement of [`delete from ${table}`, `update ${table} set organisation = organisation`])
      await expect(
        database?.transaction({ organisation: 'org-kept' }, (sql) => sql.run(statement, [])),
      ).rejects.toMatchObject({ code: 'database-failed' });
  });

  it('says so when the blob of a large dossier vanished or changed', async () => {
    const dossiers = tableFor('org-blobs');
    const before = new Set(readdirSync(blobs, { recursive: true, encoding: 'utf8' }));
    const large = enlarged(vettings[0], 'other');
    await dossiers.keep(large);
    const [file = ''] = readdirSync(blobs, { recursive: true, encoding: 'utf8' }).filter(
      (name) => !before.has(name) && /[0-9a-f]{64}$/.test(name),
    );
    writeFileSync(join(blobs, file), '{}');
    await expect(dossiers.newest(large.dossier.digest)).rejects.toMatchObject({ code: 'blob-changed' });
    rmSync(join(blobs, file));
    await expect(dossiers.newest(large.dossier.digest)).rejects.toMatchObject({ code: 'blob-missing' });
  });

  it('reads a vetting once, and a newer one of the same dossier where there is one', async () => {
    const dossiers = tableFor('org-once');
    const [vetting] = vettings;
    if (vetting === undefined) throw new Error('no vetting');
    await dossiers.keep(vetting);
    const { digest } = vetting.dossier;
    const first = await dossiers.newest(digest);
    expect(await dossiers.newest(digest.slice(7, 30))).toBe(first);
    await dossiers.keep({ ...vetting, vettedAt: '2031-01-01T00:00:00.000Z' });
    expect((await dossiers.newest(digest)).vettedAt).toBe('2031-01-01T00:00:00.000Z');
    // Nor does anybody else see it for that.
    await expect(tableFor('org-other').newest(digest)).rejects.toMatchObject({ code: 'dossier-not-found' });
  });

  it('numbers audit entries without a gap or a fork, whoever writes at once', async () => {
    if (store === undefined) throw new Error('no database');
    const books = store;
    await books.within('org-log', (one) => one.found(new Date()));
    const acts = Array.from({ length: 40 }, (_, at) => ({
      at: '',
      actor: 'a',
      act: `act-${at}`,
      subject: '',
      detail: {},
    }));
    await Promise.all(acts.map((entry) => books.within('org-log', ({ audit }) => audit.append(entry))));
    const written = await books.within('org-log', ({ audit }) => audit.since(0, 100));
    expect(written.map(({ position }) => position)).toEqual(acts.map((_, at) => at));
    expect(new Set(written.map(({ entry }) => entry)).size).toBe(acts.length);
  });

  it.skipIf(!EMBEDDED)('is taken over, as it runs, from a server that was killed', async () => {
    const folder = scratchFolder();
    const before = await ownDatabaseIn(folder);
    await expect(ownDatabaseIn(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    // What a killed server leaves: its lock, and a database that nobody stopped. This number is out again, with another start.
    writeFileSync(join(folder, 'weighbridge.lock'), `${process.pid} 1\n`);
    const after = await ownDatabaseIn(folder);
    expect(after).toMatchObject({ takenOver: true, pid: before.pid, url: before.url });
    const opened = await openDatabase(after.url);
    await opened.close();
    await after.stop();
    expect(() => process.kill(before.pid, 0)).toThrow();
  });

  it.skipIf(!EMBEDDED)('is started again under the same address when its process ended by itself', async () => {
    const held = await ownDatabaseIn(scratchFolder());
    const lines: string[] = [];
    const keeper = keepRunning(held, (line) => lines.push(line), [0, 500, 5_000], 50);
    const opened = await openDatabase(held.url);
    const before = held.pid;
    process.kill(before, 'SIGKILL');
    await until(() => lines.at(-1)?.includes('was started again') ?? false);
    expect(held.pid).not.toBe(before);
    await opened.close();
    await (await openDatabase(held.url)).close();
    await keeper.stop();
    await held.stop();
    expect(held.runs()).toBe(false);
  });

  it('that ended and does not start again is given up after some tries, and says why', async () => {
    const lines: string[] = [];
    const again = () => Promise.reject(new WeighbridgeError('database-failed', 'no space left on device'));
    const keeper = keepRunning({ runs: () => false, again }, (line) => lines.push(line), [0, 1, 1], 1);
    expect(await keeper.ended).toBe('no space left on device');
    expect(lines).toHaveLength(3);
  });

  it('is refused when its schema is newer, and to a role that is above row-level security', async () => {
    const { default: pg } = await import('pg');
    const url = embedded?.url ?? '';
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('insert into schema_steps values (9999, now())');
    await expect(openDatabase(url)).rejects.toMatchObject({ code: 'database-newer' });
    await client.query('delete from schema_steps where version = 9999');
    await client.end();
    const above = url.replace(/\/\/\w+@/, '//postgres@');
    await expect(openDatabase(above)).rejects.toMatchObject({ code: 'database-role' });
  });
});
