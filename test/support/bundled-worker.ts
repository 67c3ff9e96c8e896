import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { IsolatedEntry } from '../../src/ports/isolation.ts';

const bundled = new Map<IsolatedEntry, Promise<URL>>();

/**
 * The code of an isolated entry as the build would make it, in a `data:` URL: the oldest Node we support runs no
 * TypeScript in a worker, and nothing is left behind on the disk. Made once a process.
 */
export async function bundledWorker(entry: IsolatedEntry): Promise<URL> {
  const made = bundled.get(entry) ?? bundle(entry);
  bundled.set(entry, made);
  return made;
}

async function bundle(entry: IsolatedEntry): Promise<URL> {
  const input = fileURLToPath(new URL(`../../src/main/workers/${entry}.ts`, import.meta.url));
  const build = await rolldown({ input, platform: 'node', logLevel: 'warn' });
  const { output } = await build.generate({ format: 'esm', codeSplitting: false });
  await build.close();
  return new URL(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`);
}
