import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** Pinned: another version is another program. */
export const RUNTIME = ['onnxruntime-node@1.30.0', '@huggingface/tokenizers@0.2.0'] as const;

/** Megabytes come over the network; npm tells what it does. */
const MILLISECONDS = 15 * 60_000;

/**
 * Puts what runs classifiers into a folder of its own, by the caller's own npm and its settings. Nothing of it runs while
 * it is installed: the programs for processors are in the package. Throws `guard-adviser-unready`.
 */
export async function installRuntime(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--save-exact',
    ...RUNTIME,
  ];
  const npm = spawn(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    cwd: folder,
    env: { ...env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MILLISECONDS,
  });
  let said = '';
  npm.stderr.on('data', (part: Buffer) => {
    said = (said + part.toString()).slice(-2_000);
  });
  const code = await new Promise<number | null>((done, reject) => {
    npm.once('error', reject);
    npm.once('exit', done);
  }).catch((cause: unknown) => {
    throw new WeighbridgeError('guard-adviser-unready', 'npm cannot be started', { cause });
  });
  if (code !== 0) throw new WeighbridgeError('guard-adviser-unready', `npm could not install it: ${said.trim()}`);
}
