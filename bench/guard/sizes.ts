import { answerText } from '../../src/cli/guard/answer.ts';
import type { Guard } from '../../src/guard/guard.ts';
import { KINDS, textOf } from './kinds.ts';
import { chatText } from './texts.ts';

/** Characters of a message: a question, an answer, a page. */
const SIZES = [200, 1_000, 8_192] as const;
const LENGTH = 400_000;

/** What a message costs by its length: through the library, and as a line of JSON that is read and answered. */
export async function bySize(sets: readonly (readonly [string, Guard])[], ownTime: () => number): Promise<void> {
  const heads = SIZES.flatMap((size) => [`MB/s, messages of ${size}`, 'as JSON lines']).join(' | ');
  console.log(`\n| set | text | ${heads} |\n| --- | --- |${' ---: |'.repeat(2 * SIZES.length)}`);
  for (const [set, guard] of sets) {
    for (const [name, text] of textsOf()) {
      const cells: string[] = [];
      for (const size of SIZES) cells.push(...(await speeds(guard, partsOf(text, size), ownTime)));
      console.log(`| ${set} | ${name} | ${cells.join(' | ')} |`);
    }
  }
}

/** The chat of the bench, which says few things often, and what says few things twice. */
function textsOf(): readonly (readonly [string, string])[] {
  const [name, write, between] = KINDS[0] ?? [];
  const chat = ['chat', chatText(LENGTH)] as const;
  return name === undefined || write === undefined ? [chat] : [chat, [name, textOf(write, between ?? '', LENGTH)]];
}

function partsOf(text: string, size: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, at) => text.slice(at * size, (at + 1) * size));
}

async function speeds(guard: Guard, messages: readonly string[], ownTime: () => number): Promise<readonly string[]> {
  const guards = {
    byPolicy: new Map([['', guard]]),
    policy: '',
    origin: 'user',
    clock: () => performance.now(),
  } as const;
  const lines = messages.map((text) => JSON.stringify({ text }));
  const length = messages.reduce((sum, message) => sum + message.length, 0);
  const asMessages = () => {
    for (const message of messages) guard.check(message, CONTEXT);
    return Promise.resolve();
  };
  const asLines = async () => {
    for (const line of lines) await answerText(line, guards);
  };
  const found: string[] = [];
  for (const run of [asMessages, asLines]) {
    const spent: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = ownTime();
      await run();
      spent.push(ownTime() - before);
    }
    found.push((length / 1000 / Math.min(...spent)).toFixed(1));
  }
  return found;
}

const CONTEXT = { origin: 'user' } as const;
/** The first ones are for the engine to compile what they run. */
const ROUNDS = 6;
