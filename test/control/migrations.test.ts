import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { makeLocalKey } from '../../src/adapters/signers/local-key.ts';
import { NEWEST_SCHEMA } from '../../src/adapters/store/migrate.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { InputOf } from '../../src/contract/control/operations.ts';
import { backup, restore } from '../../src/main/backup.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { actALittle } from '../support/acts.ts';
import { EMBEDDED, emptyDatabaseIn, NO_DATABASE, ownServerIn, PASSWORD, passable, signIn } from '../support/control.ts';
import { DEEP } from '../support/deep.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';

/** Backups of a server with a little of everything, one at each schema that was released or worth keeping, and their keys. */
const KEPT = 'test/migrations';
/** What each landed step of the schema hashes to. */
const LANDED = join(KEPT, 'landed.json');
const STEPS = 'src/adapters/store/migrations';
/** `npm run keep:schema` adds what is new. */
const KEEPING = process.env.WEIGHBRIDGE_KEEP_SCHEMA === 'yes';

const home = scratchFolder();
const world = { dataFolder: home, version: '0.0.0-test', clock: SYSTEM_CLOCK, blobs: null };
const schemas = readdirSync(KEPT).flatMap((name) => /^(\d{4})\.tar\.gz$/.exec(name)?.[1] ?? []);

describe('the steps of the schema', () => {
  it('stay as they landed: databases took them already', () => {
    const landed = JSON.parse(readFileSync(LANDED, 'utf8')) as Readonly<Record<string, string>>;
    expect(digestsOfSteps()).toMatchObject(landed);
  });
});

describe.skipIf(NO_DATABASE !== null)('a database of an older version', () => {
  it.each(DEEP ? schemas : schemas.slice(0, 1))(
    'of schema %s is brought up to date, keeps what it knew, and works on',
    async (schema) => {
      const keys = join(home, `keys-${schema}`);
      for (const name of ['signing.key', 'audit.key']) await makeLocalKey(join(keys, name), 'ed25519');
      const data = passable(join(home, `from-${schema}`));
      const place = { data, databaseUrl: EMBEDDED ? null : (await emptyDatabaseIn(data)).url, allowRoot: true };
      const file = join(KEPT, `${schema}.tar.gz`);
      const restored = await restore({ ...place, file, keys, trusted: [join(KEPT, `${schema}.pub`)] }, world);
      expect(restored).toMatchObject({ schema: Number(schema), organisations: 2 });
      // Its log was verified whole by the restore.
      expect(restored.entries).toBeGreaterThan(20);
      const server = await ownServerIn(data, { models: modelsIn(join(home, `models-${schema}`)) });
      try {
        await worksOn(server.address);
      } finally {
        await server.stop();
      }
    },
  );

  it('of a schema that this version does not know is refused, and left as it is', async () => {
    const database = await emptyDatabaseIn(join(home, 'newer'));
    try {
      await (await openDatabase(database.url)).close();
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      await client.query('insert into schema_steps values ($1, now())', [NEWEST_SCHEMA + 1]);
      await expect(openDatabase(database.url)).rejects.toMatchObject({ code: 'database-newer' });
      const { rows } = await client.query('select max(version) as last from schema_steps');
      expect(rows).toEqual([{ last: NEWEST_SCHEMA + 1 }]);
      await client.end();
    } finally {
      await database.stop();
    }
  });
});

describe.runIf(KEEPING && EMBEDDED && NO_DATABASE === null)('keeping', () => {
  it('the newest schema for those to come', async () => {
    const data = join(home, 'kept');
    const server = await ownServerIn(data, { models: modelsIn(join(home, 'models')) });
    await actALittle(server);
    const name = join(KEPT, String(NEWEST_SCHEMA).padStart(4, '0'));
    const file = `${name}.tar.gz`;
    await backup({ data, databaseUrl: null, allowRoot: true, file, withKeys: false }, world);
    copyFileSync(join(data, 'signing.pub'), `${name}.pub`);
    await server.stop();
    writeFileSync(LANDED, `${JSON.stringify(digestsOfSteps(), null, 2)}\n`);
    expect(existsSync(file)).toBe(true);
  });
});

/** What everybody's everyday calls find, and a request from its vetting to production and back. */
async function worksOn(address: string): Promise<void> {
  const as = (name: string) => signIn(address, `${name}@example.org`, PASSWORD);
  const [asks, secures, judges, releases] = [
    await as('asks'),
    await as('secures'),
    await as('judges'),
    await as('releases'),
  ];
  const before = await asks.call('request.list', { limit: 10 });
  expect(before.items.map(({ state, reference }) => [reference, state])).toEqual([
    ['heron', 'admitted'],
    ['plover-1m', 'admitted'],
  ]);
  for (const { id } of before.items) expect(await asks.call('decision.show', { request: id })).toBeDefined();
  const shown = await Promise.all(before.items.map(({ id }) => asks.call('request.show', { request: id })));
  // Before rulings said on what, they were on all that the request ever had.
  const ruled = shown.flatMap(({ dossier, rulings }) => rulings.map((one) => [one.dossier === dossier, one.void]));
  expect(ruled).toEqual([
    [true, false],
    [true, false],
  ]);
  expect((await asks.call('team.list', {})).items.map(({ name }) => name)).toEqual(['Claims']);
  expect((await asks.call('dossier.list', {})).items.length).toBe(2);
  const serving = async () => (await releases.call('channel.show', { channel: 'production' })).serving;
  const served = await serving();
  expect(served).toHaveLength(1);
  const use = { exposure: 'hosted' } as const;
  const what: InputOf<'request.open'> = {
    direction: 'adopt',
    reference: 'egret',
    role: 'deployer',
    owner: asks.id,
    use,
  };
  const { id } = await asks.call('request.open', what);
  const rest = rests();
  for (let tries = 0; ; tries++) {
    const { state, dossier } = await asks.call('request.show', { request: id });
    if (state === 'admitted') break;
    if (tries > 1000) throw new Error(`it is ${state}`);
    if (state === 'review') {
      const ruling = { request: id, ruling: 'admitted', reason: 'Fine.', dossier: dossier ?? '' } as const;
      await secures.call('request.rule', { ...ruling, role: 'security' });
      await judges.call('request.rule', { ...ruling, role: 'legal' });
    }
    await rest();
  }
  await releases.call('release.promote', { channel: 'production', request: id });
  expect((await serving()).map(({ request }) => request)).toEqual([id]);
  await releases.call('release.rollback', { channel: 'production', reason: 'To see.' });
  expect((await serving()).map(({ request }) => request)).toEqual(served.map(({ request }) => request));
}

function digestsOfSteps(): Readonly<Record<string, string>> {
  const names = readdirSync(STEPS).filter((name) => name.endsWith('.sql'));
  const digestOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(STEPS, name)))
      .digest('hex');
  return Object.fromEntries(names.toSorted().map((name) => [name, digestOf(name)]));
}
