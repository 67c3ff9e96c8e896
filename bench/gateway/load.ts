import { Pool } from 'undici';

export interface Load {
  readonly port: number;
  readonly body: Buffer;
  readonly connections: number;
  /** Calls begin for so long. */
  readonly milliseconds: number;
  /** Beside those that every call has. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Loaded {
  readonly calls: number;
  /** Milliseconds of each call, sorted. */
  readonly latencies: readonly number[];
  readonly failures: number;
}

/** So many callers, each of whom asks again as soon as it was answered. An answer counts only when it is whole. */
export async function load({ port, body, connections, milliseconds, headers: more }: Load): Promise<Loaded> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const headers = { authorization: 'Bearer wbk_bench', 'content-type': 'application/json', ...more };
  const latencies: number[] = [];
  let failures = 0;
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
            if (status !== 200 || !/(\[DONE\]\n\n|\})$/.test(tail)) failures++;
            resolve();
          },
          onResponseError: () => {
            failures++;
            resolve();
          },
        },
      );
    });
  const until = performance.now() + milliseconds;
  const caller = async (): Promise<void> => {
    while (performance.now() < until) await one();
  };
  await Promise.all(Array.from({ length: connections }, caller));
  await pool.close();
  return { calls: latencies.length + failures, latencies: latencies.sort((a, b) => a - b), failures };
}
