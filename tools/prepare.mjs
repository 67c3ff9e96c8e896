import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

// What npm runs after an install in a clone, and before it packs one: the build, and the types of the library.
// Plain JavaScript, since nothing is built when it runs.

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

// `npm install --global git+…` (which pre-commit runs) hands its own `global` on to the install within the clone, so that
// what the build needs is not put there: we put it there ourselves.
if (!existsSync('node_modules/rolldown')) await all(npm('ci', '--include=dev', '--ignore-scripts', '--loglevel=error'));
// Each leaves a processor idle half of its time.
await all(npm('run', '--silent', 'build'), npm('run', '--silent', 'build:types'));

/** Ends with the first that failed once all are over: none goes on writing behind us. */
async function all(...running) {
  const failed = (await Promise.all(running)).find((status) => status !== 0);
  if (failed !== undefined) process.exit(failed ?? 1);
}

/** Runs the npm that runs us, for this folder alone; null: it was ended. */
async function npm(...args) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(?:global|location|prefix|omit|dry_run)$/i.test(name)),
  );
  const own = process.env.npm_execpath;
  const [command, ...first] = own === undefined ? ['npm'] : [process.execPath, own];
  const [status] = await once(spawn(command, [...first, ...args], { env, stdio: 'inherit' }), 'close');
  return status;
}
