import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'src');
/** Among the packages, since vitest lets Node load what lies there. */
const BUILT = join(ROOT, 'node_modules', '.sources');
const STATE = join(BUILT, 'state');

/**
 * Has Node load the sources as modules of its own, one for one. What vitest makes of a source asks an object for every name that it imports,
 * each time: tests that compute took five to twenty times as long.
 */
export function builtSources() {
  return {
    name: 'built-sources',
    enforce: 'pre' as const,
    resolveId(name: string, importer: string | undefined): string | null {
      if (importer === undefined || !/^\.{1,2}\/.*\.(?:ts|sql|names)$/.test(name) || name.endsWith('.test.ts'))
        return null;
      const path = resolve(dirname(importer), name);
      return path.startsWith(SOURCES + sep) ? join(BUILT, `${relative(ROOT, path).replace(/\.ts$/, '')}.js`) : null;
    },
  };
}

/** Builds them, unless they were built as they are. */
export async function buildSources(): Promise<void> {
  const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const state = stateOf(files);
  if (existsSync(STATE) && readFileSync(STATE, 'utf8') === state) return;
  rmSync(BUILT, { recursive: true, force: true });
  const bundle = await rolldown({
    input: files.filter((file) => file.endsWith('.ts')),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith(sep),
    moduleTypes: { '.sql': 'text', '.names': 'text' },
    treeshake: false,
  });
  await bundle.write({
    dir: BUILT,
    format: 'esm',
    preserveModules: true,
    preserveModulesRoot: ROOT,
    entryFileNames: '[name].js',
    sourcemap: true,
  });
  mkdirSync(BUILT, { recursive: true });
  writeFileSync(STATE, state);
}

function stateOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}
