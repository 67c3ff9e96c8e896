import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controlStoreOn } from '../../src/adapters/store/control-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { answerCalls } from '../../src/app/control/answer-calls.ts';
import { foundOrganisation } from '../../src/app/control/people/found.ts';
import type { WorkerParts } from '../../src/app/control/requests/vet-request.ts';
import type { Caller } from '../../src/contract/caller.ts';
import type { Evaluation } from '../../src/domain/evaluation.ts';
import type { Evaluator } from '../../src/domain/evaluator.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { WeighbridgeError } from '../../src/kernel/errors.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { controlParts } from '../../src/main/control.ts';
import { startWorker, type Worker } from '../../src/main/worker.ts';
import type { ControlStore } from '../../src/ports/control-store.ts';
import { databaseIn, NO_DATABASE, passable } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests, until } from '../support/until.ts';
import { appIn } from '../support/world.ts';

const home = scratchFolder();
let end: (() => Promise<void>) | undefined;
let database: Database;
let store: ControlStore;
let parts: WorkerParts;
const workers: Worker[] = [];

describe.skipIf(NO_DATABASE !== null)('jobs', () => {
  beforeAll(async () => {
    const embedded = await databaseIn(join(home, 'server'));
    database = await openDatabase(embedded.url);
    end = async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await database.close();
      await embedded.stop();
    };
    store = controlStoreOn(database);
    parts = await controlParts({
      database,
      folder: passable(join(home, 'key')),
      blobs: null,
      models: 'examples/models',
      weighbridge: appIn(home),
      clock: SYSTEM_CLOCK,
      wake: () => {},
    });
    await foundOrganisation(parts, 'main');
  });
  afterAll(() => end?.());

  let count = 0;
  /** A request of the first admin's, with its job; what a server's `request.open` writes. */
  async function asked(): Promise<string> {
    const id = `request-${count++}`;
    await store.within('main', async (books) => {
      const [owner] = (await books.people.list({ limit: 1 })).items;
      await books.requests.add({ ...REQUEST, id, owner: owner?.id ?? '', requestedBy: owner?.id ?? '' });
      await books.jobs.queue({ id: `job-${id}`, kind: 'vet', subject: id }, new Date());
    });
    return id;
  }
  const stateOf = (id: string) => store.within('main', async ({ requests }) => (await requests.byId(id))?.state);

  const becomes = (id: string, state: string) => until(async () => (await stateOf(id)) === state);

  async function acts(act: string, subject: string): Promise<number> {
    const entries = await store.within('main', ({ audit }) => audit.since(0, 1000));
    return entries.filter(({ entry }) => {
      const read = JSON.parse(entry) as { readonly act: string; readonly subject: string };
      return read.act === act && read.subject === subject;
    }).length;
  }

  function workerThat(vet: (caller: Caller) => Promise<Vetting>): Worker {
    const worker = startWorker({ ...parts, vet: (_, caller) => vet(caller) }, () => {});
    workers.push(worker);
    return worker;
  }
  const realWorker = (): Worker => {
    const worker = startWorker(parts, () => {});
    workers.push(worker);
    return worker;
  };

  it('go to one worker each, however many ask at once', async () => {
    const ids = [await asked(), await asked(), await asked()];
    const taken = await Promise.all(Array.from({ length: 9 }, (_, at) => store.takeJob(`w${at}`, 60_000)));
    const subjects = taken.flatMap((job) => (job === null ? [] : [job.subject]));
    expect(subjects.toSorted()).toEqual(ids.toSorted());
    // Whose lease is over loses it, and what it says afterwards counts for nothing.
    const [lost] = taken.flatMap((job, at) => (job === null ? [] : [{ job, worker: `w${at}` }]));
    if (lost === undefined) throw new Error('nobody got a job');
    await store.renewLease(lost.job, lost.worker, -1, null);
    const again = await store.takeJob('heir', 60_000);
    expect(again).toMatchObject({ subject: lost.job.subject, tries: 2 });
    expect(await store.renewLease(lost.job, lost.worker, 60_000, null)).toBe(false);
    const finished = await store.within('main', ({ jobs }) => jobs.finish(lost.job, lost.worker, null));
    expect(finished).toBe(false);
    for (const id of ids) await store.within('main', ({ jobs }) => jobs.cancel('vet', id));
  });

  it('are recorded once, when a worker dies at its work and another takes it over', async () => {
    const id = await asked();
    // It dies without a word: its lease is all that tells.
    expect(await store.takeJob('dead', -1)).toMatchObject({ subject: id });
    const [one, two] = [realWorker(), realWorker()];
    await becomes(id, 'review');
    await Promise.all([one.stop(), two.stop()]);
    expect(await acts('request.vet', id)).toBe(1);
  });

  it('are tried again when the world stood in the way, and not when the model did', async () => {
    let tries = 0;
    const worker = workerThat(async () => {
      tries++;
      throw new WeighbridgeError('source-busy', 'the hub');
    });
    const id = await asked();
    await until(() => tries > 0);
    await worker.stop();
    expect(await stateOf(id)).toBe('vetting');
    // Not yet: it waits for its time, whoever asks.
    expect(await store.takeJob('eager', 60_000)).toBeNull();
    const hurried = await database.transaction({ organisation: 'main' }, (sql) =>
      sql.run('update jobs set not_before = now(), tries = 2 where subject = $1', [id]),
    );
    expect(hurried).toBe(1);
    workerThat(async () => {
      throw new WeighbridgeError('source-busy', 'the hub');
    });
    await becomes(id, 'failed');
    await workers.at(-1)?.stop();
    const failing = workerThat(async () => {
      throw new WeighbridgeError('folder-without-model', 'notes');
    });
    const other = await asked();
    await becomes(other, 'failed');
    await failing.stop();
  });

  it('stop when they are cancelled, and leave nothing', async () => {
    let [begun, stopped] = [false, false];
    const worker = workerThat(
      ({ signal }) =>
        new Promise((_, reject) => {
          begun = true;
          signal.addEventListener('abort', () => {
            stopped = true;
            reject(new Error('stopped'));
          });
        }),
    );
    const id = await asked();
    await until(() => begun);
    const answer = answerCalls(parts);
    const password = 'correct horse battery';
    const hash = await parts.passwords.hash(password);
    const email = 'boss@example.org';
    const boss = { id: 'boss', email, name: 'Boss', roles: ['admin'] as const, createdAt: NOW, disabledAt: null };
    await store.within('main', ({ people }) => people.add(boss, hash));
    const opened = (await answer({
      name: 'session.open',
      input: { organisation: 'main', email, password },
      credentials: { kind: 'none' },
      idempotencyKey: null,
    })) as { readonly session: string; readonly csrf: string };
    const credentials = { kind: 'session', ...opened } as const;
    const cancel = () => answer({ name: 'request.cancel', input: { request: id }, credentials, idempotencyKey: null });
    expect(await cancel()).toMatchObject({ state: 'cancelled' });
    await expect(cancel()).rejects.toMatchObject({ code: 'not-in-vetting' });
    await until(() => stopped);
    await worker.stop();
    expect(await stateOf(id)).toBe('cancelled');
    expect(await acts('request.vet', id)).toBe(0);
    expect(await acts('request.cancel', id)).toBe(1);
  });

  it('that evaluate are recorded once when a worker dies at them, and given up when two did', async () => {
    const says = JSON.stringify({ kind: 'audit', issuer: 'A Lab', scope: 'leaks', result: 'passed' });
    const rest = { tool: null, minutes: 1, environment: [] };
    const harm = { name: 'harm', program: 'sh', args: ['-c', `echo '${says}'`], ...rest };
    const able = (evaluators: readonly Evaluator[] = [harm]): Worker => {
      const worker = startWorker({ ...parts, evaluators }, () => {});
      workers.push(worker);
      return worker;
    };
    const request = await asked();
    const first = able();
    await becomes(request, 'review');
    await first.stop();
    const evaluation = async (id: string, deaths: number): Promise<Evaluation> => {
      await store.within('main', async ({ requests, evaluations, jobs }) => {
        const { dossier = null, owner = '' } = (await requests.peek(request)) ?? {};
        if (dossier === null) throw new Error('it has no dossier');
        const none = { dossier: null, outcome: null, saidFailed: [], failure: null, endedAt: null };
        const open = { state: 'running', ...none } as const;
        await evaluations.add({ id, request, evaluators: ['harm'], before: dossier, by: owner, at: NOW, ...open });
        await jobs.queue({ id, kind: 'evaluate', subject: id, needs: ['harm'] }, new Date());
      });
      for (let died = 0; died < deaths; died++)
        expect(await store.takeJob(`dead ${died}`, -1, ['harm'])).toMatchObject({ subject: id });
      const heirs = [able(), able()];
      const rest = rests();
      for (;;) {
        const now = await store.within('main', ({ evaluations }) => evaluations.byId(id));
        if (now === null) throw new Error('it is gone');
        if (now.state === 'running') await rest();
        else {
          await Promise.all(heirs.map((worker) => worker.stop()));
          return now;
        }
      }
    };
    const once = await evaluation('once', 1);
    expect(once).toMatchObject({ state: 'done', outcome: 'review' });
    expect(await acts('request.evaluated', request)).toBe(1);
    const twice = await evaluation('twice', 2);
    expect(twice).toMatchObject({ state: 'failed', dossier: null, failure: expect.stringContaining('died 2 times') });
    const after = await store.within('main', ({ requests }) => requests.peek(request));
    expect(after).toMatchObject({ state: 'review', dossier: once.dossier });
    // What passed stands while the evaluator is still there, and the same.
    const anew = async (evaluators: readonly Evaluator[]) => {
      const [worker, id] = [able(evaluators), await asked()];
      await becomes(id, 'review');
      await worker.stop();
      return (await store.within('main', ({ requests }) => requests.peek(id)))?.dossier;
    };
    expect(await anew([{ ...harm, minutes: 2 }])).toBe(once.dossier);
    expect(await anew([{ ...harm, args: ['-c', 'true'] }])).not.toBe(once.dossier);
  });

  it('go only to a worker that has what they need', async () => {
    const evaluate = { id: 'e', kind: 'evaluate', subject: 'e', needs: ['harm', 'scan'] } as const;
    await store.within('main', ({ jobs }) => jobs.queue(evaluate, new Date()));
    expect(await store.takeJob('bare', 60_000)).toBeNull();
    expect(await store.takeJob('half', 60_000, ['harm'])).toBeNull();
    const job = await store.takeJob('able', 60_000, ['harm', 'scan', 'more']);
    if (job === null) throw new Error('nobody got it');
    expect(job.subject).toBe('e');
    expect(await store.within('main', ({ jobs }) => jobs.finish(job, 'able', null))).toBe(true);
  });

  it('tell how far they are', async () => {
    const id = await asked();
    const job = await store.takeJob('w', 60_000);
    if (job === null) throw new Error('no job');
    const progress = { step: 'read', done: 3, total: 8, unit: 'files' } as const;
    await store.renewLease(job, 'w', 60_000, progress);
    expect(await store.within('main', ({ jobs }) => jobs.progress('vet', id))).toEqual(progress);
    await store.within('main', ({ jobs }) => jobs.finish(job, 'w', null));
    expect(await store.within('main', ({ jobs }) => jobs.progress('vet', id))).toBeNull();
  });
});

const NOW = '2026-03-11T14:00:00.000Z';

const REQUEST = {
  direction: 'adopt',
  reference: 'plover-1m-harbour',
  use: {
    purpose: '',
    commercial: true,
    exposure: 'internal',
    monthlyUsers: 0,
    regions: [],
    regulatedDomain: null,
    trainsOtherModels: false,
    personalData: false,
    annualRevenueUsd: null,
    usersAtRelease: null,
    sellsOutputs: false,
    seat: null,
    modality: null,
  },
  policy: 'default',
  role: 'deployer',
  team: null,
  requestedAt: NOW,
  state: 'vetting',
  dossier: null,
  outcome: null,
  failure: null,
  review: null,
  policyDigest: null,
} as const;
