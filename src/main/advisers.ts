import { join } from 'node:path';
import type { Advisers } from '../ports/advisers.ts';
import { readConfig } from './config.ts';
import { lazily } from './lazily.ts';

export interface AdvisersWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The code that runs classifiers. */
  readonly classify: () => URL;
}

/** Those whom guard policies ask, loaded with the first policy that names one. `cwd`: what a classifier's folder is relative to. */
export function advisersIn({ env, classify }: AdvisersWorld, cwd: string): Advisers {
  return lazily(async () => {
    const [{ createAdvisers }, { createWorkerIsolation }] = await Promise.all([
      import('../adapters/advisers/advisers.ts'),
      import('../adapters/isolation/worker-isolation.ts'),
    ]);
    return createAdvisers({
      env,
      runtime: classifierFolder(env),
      cwd,
      isolation: createWorkerIsolation({ entries: { classify: classify() } }),
    });
  });
}

/** Where what runs classifiers is installed. */
export function classifierFolder(env: AdvisersWorld['env']): string {
  return join(readConfig(env).dataFolder, 'classifier');
}
