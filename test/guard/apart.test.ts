import { afterAll, describe, expect, it } from 'vitest';
import { createWorkerIsolation } from '../../src/adapters/isolation/worker-isolation.ts';
import { createDesk } from '../../src/cli/guard/desk.ts';
import { guardApart } from '../../src/main/guard-apart.ts';

const dist = new URL('../../dist/', import.meta.url);
const CODE = new URL('workers/guard.js', dist);

/** A thread whose guard does what the line says, as one with a broken detector would; plain JavaScript. */
const BROKEN = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const deeds = {
      hang: () => { for (;;); },
      exit: () => process.exit(3),
      fill: () => { const hoard = []; for (;;) hoard.push(new Array(100_000).fill(hoard.length)); },
      throw: () => { throw new Error('oops'); },
      pass: () => '{"action":"allow"}',
    };
    parentPort.on('message', ({ lines }) => {
      try {
        parentPort.postMessage({ kind: 'done', output: { answers: lines.map((line) => deeds[line]()) } });
      } catch (error) {
        parentPort.postMessage({ kind: 'failed', message: error.message });
      }
    });
    parentPort.postMessage({ kind: 'ready' });
  `)}`,
);
const isolation = createWorkerIsolation({ entries: { guard: BROKEN }, size: 1 });
/** With the real code, which takes seconds to load. */
const shared = createWorkerIsolation({ entries: { guard: CODE }, size: 1 });
afterAll(() => Promise.all([isolation.close(), shared.close()]));

const desk = createDesk(async (lines) => {
  const outcome = await isolation.run('guard', { lines }, { milliseconds: 300, heapMiB: 32 });
  return outcome.kind === 'died' ? outcome.message : (outcome.output as { answers: string[] }).answers;
});

describe('a guard in a thread of its own', () => {
  it.each(['hang', 'exit', 'fill', 'throw'])(
    'that does "%s" over a line refuses that line and no other',
    async (deed) => {
      const answers = await Promise.all(['pass', 'pass', deed, 'pass'].map((line) => desk.answer(line)));
      expect(answers.map((answer) => JSON.parse(answer) as object)).toEqual([
        { action: 'allow' },
        { action: 'allow' },
        expect.objectContaining({ action: 'block', text: '', findings: [], code: 'guard-stalled' }),
        { action: 'allow' },
      ]);
      expect(JSON.parse(await desk.answer('pass'))).toEqual({ action: 'allow' });
    },
  );

  it('answers as many as ask at once, each with its own answer', async () => {
    const seen: number[] = [];
    const echo = createDesk(async (lines) => {
      seen.push(lines.length);
      return lines.map((line) => (typeof line === 'string' ? `${line}!` : ''));
    });
    const lines = Array.from({ length: 200 }, (_, at) => `line ${at}`);
    expect(await Promise.all(lines.map((line) => echo.answer(line)))).toEqual(lines.map((line) => `${line}!`));
    expect(Math.max(...seen)).toBe(64);
  });

  it('refuses a text that takes longer than it may, and goes on with the next', async () => {
    const setup = { policies: [], protect: [], origin: 'user' as const };
    // No guard reads a megabyte in a millisecond.
    const patience = (characters: number) => (characters > 1_000_000 ? 1 : 60_000);
    const apart = await guardApart(setup, { env: {}, code: CODE, threads: 1, patience, shared });
    const long = JSON.stringify({ text: 'Dear Ann, all is well here. '.repeat(40_000) });
    expect(JSON.parse(await apart.answer(long))).toMatchObject({ action: 'block', code: 'guard-stalled' });
    expect(JSON.parse(await apart.answer('{"text":"hi"}'))).toMatchObject({ action: 'allow' });
    await apart.close();
  });

  it('tells what keeps it from opening', async () => {
    const policies = [{ name: 'bad.yaml', text: 'kind: Nothing' }];
    const opening = guardApart({ policies, protect: [], origin: 'user' }, { env: {}, code: CODE, threads: 1, shared });
    await expect(opening).rejects.toMatchObject({
      code: 'policy-invalid',
      detail: expect.stringContaining('bad.yaml:') as string,
    });
  });
});
