import { setTimeout } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerTo, textOf, wholeAnswer } from './answers.ts';
import { KEY } from './keys.ts';

/** What came of calls so far. */
export interface Seen {
  asked: number;
  right: number;
  /** Held byte for byte against what the model server wrote; of streams the text is held. */
  wrong: number;
  /** How the first of these begin. */
  readonly samples: string[];
  /** Answers that were no 200, by their code. */
  readonly refused: Map<string, number>;
  /** Calls that were begun and hung up by us. */
  left: number;
}

export interface Wanted {
  readonly addresses: readonly string[];
  /** So many at a time. */
  readonly at: number;
  readonly total: number;
}

/** Asks gateways in turn, until `total` calls were made or somebody says that it is enough. */
export function createLoad({ addresses, at, total }: Wanted) {
  const seen: Seen = { asked: 0, right: 0, wrong: 0, samples: [], refused: new Map(), left: 0 };
  const pools = addresses.map((address) => new Pool(address, { connections: at, pipelining: 1 }));
  const ending = new AbortController();
  const ask = async (n: number): Promise<void> => {
    const pool = pools[n % pools.length];
    if (pool === undefined) return;
    const leaves = n % 100 === 50 ? 'leave-stream' : n % 100 === 99 ? 'leave-waiting' : null;
    const stream = leaves === 'leave-stream' || n % 20 === 0;
    const body = JSON.stringify({
      model: 'assistant',
      stream,
      messages: [{ role: 'user', content: `${leaves ?? 'ask'} ${n}` }],
    });
    if (leaves !== null) return leave(pool, body, seen);
    const answer = await pool.request({ method: 'POST', path: '/v1/chat/completions', headers: HEADERS, body });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) return count(seen.refused, codeIn(text));
    const model = /"model":"(one|two)"/.exec(text)?.[1] ?? '';
    const right = stream
      ? textOf(text, true) === answerTo(model, n) && text.endsWith('[DONE]\n\n')
      : text === wholeAnswer(model, n);
    if (right) seen.right += 1;
    else if (text.includes('"finish_reason":"content_filter"')) count(seen.refused, 'content_filter in an answer');
    else {
      seen.wrong += 1;
      if (seen.samples.length < SAMPLES) seen.samples.push(text.slice(0, 500));
    }
  };
  /** Milliseconds from the beginning of a caller's call to that of their next; 0: as soon as they can. */
  let every = 0;
  const worker = async (): Promise<void> => {
    while (!ending.signal.aborted && seen.asked < total) {
      const n = seen.asked++;
      const next = performance.now() + every;
      await ask(n).catch((error: Error) => count(seen.refused, error.name));
      if (every > 0) await setTimeout(Math.max(0, next - performance.now()));
    }
  };
  return {
    seen,
    run: async () => {
      await Promise.all(Array.from({ length: at }, worker));
      await Promise.all(pools.map((pool) => pool.close()));
    },
    /** So many calls a second at most, of all callers; null: as many as they can. */
    pace: (perSecond: number | null) => {
      every = perSecond === null ? 0 : (at * 1_000) / perSecond;
    },
    stop: () => ending.abort(),
  };
}

const SAMPLES = 5;

const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

/** Hangs up: when the first words are there, or after a moment in which the server has surely been asked. */
async function leave(pool: Pool, body: string, seen: Seen): Promise<void> {
  const leaving = new AbortController();
  const waits = !body.includes('"stream":true');
  if (waits) void setTimeout(250).then(() => leaving.abort());
  try {
    const answer = await pool.request({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: HEADERS,
      body,
      signal: leaving.signal,
    });
    if (answer.statusCode !== 200) return count(seen.refused, codeIn(await answer.body.text()));
    for await (const _ of answer.body) {
      seen.left += 1;
      leaving.abort();
    }
  } catch {
    if (waits) seen.left += 1;
  }
}

function codeIn(text: string): string {
  return /"code":"([a-z_]+)"/.exec(text)?.[1] ?? 'another answer';
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
