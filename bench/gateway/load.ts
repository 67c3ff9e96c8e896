import { Pool } from 'undici';

export interface Load {
  readonly port: number;
  readonly body: Buffer;
  readonly connections: number;
  readonly requests: number;
}

export interface Loaded {
  /** Milliseconds of each call, sorted. */
  readonly latencies: readonly number[];
  readonly failures: number;
}

/** So many callers, each of whom asks again as soon as it was answered. An answer counts only when it is whole. */
export async function load({ port, body, connections, requests }: Load): Promise<Loaded> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  const headers = { authorization: 'Bearer wbk_bench', 'content-type': 'application/json' };
  const latencies: number[] = [];
  let [left, failures] = [requests, 0];
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
            tail = chunk.subarray(-16).toString('latin1');
          },
          onResponseEnd: () => {
            latencies.push(performance.now() - started);
            if (status !== 200 || !/(\[DONE\]\n\n|\}\})$/.test(tail)) failures++;
            resolve();
          },
          onResponseError: () => {
            failures++;
            resolve();
          },
        },
      );
    });
  const caller = async (): Promise<void> => {
    while (left-- > 0) await one();
  };
  await Promise.all(Array.from({ length: connections }, caller));
  await pool.close();
  return { latencies: latencies.sort((a, b) => a - b), failures };
}
