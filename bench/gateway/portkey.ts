import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A gateway of others in Node, installed only when the bench is asked to, into a folder that is gone afterwards. The parts below it
 * are those of its own lock file: what a fresh installation resolves to breaks every stream.
 */
const PACKAGES = {
  private: true,
  dependencies: { '@portkey-ai/gateway': '1.15.2' },
  overrides: { hono: '4.9.7', '@hono/node-server': '1.13.5' },
};

export interface InstalledPortkey {
  /** What starts it. */
  readonly module: string;
  remove(): void;
}

export function installPortkey(): InstalledPortkey {
  const folder = mkdtempSync(join(tmpdir(), 'bench-portkey-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify(PACKAGES));
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  const module = join(folder, 'node_modules', '@portkey-ai', 'gateway', 'build', 'start-server.js');
  return { module, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How it is told where to send a call. */
export function portkeyHeaders(upstream: number): Readonly<Record<string, string>> {
  return { 'x-portkey-provider': 'openai', 'x-portkey-custom-host': `http://127.0.0.1:${upstream}/v1` };
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => resolve(typeof at === 'object' && at !== null ? at.port : 0));
    });
  });
}
