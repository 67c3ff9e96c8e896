import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWERS } from './answers.ts';
import type { Check } from './check.ts';
import { type Client, clientsOf } from './clients.ts';
import { ERRORS } from './errors.ts';
import { OWN } from './own.ts';
import { pageOf, type Result } from './page.ts';
import { REFUSAL, realOn, realOwnOn } from './real.ts';
import { openWorld, type World } from './world.ts';

/**
 * Whether the official SDKs are answered by the gateway as by their vendors: `npm run conformance` prints a line for each check and
 * ends with 1 when one does not hold; `npm run conformance -- page.md` writes the results there too.
 */
const [, , page] = process.argv;
/** No check waits longer. Milliseconds. */
const LONGEST = 30_000;

async function main(): Promise<void> {
  const started = performance.now();
  const world = await openWorld();
  const results: Result[] = [];
  try {
    for (const one of plannedFor(world)) {
      const wrong = await outcomeOf(one.run);
      results.push({ on: one.on, client: one.client, what: one.what, wrong });
      console.log(`${wrong === null ? 'holds' : 'WRONG'}  ${one.on.padEnd(8)}  ${one.client.padEnd(40)}  ${one.what}`);
      if (wrong !== null) console.log(`       ${wrong}`);
    }
  } finally {
    await world.close();
  }
  const { noRunner } = world;
  const wrong = results.filter((one) => one.wrong !== null).length;
  if (noRunner !== null) console.log(`The real runner is skipped: ${noRunner}.`);
  console.log(`${results.length} checks, ${wrong} wrong${noRunner === null ? '' : ', the real runner skipped'}`);
  const seconds = (performance.now() - started) / 1000;
  if (page !== undefined)
    writeFileSync(
      page,
      pageOf({ results, versions: versions(), noRunner, foreign: world.foreign?.name ?? null, seconds }),
    );
  process.exitCode = wrong === 0 ? 0 : 1;
}

interface Planned extends Omit<Result, 'wrong'> {
  readonly run: () => Promise<void>;
}

function plannedFor(world: World): readonly Planned[] {
  const clients = clientsOf(world);
  const planned = (on: string, client: Client, checks: readonly Check[]): readonly Planned[] =>
    checks.map((check) => ({ on, client: titleOf(client), what: check.what, run: () => check.run(client, world) }));
  const openAi = clients.filter(({ name }) => name === 'openai');
  // The runner speaks as OpenAI does: the others are translated there.
  const overOpenAi = clients.filter(({ server }) => server === 'openai');
  const real = [...(world.noRunner === null ? ['runner'] : []), ...(world.foreign === null ? [] : ['foreign'])];
  return [
    ...clients.flatMap((client) => planned('scripted', client, [...ANSWERS, ...ERRORS])),
    ...OWN.map((check) => ({ on: 'scripted', client: check.client, what: check.what, run: () => check.run(world) })),
    ...real.flatMap((on) => overOpenAi.flatMap((client) => planned(on, client, realOn(on)))),
    ...real.flatMap((on) => openAi.flatMap((client) => planned(on, client, realOwnOn(on)))),
    ...(world.noRunner === null ? openAi.flatMap((client) => planned('runner', client, [REFUSAL])) : []),
  ];
}

function titleOf({ name, server }: Client): string {
  return name !== 'openai' && server === 'openai' ? `${name} before OpenAI's words` : name;
}

async function outcomeOf(run: () => Promise<void>): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${LONGEST / 1000} s`)), LONGEST);
  });
  try {
    await Promise.race([run(), late]);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : String(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Of the SDKs, as they are installed. */
function versions(): Readonly<Record<string, string>> {
  const read = (name: string): string => {
    const value: unknown = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
    return typeof value === 'object' && value !== null && 'version' in value ? String(value.version) : '';
  };
  return Object.fromEntries(['openai', '@anthropic-ai/sdk', '@google/genai'].map((name) => [name, read(name)]));
}

await main();
