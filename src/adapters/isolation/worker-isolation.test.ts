import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { createWorkerIsolation } from './worker-isolation.ts';

/** A worker that does what its input says; plain JavaScript, so that no build is needed. */
const OBEDIENT = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads';
    const deeds = {
      echo: (input) => input,
      thread: () => threadId,
      hang: () => { for (;;); },
      fill: () => { const hoard = []; for (;;) hoard.push(new Array(100_000).fill(hoard.length)); },
      exit: () => process.exit(3),
      throw: () => { setImmediate(() => { throw new Error('oops'); }); return new Promise(() => {}); },
      environment: () => Object.keys(process.env),
    };
    parentPort.on('message', (input) => {
      const output = deeds[input.do](input);
      if (!(output instanceof Promise)) parentPort.postMessage({ kind: 'done', output });
    });
    parentPort.postMessage({ kind: 'ready' });
  `)}`,
);

const isolation = createWorkerIsolation({ entries: { 'policy-condition': OBEDIENT }, size: 1 });
afterAll(() => isolation.close());

const run = (input: Json, milliseconds = 20_000) =>
  isolation.run('policy-condition', input, { milliseconds, heapMiB: 32 });

describe('isolation in worker threads', () => {
  it('answers with what the entry answers, in the worker it used before', async () => {
    expect(await run({ do: 'echo', x: [1, null, 'é'] })).toEqual({
      kind: 'done',
      output: { do: 'echo', x: [1, null, 'é'] },
    });
    expect(await run({ do: 'thread' })).toEqual(await run({ do: 'thread' }));
  });

  it.each<[string, string, number]>([
    ['hang', 'deadline', 200],
    ['fill', 'memory', 60_000],
    ['exit', 'crash', 60_000],
    ['throw', 'crash', 60_000],
  ])('an entry that does "%s" dies of %s, and the next run has a new worker', async (deed, reason, milliseconds) => {
    expect(await run({ do: deed }, milliseconds)).toMatchObject({ kind: 'died', reason });
    expect(await run({ do: 'echo' })).toMatchObject({ kind: 'done' });
  });

  it('gives the entry nothing of our environment', async () => {
    expect(await run({ do: 'environment' })).toEqual({ kind: 'done', output: [] });
  });

  it('runs more at once than it has workers, each with its own answer', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, (_, n) => run({ do: 'echo', n })));
    expect(outcomes.map((outcome) => outcome.kind === 'done' && outcome.output)).toEqual(
      Array.from({ length: 5 }, (_, n) => ({ do: 'echo', n })),
    );
  });

  it('code that does not load is a crash', async () => {
    const broken = createWorkerIsolation({ entries: { 'policy-condition': new URL('data:text/javascript,]') } });
    const outcome = await broken.run('policy-condition', {}, { milliseconds: 1000, heapMiB: 32 });
    expect(outcome).toMatchObject({ kind: 'died', reason: 'crash' });
    await broken.close();
  });

  it.each([
    ['was only warmed', ''],
    ['has answered', "await isolation.run('policy-condition', { do: 'echo' }, { milliseconds: 60_000, heapMiB: 32 });"],
  ])('a worker that %s does not keep the process alive', async (_, then) => {
    const file = fileURLToPath(new URL('worker-isolation.ts', import.meta.url));
    const build = await rolldown({ input: file, platform: 'node', logLevel: 'warn' });
    const { output } = await build.generate({ format: 'esm' });
    await build.close();
    const script = `${output[0].code}
      const isolation = createWorkerIsolation({ entries: { 'policy-condition': new URL(${JSON.stringify(OBEDIENT.href)}) } });
      isolation.warm('policy-condition', { heapMiB: 32 });
      ${then}`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { timeout: 200_000 });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('once closed it runs nothing, and what was under way is over', async () => {
    const other = createWorkerIsolation({ entries: { 'policy-condition': OBEDIENT }, size: 1 });
    other.warm('policy-condition', { heapMiB: 32 });
    const limits = { milliseconds: 60_000, heapMiB: 32 };
    const under = other.run('policy-condition', { do: 'hang' }, limits);
    const waiting = other.run('policy-condition', { do: 'echo' }, limits);
    await other.close();
    for (const run of [under, waiting, other.run('policy-condition', { do: 'echo' }, limits)]) {
      expect(await run).toMatchObject({ kind: 'died', reason: 'crash' });
    }
  });
});
