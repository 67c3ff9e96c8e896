import { DETECTORS } from '../../src/guard/detectors/table.ts';
import type { Guard, MessageOptions } from '../../src/guard/guard.ts';
import { developmentChat } from './chat.ts';
import { KINDS, textOf } from './kinds.ts';
import { type Look, withPeers } from './peers.ts';
import { guardFor } from './sets.ts';
import { bySize } from './sizes.ts';
import { chatText, WORST } from './texts.ts';

/**
 * What guarding costs, on one core, in the process's own time, so that a busy machine is not held against it. Aims: 10
 * MB/s with every detector, 50 with personal data and secrets, 250 with the light set on clean text; 5 ms a kilobyte at
 * the 99th percentile; time in proportion to the text; under 64 kB for an open stream. With `BENCH_PEERS=1` it installs
 * what others offer on npm into a folder for the time, and gives them the same messages.
 */
const MB = 1_000_000;
const CONTEXT = { origin: 'user' } as const;

const SETS: readonly (readonly [string, Guard])[] = [
  ['light: secrets, mail, cards, terms', guardFor('light')],
  ['secrets and personal data', guardFor('typed')],
  ['every detector', guardFor('all')],
];

/** Milliseconds that this process had for itself. */
function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function spent(work: () => void): number {
  const before = ownTime();
  work();
  return ownTime() - before;
}

function throughput(): void {
  const text = chatText(4 * MB);
  console.log(
    '| set | MB/s as one message | as messages of 8 KB | MB/s in pieces of 4 | ms a KB in pieces, p50 | p99 |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const [name, guard] of SETS) {
    warm(guard, text);
    const whole = Math.min(...[1, 2, 3].map(() => spent(() => guard.check(text, CONTEXT))));
    const messages = Math.min(...[1, 2, 3].map(() => spent(() => checkAll(guard, text))));
    const cells = [(text.length / 1000 / whole).toFixed(0), (text.length / 1000 / messages).toFixed(1)];
    console.log(`| ${name} | ${[...cells, ...inPieces(guard, text)].join(' | ')} |`);
  }
  const [, every] = SETS.at(-1) ?? [];
  if (every === undefined) return;
  warm(every, text, CARRIED);
  const messages = Math.min(...[1, 2, 3].map(() => spent(() => checkAll(every, text, CARRIED))));
  const cells = ['', (text.length / 1000 / messages).toFixed(1), ...inPieces(every, text, CARRIED)];
  console.log(`| every detector, in a conversation | ${cells.join(' | ')} |`);
}

/** Programs are slow until the engine has compiled them, and one that guards runs for days: two seconds of messages, and one long one. */
function warm(guard: Guard, text: string, options?: MessageOptions): void {
  guard.check(text.slice(0, MB), CONTEXT);
  for (const started = performance.now(); performance.now() - started < 2_000; )
    checkAll(guard, text.slice(0, MB), options);
}

/** What was said before, and a word that was planted: what is asked of answers in a conversation. */
const CARRIED: MessageOptions = {
  conversation: { earlier: [chatText(8_000), chatText(2_000)], canaries: ['wb0c5f2a96e1d47b38'] },
};

function inPieces(guard: Guard, text: string, options?: MessageOptions): readonly string[] {
  // As warm as messages are.
  piecesOf(guard, text.slice(MB, 1.2 * MB), options);
  const { length, milliseconds, p50, p99 } = piecesOf(guard, text.slice(0, MB / 2), options);
  return [(length / 1000 / milliseconds).toFixed(2), p50.toFixed(2), p99.toFixed(2)];
}

/** Once injection is certain of a long message it need not be asked again: of short ones it is. */
function checkAll(guard: Guard, text: string, options?: MessageOptions): void {
  for (let at = 0; at < text.length; at += 8192) guard.check(text.slice(at, at + 8192), CONTEXT, options);
}

/** A stream as a model writes it: four characters at a time. */
function piecesOf(guard: Guard, text: string, options?: MessageOptions) {
  const stream = guard.open(CONTEXT, options);
  const kilobytes: number[] = [];
  const milliseconds = spent(() => {
    for (let at = 0; at < text.length; at += 1024) {
      const started = ownTime();
      for (let piece = at; piece < Math.min(text.length, at + 1024); piece += 4)
        stream.push(text.slice(piece, piece + 4));
      kilobytes.push(ownTime() - started);
    }
    stream.end();
  });
  kilobytes.sort((a, b) => a - b);
  const quantile = (share: number) => kilobytes[Math.floor(kilobytes.length * share)] ?? 0;
  return { milliseconds, length: text.length, p50: quantile(0.5), p99: quantile(0.99) };
}

/** Every detector, on what people and programs write: as messages, and in pieces. */
function kinds(): void {
  const guard = guardFor('all');
  const texts = KINDS.map(([name, write, between]) => [name, textOf(write, between, 0.3 * MB)] as const);
  for (let round = 0; round < 3; round += 1) for (const [, text] of texts) checkAll(guard, text.slice(0, 0.1 * MB));
  console.log(
    '\n| text | million characters a second, as messages of 8 KB | MB/s of UTF-8 | ms a KB in pieces of 4, p50 | p99 |\n| --- | ---: | ---: | ---: | ---: |',
  );
  for (const [name, text] of texts) {
    const messages = Math.min(...[1, 2, 3, 4].map(() => spent(() => checkAll(guard, text))));
    const speed = text.length / 1000 / messages;
    const inBytes = (speed * Buffer.byteLength(text)) / text.length;
    // As warm as messages are, and of enough kilobytes for one in a hundred to be one.
    piecesOf(guard, text.slice(0, 0.1 * MB));
    const { p50, p99 } = piecesOf(guard, text.slice(0.1 * MB));
    console.log(`| ${name} | ${speed.toFixed(1)} | ${inBytes.toFixed(1)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`);
  }
}

/** Every detector, on chat that nobody wrote to measure with, where it is at hand. */
function developmentRows(): void {
  const messages = developmentChat();
  if (messages.length === 0) return;
  const guard = guardFor('all');
  const length = messages.reduce((sum, message) => sum + message.length, 0);
  const round = () =>
    spent(() => {
      for (const message of messages) guard.check(message, CONTEXT);
    });
  const first = round();
  const best = Math.min(...[1, 2, 3, 4, 5].map(round));
  console.log(
    `\nQuestions and answers of the development rows, ${messages.length} messages: ${(length / 1000 / best).toFixed(1)} MB/s with every detector; ${(length / 1000 / first).toFixed(1)} at first sight.`,
  );
}

/** Twice the text should take twice the time; much more would be a way to stall us. */
function worstCases(): void {
  const guard = guardFor('all');
  console.log('\n| made of | ms for 128 KB | for 256 KB | ratio | ms a KB |\n| --- | ---: | ---: | ---: | ---: |');
  for (const [name, piece] of WORST) {
    const [short, long] = [131_072, 262_144].map((length) => piece.repeat(Math.ceil(length / piece.length)));
    guard.check((short ?? '').slice(0, 8192), CONTEXT);
    const [once, twice] = [short, long].map((text = '') =>
      Math.min(...[1, 2].map(() => spent(() => guard.check(text, CONTEXT)))),
    );
    if (once === undefined || twice === undefined) continue;
    console.log(
      `| ${name} | ${once.toFixed(0)} | ${twice.toFixed(0)} | ${(twice / once).toFixed(1)} | ${(twice / 256).toFixed(2)} |`,
    );
  }
}

/** With an address in it, so that what was said is compared with it. */
function memory(options?: MessageOptions): void {
  const guard = guardFor('all');
  const count = 1_000;
  const held = `${chatText(2_000)} See https://example.org/a/page/of/ours for more. And so on.`;
  globalThis.gc?.();
  const before = process.memoryUsage();
  const streams = Array.from({ length: count }, () => {
    const stream = guard.open(CONTEXT, options);
    for (let at = 0; at < held.length; at += 50) stream.push(held.slice(at, at + 50));
    return stream;
  });
  globalThis.gc?.();
  const after = process.memoryUsage();
  const each = (after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers) / count / 1000;
  const where = options === undefined ? '' : ', in a conversation of 10 kB that an address was compared with';
  console.log(`\nAn open stream${where}: ${each.toFixed(1)} kB (${streams.length} at once).`);
}

/** Messages as people write them, of about a kilobyte, to us and to the others. */
async function sideBySide(): Promise<void> {
  const text = chatText(200_000);
  const messages = Array.from({ length: Math.ceil(text.length / 1024) }, (_, at) =>
    text.slice(at * 1024, (at + 1) * 1024),
  );
  console.log('\n| by message of 1 KB | looks for | MB/s | ms a KB, p50 | p99 |\n| --- | --- | ---: | ---: | ---: |');
  const ours = SETS.map(([name, guard]) => [name, (message: string) => guard.check(message, CONTEXT)] as const);
  for (const [name, look] of ours) await sideOf({ name: 'Weighbridge', looksFor: name, look }, messages);
  await withPeers(async (peers) => {
    for (const { name, looksFor, look, reason } of peers) {
      if (look === null) console.log(`| ${name} | ${looksFor} | does not start: ${reason} | | |`);
      else await sideOf({ name, looksFor, look }, messages);
    }
  });
}

/** The time that one of them may take before what it has not done by then is left out. */
const PATIENCE = 10_000;
/** Less says more of a collection of garbage that came between than of the guard. */
const LEAST = 2_000;
const WARM_ROUNDS = 5;

async function sideOf(
  { name, looksFor, look }: { readonly name: string; readonly looksFor: string; readonly look: Look },
  messages: readonly string[],
): Promise<void> {
  // Once for the engine to compile it, and then for the clock.
  const warming = performance.now();
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    for (const message of messages) if (performance.now() - warming < PATIENCE / 2) await look(message);
  }
  const started = performance.now();
  const before = ownTime();
  const each: number[] = [];
  let length = 0;
  for (let at = 0; at < messages.length || performance.now() - started < LEAST; at += 1) {
    const message = messages[at % messages.length] ?? '';
    const begun = ownTime();
    await look(message);
    each.push((ownTime() - begun) / (message.length / 1024));
    length += message.length;
    if (performance.now() - started > PATIENCE) break;
  }
  const spent = ownTime() - before;
  each.sort((a, b) => a - b);
  const [p50, p99] = [0.5, 0.99].map((share) => (each[Math.floor(each.length * share)] ?? 0).toFixed(2));
  console.log(`| ${name} | ${looksFor} | ${(length / 1000 / spent).toFixed(2)} | ${p50} | ${p99} |`);
}

console.log(`Guard, Node ${process.version}, ${DETECTORS.length} detectors\n`);
throughput();
await bySize(SETS, ownTime);
kinds();
developmentRows();
worstCases();
memory();
memory(CARRIED);
if (process.env.BENCH_PEERS === '1') await sideBySide();
