import { delimiter, join, resolve } from 'node:path';
import { run } from './run.ts';

/** Runs everything `npm test` runs on Node 24, which the npm package `node` carries. */
async function main(): Promise<void> {
  const folder = resolve('build/node24');
  const code = await run('npm', [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    'node@24',
  ]);
  if (code !== 0) {
    process.exitCode = code;
    return;
  }
  const bin = join(folder, 'node_modules', 'node', 'bin');
  const env = { PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  await run(join(bin, 'node'), ['--version'], env);
  process.exitCode = await run(join(bin, 'node'), ['build/test.js'], env);
}

await main();
