import { setTimeout } from 'node:timers/promises';
import { Pool } from 'undici';
import { answerTo, textOf, wholeAnswer } from './answers.ts';
import { KEY } from './keys.ts';
import { type Odd, SHOWN } from './odd.ts';

/** What came of calls so far. */
export interface Seen {
  asked: number;
  right: number;
  /** Held byte for byte against what the model server wrote; of streams the text is held. */
  wrong: number;
  /** Answers that were no 200, and calls that had no whole answer, by their code. */
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
  const seen: Seen = { asked: 0, right: 0, wrong: 0, refused: new Map(), left: 0 };
  const odd: Odd[] = [];
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
    const started = performance.now();
    let [status, headers, text] = [null as number | null, {} as Readonly<Record<string, unknown>>, ''];
    /** A wrong answer is always kept, of everything else the first few of a kind. */
    const keep = (kind: Odd['kind'], why: string, expected: string): void => {
      const before = seen.refused.get(why) ?? 0;
      if (kind === 'wrong') seen.wrong += 1;
      else seen.refused.set(why, before + 1);
      if (kind === 'wrong' ? seen.wrong > MOST_WRONG : before >= MOST_OF_A_KIND) return;
      const what = { kind, why, question: n, streamed: stream, node: `gw-${(n % pools.length) + 1}`, status, headers };
      const [came, took] = [text.slice(0, SHOWN), performance.now() - started];
      odd.push({ ...what, at: Date.now(), took, expected, came, length: text.length });
    };
    try {
      const answer = await pool.request({ method: 'POST', path: '/v1/chat/completions', headers: HEADERS, body });
      ({ statusCode: status, headers } = answer);
      // Piece by piece: of an answer that breaks off what came before is kept.
      const decoder = new TextDecoder();
      for await (const piece of answer.body) text += decoder.decode(piece as Buffer, { stream: true });
      const verdict = verdictOf({ status, text, n, stream });
      if (verdict === null) seen.right += 1;
      else keep(verdict.kind, verdict.why, verdict.expected);
    } catch (error) {
      keep('failed', failureOf(error), '');
    }
  };
  /** Milliseconds from the beginning of a caller's call to that of their next; 0: as soon as they can. */
  let every = 0;
  const worker = async (): Promise<void> => {
    while (!ending.signal.aborted && seen.asked < total) {
      const n = seen.asked++;
      const next = performance.now() + every;
      await ask(n);
      if (every > 0) await setTimeout(Math.max(0, next - performance.now()));
    }
  };
  return {
    seen,
    /** What was kept since the last time. */
    odd: () => odd.splice(0),
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

const MOST_WRONG = 200;
const MOST_OF_A_KIND = 5;

const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

interface Came {
  readonly status: number;
  readonly text: string;
  readonly n: number;
  readonly stream: boolean;
}

/** What is wrong with an answer; null: nothing. */
function verdictOf({ status, text, n, stream }: Came): Pick<Odd, 'kind' | 'why' | 'expected'> | null {
  if (status !== 200) return { kind: 'refused', why: codeIn(status, text), expected: '' };
  const model = /"model":"(one|two)"/.exec(text)?.[1] ?? '';
  const expected = stream ? answerTo(model, n) : wholeAnswer(model, n);
  const came = stream ? saidIn(text) : text;
  if (came === expected && (!stream || text.endsWith('[DONE]\n\n'))) return null;
  if (text.includes('"finish_reason":"content_filter"'))
    return { kind: 'refused', why: 'content_filter in an answer', expected };
  const told = /"error":\{[^}]*"code":"([a-z_]+)"/.exec(text)?.[1];
  // A stream that policy or its server ended says so in an event of its own, and what came before it must be right.
  if (stream && told !== undefined && expected.startsWith(came))
    return { kind: 'refused', why: `${told} in a stream`, expected };
  return { kind: 'wrong', why: 'other bytes', expected };
}

function saidIn(text: string): string {
  try {
    return textOf(text, true);
  } catch {
    return text;
  }
}

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
    if (answer.statusCode !== 200) return count(seen.refused, codeIn(answer.statusCode, await answer.body.text()));
    for await (const _ of answer.body) {
      seen.left += 1;
      leaving.abort();
    }
  } catch {
    if (waits) seen.left += 1;
  }
}

function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return `${'code' in error ? String(error.code) : error.name}: ${error.message}`;
}

/** A 408 has none: a connection on which nothing was asked for so long is closed with it. */
function codeIn(status: number, text: string): string {
  return /"code":"([a-z_]+)"/.exec(text)?.[1] ?? `status ${status}`;
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}
