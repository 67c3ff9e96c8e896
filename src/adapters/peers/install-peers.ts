import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Peers } from './table.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Megabytes come over the network. */
const MILLISECONDS = 15 * 60_000;

const ALWAYS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact'];
/** Who is offline hears of it in seconds, not in minutes. */
const FEW_TRIES = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

/**
 * Puts packages that are no part of ours into a folder of their own, by the caller's own npm and its settings: all of them,
 * or what was there before stays. Nothing of them runs while they are installed. Throws `peers-not-installed`.
 */
export async function installPeers(
  folder: string,
  peers: Peers,
  env: Environment,
  signal?: AbortSignal,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    await writeFile(join(making, 'package.json'), '{ "private": true }\n');
    await install(making, peers, env, signal);
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function install(cwd: string, peers: Peers, env: Environment, signal?: AbortSignal): Promise<void> {
  const optional = peers.onlyThese ? ['--omit=optional'] : [];
  // On Windows npm is a script for the shell; every word here is our own.
  const npm = spawn('npm', ['install', ...ALWAYS, ...FEW_TRIES, ...optional, ...peers.packages], {
    cwd,
    env: { ...env, ...peers.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: MILLISECONDS,
    shell: process.platform === 'win32',
    ...(signal === undefined ? {} : { signal }),
  });
  let said = '';
  npm.stderr.on('data', (part: Buffer) => {
    // Its first words say what went wrong; a trace follows.
    said = (said + part.toString()).slice(0, 4_000);
  });
  const code = await new Promise<number | null>((done, reject) => {
    npm.once('error', reject);
    // What it said may come after its end.
    npm.once('close', done);
  }).catch((cause: unknown) => {
    throw new WeighbridgeError('peers-not-installed', 'npm cannot be started', { cause });
  });
  if (code !== 0) throw new WeighbridgeError('peers-not-installed', whyNot(said, code));
}

/** What a machine without a network says, in every way that Node has of saying it. */
const UNREACHED =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** What of npm's words a person can act on. */
export function whyNot(said: string, code: number | null): string {
  const [, unreached] = UNREACHED.exec(said) ?? [];
  if (unreached !== undefined) return `npm cannot reach its index of packages (${unreached})`;
  if (code === null) return 'npm was stopped before it was done';
  const lines = said.split('\n').map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return `npm said: ${
    lines
      .filter((line) => line !== '')
      .slice(0, 3)
      .join('; ') || `nothing, and ended with ${code}`
  }`;
}
