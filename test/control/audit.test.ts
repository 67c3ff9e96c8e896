import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { databaseIn, NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
let database: EmbeddedDatabase;
let running: Running;
let server = '';
let admin: Signed;
let auditor: Signed;

const kept = join(home, 'kept.checkpoint');
const audit = (...args: string[]) => wb(['audit', ...args, '--server', server, '--token', auditor.token], { home });
const act = async (times: number) => {
  for (let at = 0; at < times; at++)
    await admin.call('token.revoke', {
      token: (await admin.call('token.add', { name: 'x', scopes: ['read'], days: 1 })).id,
    });
};

/** Does what nobody who holds the server's role can: past the triggers, as whoever owns the machine. */
async function tamper(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url.replace(/\/\/\w+@/, '//postgres@') });
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(statement);
  await client.end();
}

describe.skipIf(NO_DATABASE !== null)('the audit log of a server', () => {
  beforeAll(async () => {
    database = await databaseIn(join(home, 'database'));
    running = await serverIn(join(home, 'server'), { databaseUrl: database.url });
    server = running.address;
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(server, running.first.email, running.first.password);
    auditor = await somebody(server, admin.call, 'auditor', ['auditor']);
  });
  afterAll(async () => {
    await running?.stop();
    await database?.stop();
  });

  it('verifies as it grows, against a checkpoint that was kept', async () => {
    writeFileSync(kept, (await audit('checkpoint')).stdout);
    await act(5);
    const verified = await audit('verify', '--checkpoint', kept);
    expect(verified).toMatchObject({ code: 0 });
    expect(verified.stdout).toMatch(/^holds {2}\d+ entries, root /);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true, problems: [] });
  });

  it('is listed to its end, or says where it goes on', async () => {
    const some = (await audit('list', '--limit', '2')).stdout;
    expect(some.split('\n')).toHaveLength(4);
    expect(some).toContain('More: weighbridge audit list --since 2, or --all.');
    const { size } = await admin.call('audit.verify', {});
    const all = (await audit('list', '--all')).stdout;
    expect(all.trim().split('\n').length).toBeGreaterThanOrEqual(size);
    expect(all).not.toContain('More:');
  });

  it('proves each of its entries', async () => {
    const { items } = await auditor.call('audit.list', { limit: 1000 });
    for (const { position } of items) expect(await audit('prove', String(position))).toMatchObject({ code: 0 });
    expect(await audit('prove', String(items.length + 9))).toMatchObject({ code: 4 });
  });

  it('is cosigned by a witness, who keeps to one history', async () => {
    await wb(['key', 'new', join(home, 'witness.key')], { home });
    const args = ['witness', '--name', 'witness.example', '--sign-with', join(home, 'witness.key')];
    const state = join(home, 'witness.checkpoint');
    expect(await audit(...args, '--state', state)).toMatchObject({ code: 0 });
    expect((await auditor.call('audit.checkpoint', {})).note).toContain('— witness.example ');
    await act(3);
    expect(await audit(...args, '--state', state)).toMatchObject({ code: 0 });
    expect(
      readFileSync(state, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('— ')),
    ).toHaveLength(2);
  });

  it('goes along as files', async () => {
    const folder = join(home, 'log');
    expect(await audit('export', folder)).toMatchObject({ code: 0 });
    const [, size] = readFileSync(join(folder, 'checkpoint'), 'utf8').split('\n');
    expect(readFileSync(join(folder, `tile/0/000.p/${size}`))).toHaveLength(32 * Number(size));
    expect(existsSync(join(folder, `tile/entries/000.p/${size}`))).toBe(true);
  });

  it('forgets a person and still holds', async () => {
    const ada = await somebody(server, admin.call, 'ada', ['requester']);
    const about = async () =>
      (await auditor.call('audit.list', { limit: 1000 })).items.filter(({ about: text }) => text?.includes('ada'));
    expect(await about()).toHaveLength(1);
    writeFileSync(kept, (await audit('checkpoint')).stdout);
    await admin.call('person.erase', { person: ada.id });
    expect(await about()).toHaveLength(0);
    expect((await admin.call('person.list', {})).items.find(({ id }) => id === ada.id)).toMatchObject({
      name: 'erased',
      roles: [],
    });
    await expect(ada.call('me.show', {})).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await audit('verify', '--checkpoint', kept)).toMatchObject({ code: 0 });
  });

  it('names what was rewritten, cut off or written anew, whoever did it', async () => {
    const { items } = await auditor.call('audit.list', { limit: 1000 });
    writeFileSync(kept, (await audit('checkpoint')).stdout);
    const before = (table: string) => `create table ${table}_before as select * from ${table}`;
    const tables = ['audit_cosignatures', 'audit_checkpoints', 'audit_nodes', 'audit_entries', 'audit_heads'];
    await tamper(tables.map(before).join(';'));
    const restore = (table: string) => `delete from ${table}; insert into ${table} select * from ${table}_before`;
    const restored = () => tamper(tables.map(restore).join(';'));

    await tamper(`update audit_entries set entry = replace(entry, '"at"', '"aT"') where position = 4`);
    expect((await audit('verify', '--checkpoint', kept)).stdout).toContain('Entry 4 is not what was written there.');
    expect((await admin.call('audit.verify', {})).problems[0]?.message).toBe('Entry 4 is not what was written there.');
    await restored();

    const last = items.length - 1;
    await tamper(
      `delete from audit_nodes where position = ${last}; delete from audit_entries where position = ${last}`,
    );
    expect(await audit('verify')).toMatchObject({ code: 1, stdout: expect.stringContaining('truncated') });
    await restored();

    // The whole tree made anew over another history, so that nothing in the database disagrees with itself.
    await tamper(`update audit_entries set entry = replace(entry, '"at"', '"aT"') where position = 4;
      delete from audit_nodes; delete from audit_heads; delete from audit_checkpoints; delete from audit_cosignatures`);
    const anew = await audit('verify', '--checkpoint', kept);
    // Without its row the log takes a new name, which the kept checkpoint does not bear.
    expect(anew.code).not.toBe(0);
    await tamper(`update audit_heads set origin = (select origin from audit_heads_before)`);
    const forked = await audit('verify', '--checkpoint', kept);
    expect(forked).toMatchObject({ code: 1, stdout: expect.stringContaining('forked') });
    // What was signed under the other name lies among the log's checkpoints.
    expect(forked.stdout).toContain('foreign');
    const state = join(home, 'witness.checkpoint');
    copyFileSync(state, join(home, 'before.checkpoint'));
    const args = ['witness', '--name', 'witness.example', '--sign-with', join(home, 'witness.key'), '--state', state];
    const witness = await audit(...args);
    expect(witness.code).not.toBe(0);
    expect(witness.stderr).toContain('cosignature-refused');
    expect(readFileSync(state, 'utf8')).toBe(readFileSync(join(home, 'before.checkpoint'), 'utf8'));
    await restored();
    expect(await audit('verify', '--checkpoint', kept)).toMatchObject({ code: 0 });
  });

  it('stays one log whoever writes at once', async () => {
    await Promise.all(Array.from({ length: 30 }, () => act(1)));
    expect(await audit('verify', '--checkpoint', kept)).toMatchObject({ code: 0 });
    const positions = (await auditor.call('audit.list', { limit: 1000 })).items.map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, at) => at));
  });
});
