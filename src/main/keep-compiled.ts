import module from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Lets Node keep what it compiles for the next start, which is then a fifth to a quarter shorter. Node 20 has no such cache
 * (module.enableCompileCache, since 22.1); a folder that cannot be written is none either, and nothing else changes.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };
  const home = env.WEIGHBRIDGE_HOME;
  const caches = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  enableCompileCache?.(join(home ? resolve(home) : join(caches, 'weighbridge'), 'code'));
}
