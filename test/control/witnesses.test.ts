import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { checkpointLog } from '../../src/app/control/audit/checkpoint-log.ts';
import type { WorkerParts } from '../../src/app/control/requests/vet-request.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { controlParts } from '../../src/main/control.ts';
import { databaseIn, NO_DATABASE, passable, type Signed, serverIn, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
let database: EmbeddedDatabase;
let running: Running;
let own: Database;
let parts: WorkerParts;
/** Two organisations of one server, each the other's witness: what lies between them is HTTP. */
let [main, other]: Signed[] = [];

const signed = (one: Signed | undefined): Signed => {
  if (one === undefined) throw new Error('nobody');
  return one;
};

/** What the worker does every ten minutes. */
async function checkpoint(): Promise<void> {
  const job = { organisation: 'main', id: 'by-hand', kind: 'checkpoint', subject: 'now', tries: 1 } as const;
  const progress = { start: () => {}, update: () => {}, notice: () => {}, end: () => {} };
  await checkpointLog(parts, job, 'by-hand', { signal: new AbortController().signal, progress });
}
const act = async () => void (await signed(main).call('token.add', { name: 'x', scopes: ['read'], days: 1 }));
const witness = async () => (await signed(main).call('witness.list', {})).items[0];
const submit = (body: string, organisation = 'other') =>
  fetch(new URL(`/witness/${organisation}/add-checkpoint`, running.address), { method: 'POST', body });

describe.skipIf(NO_DATABASE !== null)('witnesses of the audit log', () => {
  beforeAll(async () => {
    database = await databaseIn(join(home, 'database'));
    const folder = passable(join(home, 'server'));
    running = await serverIn(folder, { databaseUrl: database.url });
    if (running.first === null) throw new Error('no first sign-in');
    main = await signIn(running.address, running.first.email, running.first.password);
    const first = await main.call('organisation.add', { name: 'other', email: 'ada@other.example' });
    other = await signIn(running.address, first.email, first.password, 'other');
    own = await openDatabase(database.url);
    const trustedHosts = [new URL(running.address).host];
    const rest = { models: null, weighbridge: appIn(home), blobs: null, clock: SYSTEM_CLOCK, wake: () => {} };
    parts = await controlParts({ database: own, folder, trustedHosts, ...rest });
  });
  afterAll(async () => {
    await running?.stop();
    await own?.close();
    await database?.stop();
  });

  it('are not to be found at private addresses, and have keys of their own kind', async () => {
    const { key } = await signed(other).call('witnessed.list', {});
    const add = (url: string, its: string) => signed(main).call('witness.add', { url, key: its });
    await expect(add('https://127.0.0.1/witness', key)).rejects.toMatchObject({ code: 'address-refused' });
    await expect(add('http://witness.example', key)).rejects.toMatchObject({ code: 'address-refused' });
    const { key: log } = await signed(main).call('audit.checkpoint', {});
    await expect(add('https://witness.example', log)).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(signed(other).call('witnessed.add', { key })).rejects.toMatchObject({ code: 'key-invalid' });
  });

  it('cosign what continues what they cosigned, whenever the log has grown', async () => {
    const { key, path } = await signed(other).call('witnessed.list', {});
    // As an administrator of a house that trusts this host would have added it.
    await own.transaction({ organisation: 'main' }, (sql) =>
      sql.run('insert into witnesses (organisation, id, url, key, size, added_at) values ($1, $2, $3, $4, 0, now())', [
        'main',
        'w1',
        `${running.address}${path}`,
        key,
      ]),
    );
    await checkpoint();
    expect((await witness())?.failure).toContain('404');
    const { key: log } = await signed(main).call('audit.checkpoint', {});
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: signed(other).token };
    expect(await wb(['witness', 'follow', log], { home, env })).toMatchObject({ code: 0 });
    await act();
    await checkpoint();
    const first = await witness();
    expect(first).toMatchObject({ failure: null });
    expect(first?.size).toBeGreaterThan(0);
    await act();
    await checkpoint();
    await checkpoint();
    const { items } = await signed(main).call('audit.checkpoints', { limit: 1000 });
    const cosigned = items.filter(({ note }) => note.includes('— weighbridge-witness/other '));
    expect(cosigned.map(({ size }) => size)).toEqual([first?.size, (await witness())?.size]);
    expect((await signed(other).call('witnessed.list', {})).items).toMatchObject([{ size: (await witness())?.size }]);
  });

  it('answer as the protocol has it', async () => {
    const { items } = await signed(main).call('audit.checkpoints', { limit: 1000 });
    const [newest, before] = items.toReversed();
    const asked = async (body: string, organisation?: string) => {
      const answer = await submit(body, organisation);
      return [answer.status, answer.headers.get('content-type'), await answer.text()] as const;
    };
    const size = (await witness())?.size ?? 0;
    expect(await asked(`old 0\n\n${newest?.note}`)).toEqual([409, 'text/x.tlog.size', `${size}\n`]);
    expect((await asked(`old ${size}\n\n${newest?.note}`))[0]).toBe(200);
    expect((await asked(`old ${size}\n\n${before?.note}`))[0]).toBe(400);
    const unsigned = newest?.note.replace(/— weighbridge\/main.*\n/, '') ?? '';
    expect((await asked(`old ${size}\n\n${unsigned}`))[0]).toBe(403);
    expect((await asked(`old ${size}\n\n${newest?.note}`, 'main'))[0]).toBe(404);
    expect((await asked(`old ${size}\n\n${newest?.note}`, 'nobody'))[0]).toBe(404);
    expect((await asked("old 1'; drop table witnessed_logs; --\n\nx"))[0]).toBe(400);
    expect((await asked(`old 0\n\nnul\0\n1\n`))[0]).toBe(404);
    await act();
    const longer = (await signed(main).call('audit.checkpoint', {})).note;
    expect((await asked(`old ${size}\n${'A'.repeat(43)}=\n\n${longer}`))[0]).toBe(422);
    expect((await submit('x'.repeat(40_000))).status).toBe(413);
  });

  it('sign no other history, and keep what they signed when they follow a log no longer', async () => {
    const [log] = (await signed(other).call('witnessed.list', {})).items;
    await signed(other).call('witnessed.end', { log: log?.id ?? '' });
    const { items } = await signed(main).call('audit.checkpoints', { limit: 1000 });
    const note = items.at(-1)?.note;
    expect((await submit(`old ${log?.size}\n\n${note}`)).status).toBe(404);
    const again = await signed(other).call('witnessed.add', { key: log?.key ?? '' });
    expect(again).toMatchObject({ id: log?.id, size: log?.size });
    expect((await submit(`old 0\n\n${note}`)).status).toBe(409);
  });

  it('and every checkpoint that was signed is what audit verify holds the log to', async () => {
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: signed(main).token };
    const { code, stdout } = await wb(['audit', 'verify'], { home, env });
    expect(code).toBe(0);
    expect(Number(/against (\d+) checkpoints/.exec(stdout)?.[1])).toBeGreaterThan(3);
  });
});
