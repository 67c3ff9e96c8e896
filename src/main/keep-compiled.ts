import module from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Lets Node keep what it compiles for the next start, which is then a fifth to a quarter shorter. Node 20 has no such cache
 * (module.enableCompileCache, since 22.1); a folder that cannot be written is none either, and nothing else changes.
 */
export function keepCompiled(env: NodeJS.ProcessEnv): void {
  const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => unknown };
  const folder = enableCompileCache === undefined ? null : compiledFolder(env, homedir);
  if (folder !== null) enableCompileCache?.(folder);
}

/** Where it is kept; null where there is nowhere: who runs in a pod may have no home. */
export function compiledFolder(env: NodeJS.ProcessEnv, home: () => string): string | null {
  if (env.WEIGHBRIDGE_HOME) return resolve(env.WEIGHBRIDGE_HOME, 'code');
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'weighbridge', 'code');
  try {
    return join(home(), '.cache', 'weighbridge', 'code');
  } catch {
    return null;
  }
}
