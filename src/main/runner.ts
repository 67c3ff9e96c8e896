import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { installPeers } from '../adapters/peers/install-peers.ts';
import { areInstalled } from '../adapters/peers/installed.ts';
import { llamaPeers } from '../adapters/peers/table.ts';
import type { Runner, RunnerState } from '../contract/runner.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { readConfig } from './config.ts';

/** The runner of this machine, in the data folder. */
export function createRunner(env: Readonly<Record<string, string | undefined>>): Runner {
  const folder = join(readConfig(env).dataFolder, 'runner');
  const peers = llamaPeers(process.platform, process.arch);
  const state = async (): Promise<RunnerState> => {
    if (peers === null) return { kind: 'unsupported', folder, packages: [] };
    const installed = await areInstalled(folder, peers);
    return { kind: installed ? 'installed' : 'absent', folder, packages: peers.packages };
  };
  return {
    state,
    install: async (signal) => {
      if (peers === null)
        throw new WeighbridgeError('runner-unready', `there is none for ${process.platform} on ${process.arch}`);
      if ((await state()).kind === 'absent') await installPeers(folder, peers, env, signal);
      return state();
    },
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      return state();
    },
    serve: async (options) => {
      if ((await state()).kind !== 'installed') throw new WeighbridgeError('runner-unready', `it is not in ${folder}`);
      const { serveModel } = await import('./serve-model.ts');
      return serveModel(folder, options);
    },
  };
}
