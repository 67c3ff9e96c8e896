import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Load {
  readonly port: number;
  readonly body: Buffer;
  readonly connections: number;
  /** Milliseconds in which calls are made and not counted: connections open, and what was idle wakes up. */
  readonly settling: number;
  /** Milliseconds that count, on the same connections. */
  readonly milliseconds: number;
  /** Beside those that every call has. */
  readonly headers: Readonly<Record<string, string>>;
  /** Microseconds of CPU that the proxy has used; asked where the counting begins, and where it ends. */
  readonly cpu: () => Promise<number>;
}

export interface Loaded {
  readonly calls: number;
  /** Microseconds of the proxy's CPU for each. */
  readonly cpu: number;
  /** Milliseconds of each call, sorted. */
  readonly latencies: readonly number[];
  /** Of all calls, those that were not counted too. */
  readonly failures: number;
}

/**
 * So many callers, each of whom asks again as soon as it was answered, before the counting and after it as well: so nothing of
 * how they begin and leave is counted. An answer counts only when it is whole.
 */
export async function load({ port, body, connections, headers: more, ...timing }: Load): Promise<Loaded> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const headers = { authorization: 'Bearer wbk_bench', 'content-type': 'application/json', ...more };
  let latencies: number[] = [];
  const state = { failures: 0, over: false };
  const one = (): Promise<void> =>
    new Promise((resolve) => {
      const started = performance.now();
      let tail = '';
      let status = 0;
      pool.dispatch(
        { method: 'POST', path: '/v1/chat/completions', headers, body },
        {
          onRequestStart: () => {},
          onResponseStart: (_, code) => {
            status = code;
          },
          onResponseData: (_, chunk) => {
            tail = (tail + chunk.subarray(-16).toString('latin1')).slice(-16);
          },
          onResponseEnd: () => {
            latencies.push(performance.now() - started);
            if (status !== 200 || !/(\[DONE\]\n\n|\})$/.test(tail)) state.failures++;
            resolve();
          },
          onResponseError: () => {
            state.failures++;
            resolve();
          },
        },
      );
    });
  const caller = async (): Promise<void> => {
    while (!state.over) await one();
  };
  const callers = Array.from({ length: connections }, caller);
  await pause(timing.settling);
  const before = await timing.cpu();
  latencies = [];
  await pause(timing.milliseconds);
  const spent = (await timing.cpu()) - before;
  const counted = latencies.toSorted((a, b) => a - b);
  state.over = true;
  await Promise.all(callers);
  await pool.close();
  return { calls: counted.length, cpu: spent / counted.length, latencies: counted, failures: state.failures };
}
