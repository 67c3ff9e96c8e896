import { readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { PERIODS } from '../../src/app/control/work-on.ts';
import { createClient } from '../../src/client/client.ts';
import { etagOf } from '../../src/contract/control/etag.ts';
import type { Operation } from '../../src/contract/control/operation.ts';
import { OPERATION_NAMES, OPERATIONS, type OperationName } from '../../src/contract/control/operations.ts';
import { REVISES } from '../../src/contract/control/revises.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { ROLE_NAMES } from '../../src/domain/people.ts';
import type { WeighbridgeError } from '../../src/kernel/errors.ts';
import { databaseIn, EMBEDDED, NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { sampled } from '../support/deep.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
let database: EmbeddedDatabase;
let running: Running;
let theirs: Signed;
let ours: Signed;

/** Ids of what the other organisation has, by the name under which operations ask for them. */
const THEIRS: Record<string, string> = {};
/** What we send of our own. */
const OURS: Record<string, unknown> = {};
/** Texts that stand in the other organisation's rows alone. */
const MARK = 'only-theirs';

/** Inputs that operations want besides ids; an operation with another one wants a line here. */
const VALUES: Readonly<Record<string, unknown>> = {
  name: 'ours',
  email: 'new@ours.example',
  password: 'correct horse battery',
  roles: [],
  scopes: ['read'],
  days: 1,
  direction: 'adopt',
  reference: 'plover-1m',
  use: {},
  role: 'reviewer',
  ruling: 'admitted',
  reason: 'Because.',
  organisation: 'ours',
  policy: { kind: 'profile', id: 'default' },
  code: '123456',
  url: 'https://hooks.example.org/x',
  position: 0,
  before: 0,
  after: 1,
  size: 1,
  key: 'witness+01234567+AAAA',
  line: '— witness AAAA',
  environment: 'ours',
  log: 'none',
  witness: 'none',
  title: 'Ours.',
  text: 'Ours.',
  until: '2099-12-31',
  proof: { kind: 'document', digest: `sha256:${'0'.repeat(64)}`, name: 'x' },
  version: '9.9',
  browser: 'wbb_ours_x',
  parameters: 'code=x',
  issuer: 'https://id.example.org',
  subject: 'ours',
  level: 'api-only',
  reading: `sha256:${'0'.repeat(64)}`,
  audience: 'ours',
  what: { kind: 'image', name: 'ours', image: `sha256:${'2'.repeat(64)}`, report: `sha256:${'2'.repeat(64)}` },
  terms: 'mit',
  kind: 'consent',
  digest: `sha256:${'0'.repeat(64)}`,
  summary: 'ours',
  keyId: '0'.repeat(64),
  cause: 'superseded',
  confirm: true,
  evaluators: ['harm'],
};
/** Where an operation wants the same name for something else. */
const OF_OPERATION: Partial<Record<OperationName, Readonly<Record<string, unknown>>>> = {
  'request.open': { role: 'deployer', policy: 'default' },
  'dossier.push': { policy: 'default' },
  'policy.what-if': { policy: { kind: 'stored', name: `${MARK}-policy` } },
};
const POLICY = `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: ${MARK}-policy, version: 1, description: Theirs.}
spec: {extends: strict}
`;
/** Waits for a second person. */
const LAXER = `apiVersion: weighbridge/v1
kind: PolicyChoice
metadata: {name: ${MARK}-choice, version: 1, description: Theirs.}
spec: {choices: [{policies: [research]}]}
`;

function inputFor(name: OperationName): Record<string, unknown> {
  const { input }: Operation = OPERATIONS[name];
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  const inPath = [...OPERATIONS[name].path.matchAll(/:(\w+)/g)].map(([, key]) => key);
  const wanted = Object.keys(properties).filter(
    (key) => required.includes(key) || inPath.includes(key) || key in THEIRS,
  );
  return Object.fromEntries(
    wanted.map((key) => [key, OF_OPERATION[name]?.[key] ?? THEIRS[key] ?? OURS[key] ?? VALUES[key]]),
  );
}

/** Asked often, of many tables: one connection, and one statement for all of them. */
let rows: { readonly client: Client; readonly all: string };

async function openRows(): Promise<typeof rows> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relrowsecurity order by 1`,
  );
  const each = tables.rows.map(
    ({ name }) =>
      `select '${name}' as name, (to_jsonb(t) - 'next_at' - 'leased_until' - 'position')::text as row from ${name} t`,
  );
  return { client, all: `select name, row from (${each.join(' union all ')}) of_all order by 1, 2` };
}

/** Everything the organisation has written, as its own transactions see it; but for how far its webhooks are. */
async function rowsOf(organisation: string): Promise<readonly string[]> {
  await rows.client.query(`select set_config('weighbridge.organisation', $1, false)`, [organisation]);
  const all = await rows.client.query<{ name: string; row: string }>(rows.all);
  // What is done at its time is done to everybody, whatever anybody calls.
  const own = all.rows.filter(
    ({ name, row }) =>
      name !== 'audit_checkpoints' &&
      (name !== 'jobs' || PERIODS.every(({ kind }) => !row.includes(`"kind": "${kind}"`))),
  );
  return own.map(({ name, row }) => `${name} ${row}`);
}

describe.skipIf(NO_DATABASE !== null)('two organisations on one server', () => {
  beforeAll(async () => {
    database = await databaseIn(join(home, 'database'));
    const evaluators = join(home, 'evaluators.yaml');
    writeFileSync(evaluators, 'evaluators: {harm: {command: ["true"]}}');
    running = await serverIn(join(home, 'server'), {
      databaseUrl: database.url,
      models: modelsIn(join(home, 'models')),
      evaluators,
      modelsOf: { theirs: modelsIn(join(home, 'models-theirs')), ours: modelsIn(join(home, 'models-ours')) },
    });
    renameSync(join(home, 'models-theirs', 'heron'), join(home, 'models-theirs', 'bittern'));
    symlinkSync(join(home, 'models-theirs', 'bittern'), join(home, 'models-ours', 'linked'));
    rows = await openRows();
    const server = running.address;
    if (running.first === null) throw new Error('no first sign-in');
    const operator = await signIn(server, running.first.email, running.first.password);
    for (const name of ['theirs', 'ours']) {
      const first = await operator.call('organisation.add', { name, email: `${MARK}-admin@${name}.example` });
      const signed = await signIn(server, first.email, first.password, name);
      if (name === 'ours') ours = signed;
      else theirs = signed;
    }
    const call = theirs.call;
    const report = join(home, 'report.json');
    await wb(['vet', 'examples/models/plover-1m', '--purpose', MARK, '--quiet', '--format', `json=${report}`], {
      home,
    });
    const document = JSON.parse(readFileSync(report, 'utf8')) as Record<string, unknown>;
    const { dossier } = await call('dossier.push', { document });
    const person = await call('person.add', {
      email: `${MARK}@theirs.example`,
      name: MARK,
      password: 'correct horse battery',
      roles: [...ROLE_NAMES],
    });
    const token = await call('token.add', { name: MARK, scopes: ['read'], days: 1 });
    const team = await call('team.add', { name: MARK, members: [person.id] });
    const request = await call('request.open', {
      direction: 'adopt',
      reference: 'egret',
      use: { purpose: MARK, exposure: 'hosted' },
      owner: person.id,
      role: 'deployer',
      team: team.id,
    });
    const rest = rests();
    for (;;) {
      const { state } = await call('request.show', { request: request.id });
      if (state !== 'vetting') break;
      await rest();
    }
    const webhook = await call('webhook.add', { url: `https://hooks.example.org/${MARK}`, kinds: ['waiver.'] });
    const { name: channel } = await call('channel.open', { name: `${MARK}-channel`, environment: MARK });
    const { id: release } = await call('release.promote', { channel, request: request.id });
    const [obligation] = (await call('obligation.list', {})).items;
    if (obligation === undefined) throw new Error('nothing was left open');
    const incident = await call('incident.open', { request: request.id, title: MARK, text: MARK });
    const { name: family } = await call('family.open', { name: `${MARK}-family`, owner: person.id });
    const { version } = await call('version.add', { family, version: `${MARK}-1`, request: request.id });
    const drill = await drilled(call, channel);
    const reviewer = await signIn(server, `${MARK}@theirs.example`, 'correct horse battery', 'theirs');
    const evaluation = await evaluated(call, reviewer.call);
    const out = await published(call);
    const { digest: policy } = await call('policy.put', { text: POLICY });
    const { waits } = await call('policy.put', { text: LAXER });
    const image = `sha256:${'1'.repeat(64)}`;
    const what = { kind: 'image', name: `${MARK} image`, image, report: image } as const;
    const { id: subject } = await call('subject.open', { what, owner: person.id });
    const ids = {
      incident: incident.id,
      obligation: obligation.id,
      webhook: webhook.id,
      person: person.id,
      owner: person.id,
      token: token.id,
      team: team.id,
      request: request.id,
      dossier,
      channel,
      release,
      family,
      version,
      drill,
      evaluation,
      publication: out,
      subject,
      policy,
      loosening: waits?.id ?? '',
    };
    Object.assign(THEIRS, ids);
    const own = join(home, 'own.json');
    await wb(['vet', 'examples/models/plover-1m-tainted', '--quiet', '--format', `json=${own}`], { home });
    OURS.document = JSON.parse(readFileSync(own, 'utf8'));
  });
  afterAll(async () => {
    await rows?.client.end();
    await running?.stop();
    await database?.stop();
  });

  async function published(call: Signed['call']): Promise<string> {
    const { id: owner } = await call('me.show', {});
    const what = { direction: 'publish', reference: 'plover-1m', owner, role: 'provider' } as const;
    const request = await call('request.open', { ...what, use: { purpose: `${MARK} out` } });
    const rest = rests();
    while ((await call('request.show', { request: request.id })).state === 'vetting') await rest();
    return (await call('publication.open', { request: request.id })).id;
  }

  /** On a model of theirs that waits for people; what its evaluator says is nothing. */
  async function evaluated(call: Signed['call'], reviewer: Signed['call']): Promise<string> {
    const { id: owner } = await call('me.show', {});
    const what = { direction: 'adopt', reference: 'bittern', owner, role: 'deployer' } as const;
    const request = await call('request.open', { ...what, use: { purpose: `${MARK} evaluated` } });
    const rest = rests();
    while ((await call('request.show', { request: request.id })).state === 'vetting') await rest();
    const { id } = await reviewer('evaluation.start', { request: request.id, evaluators: ['harm'] });
    const again = rests();
    while ((await call('evaluation.show', { evaluation: id })).state === 'running') await again();
    return id;
  }

  /** Goes back over a second request, so that there is something to drill. */
  async function drilled(call: Signed['call'], channel: string): Promise<string> {
    const { id: owner } = await call('me.show', {});
    const what = { direction: 'adopt', reference: 'plover-1m', owner, role: 'deployer' } as const;
    const request = await call('request.open', { ...what, use: { purpose: `${MARK} again` } });
    const rest = rests();
    while ((await call('request.show', { request: request.id })).state === 'vetting') await rest();
    await call('release.promote', { channel, request: request.id });
    const { id } = await call('drill.start', { channel });
    const again = rests();
    while ((await call('drill.show', { drill: id })).state === 'running') await again();
    return id;
  }

  // What keeps them apart is the schema, which both servers have alike: of the second a part is tried.
  const tried = EMBEDDED ? OPERATION_NAMES : sampled(OPERATION_NAMES, 6);
  const revised = Object.entries(REVISES) as [OperationName, OperationName][];
  // Nobody is at work between two of these: what one leaves is what the next finds.
  let left: readonly string[] | null = null;
  it.each(tried)('see and change nothing of each other through %s', async (name) => {
    const before = left ?? (await rowsOf('theirs'));
    left = null;
    expect(before.join('')).toContain(MARK);
    const input = inputFor(name);
    const answer = await (ours.call as (name: OperationName, input: unknown) => Promise<unknown>)(name, input).catch(
      ({ code, message }: WeighbridgeError) => ({ code, message }),
    );
    const said = JSON.stringify(answer);
    const { path }: Operation = OPERATIONS[name];
    const named = [...path.matchAll(/:(\w+)/g)].map(([, key = '']) => key);
    // An id of theirs in the path names nothing here; a member that this test has no value for wants a line above.
    expect(named.filter((key) => input[key] === undefined)).toEqual([]);
    expect(said).not.toContain('"input-invalid"');
    if (named.some((key) => THEIRS[key] !== undefined)) expect(said).toMatch(/-not-found"|"not-decided"/);
    const sent = Object.values(input);
    const told = Object.entries(THEIRS).filter(([, id]) => said.includes(id) && !sent.includes(id));
    expect(told.map(([key]) => key)).toEqual([]);
    expect(said).not.toContain(`${MARK}@`);
    const after = await rowsOf('theirs');
    const [was, is] = [new Set(before), new Set(after)];
    const changed = [...before.filter((row) => !is.has(row)), ...after.filter((row) => !was.has(row))];
    expect(changed.map((row) => row.slice(0, 200))).toEqual([]);
    left = after;
  });

  it.each(EMBEDDED ? revised : sampled(revised, 6))(
    'change nothing by %s, not even of their own, where it is no longer as %s said',
    async (name, shows) => {
      const before = left ?? (await rowsOf('theirs'));
      left = null;
      const named = [...OPERATIONS[shows].path.matchAll(/:(\w+)/g)].map(([, key = '']) => [key, THEIRS[key]]);
      const call = theirs.call as (name: OperationName, input: unknown, how?: object) => Promise<object>;
      const thing = await call(shows, Object.fromEntries(named)).catch(() => null);
      // Nobody proposed a fork here.
      if (thing === null) return expect(name).toBe('contribution.accept');
      expect(etagOf(thing)).toMatch(/^"[0-9a-f]{64}\.[0-9a-f]+"$/);
      const late = call(name, inputFor(name), { ifMatch: '"of-another-day"' });
      await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' });
      const after = await rowsOf('theirs');
      expect(after).toEqual(before);
      left = after;
    },
  );

  it('cannot be told apart from ones that do not exist, by whoever has no sign-in', async () => {
    const call = createClient({ server: running.address, token: null });
    const answers = ['theirs', 'nobody-is-called-this'].map((organisation) =>
      call('session.open', { organisation, email: 'x@x.example', password: 'guess guess guess' }).catch(
        (error: { code: string }) => error.code,
      ),
    );
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['sign-in-refused']));
  });

  it('are made by the operator alone, once each, and the command prints the first sign-in', async () => {
    const add = (call: Signed['call'], name: string) => call('organisation.add', { name, email: 'x@example.org' });
    await expect(add(ours.call, 'mine')).rejects.toMatchObject({ code: 'not-the-operator' });
    if (running.first === null) throw new Error('no first sign-in');
    const operator = await signIn(running.address, running.first.email, running.first.password);
    await expect(add(operator.call, 'ours')).rejects.toMatchObject({ code: 'organisation-exists' });
    await expect(add(operator.call, "x'; drop table people; --")).rejects.toMatchObject({ code: 'input-invalid' });
    const plain = await somebody(running.address, operator.call, 'plain', ['requester', 'auditor']);
    await expect(add(plain.call, 'mine')).rejects.toMatchObject({ code: 'not-permitted' });
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: operator.token };
    const { code, stdout } = await wb(['organisation', 'add', 'acme', '--email', 'ada@acme.example'], { home, env });
    expect(code).toBe(0);
    const [, password = ''] = /password {2}(\S+)/.exec(stdout) ?? [];
    expect((await signIn(running.address, 'ada@acme.example', password, 'acme')).id).toBeTruthy();
  });

  it('have models of their own, which no reference of another leads to', async () => {
    if (running.first === null) throw new Error('no first sign-in');
    const { email, password } = running.first;
    const operator = await signIn(running.address, email, password);
    const theirOwn = join(home, 'models-theirs', 'bittern');
    for (const [call, owner] of [
      [ours.call, (await ours.call('me.show', {})).id],
      [operator.call, (await operator.call('me.show', {})).id],
    ] as const)
      for (const reference of ['bittern', '../models-theirs/bittern', theirOwn, 'linked']) {
        const asked = call('request.open', { direction: 'adopt', reference, use: {}, owner, role: 'deployer' });
        await expect(asked, reference).rejects.toMatchObject({ code: 'reference-invalid' });
      }
  });

  it('have teams of their own people, whose requests can be asked for', async () => {
    const person = await somebodyIn('ours');
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: ours.token };
    const made = await wb(['team', 'add', 'Claims', '--members', person, '--format', 'json'], { home, env });
    const { id } = JSON.parse(made.stdout) as { id: string };
    expect((await wb(['team', 'add', 'Claims'], { home, env })).stderr).toContain('[team-exists]');
    const wrong = wb(['team', 'change', id, '--members', THEIRS.person ?? ''], { home, env });
    expect((await wrong).stderr).toContain('[person-not-found]');
    const request = { direction: 'adopt', reference: 'plover-1m', use: {}, owner: person, role: 'deployer' } as const;
    const opened = await ours.call('request.open', { ...request, team: id });
    await ours.call('request.open', request);
    const { items } = await ours.call('request.list', { team: id });
    expect(items.map((one) => one.id)).toEqual([opened.id]);
    await expect(ours.call('request.open', { ...request, team: THEIRS.team })).rejects.toMatchObject({
      code: 'team-not-found',
    });
    expect(
      (await wb(['team', 'change', id, '--name', 'Underwriting', '--members', ''], { home, env })).stdout,
    ).toContain('Underwriting  nobody');
  });

  async function somebodyIn(organisation: string): Promise<string> {
    const call = organisation === 'ours' ? ours.call : theirs.call;
    const { id } = await call('person.add', {
      email: `member@${organisation}.example`,
      name: 'Member',
      password: 'correct horse battery',
      roles: ['requester'],
    });
    return id;
  }
});
