import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';

const WATCHING = new URL('../../../dist/workers/watch-stalls.js', import.meta.url).href;
let code = '';

beforeAll(async () => {
  const file = fileURLToPath(new URL('stall-watch.ts', import.meta.url));
  const build = await rolldown({ input: file, platform: 'node', logLevel: 'warn' });
  const { output } = await build.generate({ format: 'esm' });
  await build.close();
  code = output[0].code;
});

/** What is said in a process of its own, since it is a main thread that is watched. */
async function said(script: string): Promise<unknown> {
  const prelude = `${code}
    const stalls = createStallWatch({ code: new URL(${JSON.stringify(WATCHING)}), milliseconds: 400 });
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`;
  const whole = `${prelude} process.stdout.write(JSON.stringify(await (async () => { ${script} })()));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', whole], { timeout: 200_000 });
  const [out, ended] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(ended).toEqual([0, null]);
  return JSON.parse(out);
}

const watched = (work: string): Promise<unknown> =>
  said(`const outcome = await stalls.watch(async ({ beat, during, turn }) => { await null; ${work} });
    await pause(50);
    return [outcome, await stalls.watch(async () => 'again')];`);

const STALLED = { kind: 'stalled' };

describe('the watch over the main thread', () => {
  it.each([
    ['a loop', 'for (;;);'],
    ['a loop that catches everything', 'for (;;) { try { for (;;); } catch {} finally { continue; } }'],
    ['a pattern', "/^(a+)+$/.test('a'.repeat(50) + 'b');"],
    ['promises without end', 'for (;;) await null;'],
    ['a loop, after a while', 'await pause(20); for (;;);'],
    ['a loop, after a while and a beat', 'await pause(20); await beat(); for (;;);'],
    ['a loop, after a while under way', 'await during(async () => { await pause(20); for (;;); });'],
    ['a loop, while another piece waits', 'void during(() => pause(900)); await pause(20); for (;;);'],
    [
      'a loop, after long work in turns',
      'for (let at = 0; at < 300; at++) { const end = Date.now() + 2; while (Date.now() < end); await turn(); } await beat(); for (;;);',
    ],
    ['a loop, after much work', `${beating(600)} for (;;);`],
  ])('ends %s, and goes on', async (_, work) => {
    expect(await watched(work)).toEqual([STALLED, { kind: 'done', value: 'again' }]);
  });

  it.each([
    ['waits', 'await pause(1000); return 1;'],
    ['computes long, and tells that it comes on', `${beating(1000)} return 1;`],
    ['waits first, computes then', `await pause(20); ${beating(1000)} return 1;`],
    ['waits under way, computes then', `await during(() => pause(20)); ${beating(1000)} return 1;`],
    [
      'lets timers come to their turn',
      'let timer = false; setTimeout(() => { timer = true; }, 1); while (!timer) await turn(); return 1;',
    ],
  ])('lets be what %s', async (_, work) => {
    expect(await watched(work)).toEqual([
      { kind: 'done', value: 1 },
      { kind: 'done', value: 'again' },
    ]);
  });

  it('ends a loop in work that began together with other work', async () => {
    const loop = 'stalls.watch(({ during }) => during(async () => { await null; for (;;); }))';
    expect(await said(`return Promise.all([stalls.watch(() => pause(10)), ${loop}]);`)).toEqual([STALLED, STALLED]);
  });

  it('ends a loop behind one that was ended while other work waited', async () => {
    const script = `
      const first = await stalls.watch(async ({ during }) => { void during(() => pause(300)); await null; await during(async () => { for (;;); }); });
      await pause(500);
      return [first, await stalls.watch(async ({ during, turn }) => {
        const other = (async () => { const end = Date.now() + 1000; while (Date.now() < end) await turn(); })();
        await during(async () => { await pause(20); for (;;); });
        await other;
      })];`;
    expect(await said(script)).toEqual([STALLED, STALLED]);
  });

  it('ends a loop of one who waited for others, while another keeps to the pace', async () => {
    const paced = 'const end = Date.now() + 1000; while (Date.now() < end) await turn();';
    const script = `return stalls.watch(async ({ during, turn }) => {
      const other = (async () => { ${paced} })();
      await during(async () => { await pause(20); for (;;); });
      await other;
    });`;
    expect(await said(script)).toEqual(STALLED);
  });

  it('throws what the work throws', async () => {
    const [outcome] = (await watched(
      "try { await stalls.watch(async () => { throw new Error('ours'); }); } catch (e) { return e.message; }",
    )) as unknown[];
    expect(outcome).toEqual({ kind: 'done', value: 'ours' });
  });
});

function beating(milliseconds: number): string {
  return `const end = Date.now() + ${milliseconds}; while (Date.now() < end) await beat();`;
}
