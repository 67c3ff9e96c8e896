import type { Json } from '../../kernel/json.ts';
import { threadHere } from '../process/worked.ts';

/** The worker's side: answers each input with what `handle` makes of it. Call it last in the worker's main file. */
export function serveIsolated(handle: (input: Json) => Json | Promise<Json>): void {
  const port = process.getBuiltinModule('node:worker_threads').parentPort;
  if (port === null) throw new Error('not in a worker');
  port.on('message', async (input: Json) => {
    try {
      port.postMessage({ kind: 'done', output: await handle(input) });
    } catch (error) {
      port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  });
  // So that whoever waits for an answer can see what this thread has worked.
  port.postMessage({ kind: 'ready', thread: threadHere() });
}
