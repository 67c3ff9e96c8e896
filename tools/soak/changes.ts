import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Node } from '../../test/support/nodes.ts';
import { KEY, LIMITED, PER_MINUTE } from './keys.ts';
import type { Changed } from './report.ts';
import type { World } from './world.ts';

/** What a node answers now: the model's name, or the refusal's code. */
export async function answeredBy({ address }: Node, key = KEY): Promise<string> {
  const response = await fetch(`${address}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'assistant', messages: [{ role: 'user', content: 'ask 0' }] }),
  });
  const text = await response.text();
  return /"model":"(one|two)"/.exec(text)?.[1] ?? /"code":"([a-z_]+)"/.exec(text)?.[1] ?? String(response.status);
}

/** How long each node took to answer so, from before the change was asked for, and how long the control plane itself took. Milliseconds. */
export async function timeUntil(
  { nodes }: World,
  change: () => Promise<unknown>,
  holds: (answer: string) => boolean,
): Promise<Taken> {
  const started = performance.now();
  const watched = Promise.all(
    nodes.map(async (node) => {
      while (performance.now() - started < 30_000) {
        if (holds(await answeredBy(node).catch(() => ''))) return performance.now() - started;
        await pause(5);
      }
      return Number.POSITIVE_INFINITY;
    }),
  );
  await change();
  const own = performance.now() - started;
  return { nodes: await watched, own };
}

export interface Taken {
  readonly nodes: readonly number[];
  readonly own: number;
}

export function promote({ call }: World, request: string) {
  return call('release.promote', { channel: 'production', request });
}

/**
 * Releases a model and rolls it back; releases it again, begins a stream on each node, and takes the release back: until it
 * is refused, and until the streams end.
 */
export async function changed(
  world: World,
  request: string,
  note: (what: string) => void,
): Promise<Omit<Changed, 'load'>> {
  const { call } = world;
  const back = () => call('release.rollback', { channel: 'production', reason: 'Soak.' });
  const release = await timeUntil(
    world,
    () => promote(world, request),
    (said) => said === 'two',
  );
  await pause(1_000);
  note('a rollback');
  const rollback = await timeUntil(world, back, (said) => said === 'one');
  const { id } = await promote(world, request);
  await pause(1_000);
  const streams = await Promise.all(world.nodes.map(heldStream));
  note('a withdrawal');
  const started = performance.now();
  const withdraw = () => call('release.withdraw', { release: id, reason: 'Soak.' });
  const refused = await timeUntil(world, withdraw, (said) => said === 'not_admitted' || said === 'release_killed');
  const cut = (await Promise.all(streams.map(({ ended }) => ended))).map((at) => at - started);
  await back();
  await pause(1_000);
  return { release, rollback, refused, cut: { ...refused, nodes: cut } };
}

/** The server finds its database again by itself, as the gateways do. */
export async function heardAgain(world: World, request: string): Promise<Taken> {
  for (let tries = 0; ; tries++) {
    try {
      await world.call('channel.list', {});
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
  return timeUntil(
    world,
    () => promote(world, request),
    (said) => said === 'two',
  );
}

/** A stream of a node that has begun and goes on for ever; settles with the time at which it ended. */
export async function heldStream({ address }: Node): Promise<{ readonly ended: Promise<number> }> {
  const { port } = new URL(address);
  const headers = { authorization: `Bearer ${KEY}` };
  const call = request({ host: '127.0.0.1', port, path: '/v1/chat/completions', method: 'POST', headers });
  call.on('error', () => {});
  call.end(JSON.stringify({ model: 'assistant', stream: true, messages: [{ role: 'user', content: 'hold 1' }] }));
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  await once(response, 'data');
  response.resume();
  return { ended: once(response, 'close').then(() => performance.now()) };
}

export interface Limited {
  readonly allowed: number;
  /** What one meter alone would have let through of the same calls at the same times: whoever asks too late is owed nothing. */
  readonly may: number;
  readonly asked: number;
  /** What was answered, beside those that were let through: `rate_limit_exceeded`, and what should not be there. */
  readonly others: readonly (readonly [string, number])[];
  readonly seconds: number;
}

/**
 * Asks more than a key may, over all nodes: for so many seconds, and on until a tenth more was asked for than it may have, so
 * that it is the limit which decides; at most four times as long.
 */
export async function overLimit({ nodes }: World, seconds: number): Promise<Limited> {
  const started = performance.now();
  const [others, run] = [new Map<string, number>(), { allowed: 0, asked: 0, may: 0 }];
  const took = (): number => (performance.now() - started) / 1000;
  const most = (): number => PER_MINUTE + (PER_MINUTE / 60) * took();
  const goesOn = (): boolean => took() < seconds || (run.asked < 1.1 * most() && took() < 4 * seconds);
  const wouldPass = meterOf(PER_MINUTE);
  const worker = async (): Promise<void> => {
    while (goesOn()) {
      const node = nodes[run.asked++ % nodes.length];
      if (node === undefined) return;
      if (wouldPass(performance.now())) run.may += 1;
      const answer = await answeredBy(node, LIMITED).catch((error: Error) => error.message);
      if (answer === 'one' || answer === 'two') {
        run.allowed += 1;
        continue;
      }
      others.set(answer, (others.get(answer) ?? 0) + 1);
      await pause(20);
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));
  return { ...run, others: [...others], seconds: took() };
}

/** A bucket of a minute's worth that fills at its rate: counted otherwise than the gateways do, and by one clock. */
function meterOf(perMinute: number): (now: number) => boolean {
  let [left, at] = [perMinute, performance.now()];
  return (now) => {
    left = Math.min(perMinute, left + ((now - at) * perMinute) / 60_000);
    at = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
