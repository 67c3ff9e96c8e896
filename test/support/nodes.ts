import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A gateway in a process of its own. */
export interface Node {
  readonly name: string;
  readonly address: string;
  readonly child: ChildProcess;
  /** What it has said to people. */
  readonly said: () => string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the built command by a file, and waits until it listens. */
export async function startNode(
  name: string,
  file: string,
  {
    home,
    env = {},
    args = [],
    onLine,
  }: {
    readonly home: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    /** Told each record of a call, as JSON; unless given none is written. */
    readonly onLine?: (line: string) => void;
  },
): Promise<Node> {
  const log = onLine === undefined ? 'off' : 'json';
  const options = ['gateway', '--config', file, '--port', '0', '--node', name, '--log', log, ...args];
  const child = spawn(process.execPath, ['dist/bin.js', ...options], {
    env: { PATH: process.env.PATH, WEIGHBRIDGE_HOME: home, ...env },
    stdio: ['ignore', onLine === undefined ? 'ignore' : 'pipe', 'pipe'],
  });
  if (onLine !== undefined && child.stdout !== null) linesOf(child.stdout, onLine);
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /listens on (http:\S+)\/v1/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return {
    name,
    address,
    child,
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function linesOf(stream: Readable, tell: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) tell(line);
  });
}

/** A gateway's file whose one channel, `assistant`, follows `production`, before servers that each hold a model. */
export function writeFollowing(
  folder: string,
  {
    name = 'house',
    trust,
    key,
    servers,
    more = '',
    channelMore = '',
  }: {
    readonly name?: string;
    readonly trust: string;
    readonly key: string;
    /** By the model that each holds. */
    readonly servers: Readonly<Record<string, string>>;
    /** Further lines of `spec`, and of the channel. */
    readonly more?: string;
    readonly channelMore?: string;
  },
): string {
  const file = join(folder, `${name}.yaml`);
  const rows = Object.entries(servers).map(
    ([holds, url]) => `        - { url: "${url}/v1", model: tiny, holds: ${holds}, unattested: a script of this test }`,
  );
  writeFileSync(
    file,
    `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: ${name} }
spec:
  trust: [${JSON.stringify(trust)}]
  controlPlane: { databaseFrom: DATABASE }
${more}  channels:
    - name: assistant
      follows: production
${channelMore}      servers:
${rows.join('\n')}
  keys:
    - { name: team-a, sha256: ${createHash('sha256').update(key).digest('hex')} }
`,
  );
  return file;
}
