import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { basename, resolve } from 'node:path';
import { openLlama } from '../adapters/runner/llama.ts';
import type { RunnerOptions, RunningModel } from '../contract/runner.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { createRunnerServer } from '../runner/server.ts';

/** Nobody else's: who is to call it from elsewhere calls the gateway, which asks for a key. */
const HOST = '127.0.0.1';

/** A part of the runner ends the process at once where nobody else listens; we end it in order. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const heard = (): void => {};

/** Loads a model by the runner in a folder, and answers for it. */
export async function serveModel(runtime: string, options: RunnerOptions): Promise<RunningModel> {
  const { context, seats, waiting, threads, port, onFault: fault } = options;
  const file = resolve(options.file);
  const name = options.name ?? basename(file).replace(/\.gguf$/i, '');
  for (const signal of SIGNALS) process.on(signal, heard);
  const model = await openLlama({ runtime, file, context, seats, threads });
  const server = createRunnerServer({ model, name, waiting, newId: randomUUID, now: () => new Date(), fault });
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
  } catch (cause) {
    await model.close();
    throw new WeighbridgeError('call-invalid', `cannot listen on ${HOST}:${port}`, { cause });
  }
  const at = server.address();
  return {
    address: `http://${HOST}:${typeof at === 'object' && at !== null ? at.port : port}`,
    name,
    context: model.context,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await model.close();
      for (const signal of SIGNALS) process.off(signal, heard);
    },
  };
}
