import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from './scratch.ts';

/** The kernel stops the program at the calls that are asked for, rather than at each: a tenth of the time. */
const FOLLOW = ['-f', '--seccomp-bpf', '-qq'];

/** How a process can be watched: by the calls of it and all its children, or from within Node. */
export type Watch = 'strace' | 'hook';
export const WATCHES: readonly [Watch, ...Watch[]] =
  spawnSync('strace', [...FOLLOW, '-o', '/dev/null', 'true']).status === 0 ? ['strace', 'hook'] : ['hook'];

export interface Watched {
  readonly child: ChildProcess;
  /** What it tried to reach that is not this machine, and every name it asked about. Once it has ended. */
  readonly outside: () => readonly string[];
}

/** Runs Node with nothing of this process's environment, in a home that is empty. */
export function watched(watch: Watch, args: readonly string[]): Watched {
  const home = scratchFolder();
  const file = join(home, 'calls.txt');
  const env = { PATH: process.env.PATH ?? '', HOME: home, LANG: 'C.UTF-8' };
  // Its own group: a signal reaches it and not who watches alone.
  const options = { detached: true, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const child =
    watch === 'strace'
      ? spawn('strace', [...FOLLOW, '-e', `trace=${CALLS}`, '-o', file, process.execPath, ...args], {
          ...options,
          env,
        })
      : spawn(process.execPath, ['--import', HOOK, ...args], { ...options, env: { ...env, CALLS_FILE: file } });
  const read = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);
  return { child, outside: () => (watch === 'strace' ? read().flatMap(outsideIn) : read().filter(Boolean)) };
}

const CALLS = 'connect,sendto,sendmsg,sendmmsg';

/** An address in a traced call; port 53 counts wherever it is, since a resolver asks others. */
function outsideIn(line: string): readonly string[] {
  return Array.from(line.matchAll(/sa_family=AF_INET6?, [^}]*?htons\((\d+)\)[^}]*?"([0-9a-f.:]+)"/g))
    .filter(([, port, address = '']) => port === '53' || !/^(?:127\.|::1$|::ffff:127\.)/.test(address))
    .map(([, port, address]) => `${address} port ${port}`);
}

/** The same from within, in every thread: what Node itself would connect to or ask a resolver for. */
const HOOK = `data:text/javascript,${encodeURIComponent(`
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
const own = (host) => host === undefined || host === null || host === 'localhost' || /^(127[.]|::1$|0[.]0[.]0[.]0$|::$)/.test(host);
const tell = (what) => appendFileSync(process.env.CALLS_FILE, what + '\\n');
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const { host, path } = typeof first === 'object' && first !== null ? first : { host: typeof second === 'string' ? second : undefined };
  if (!path && typeof first !== 'string' && !own(host)) tell('connect ' + host);
  return connect.apply(this, args);
};
for (const from of [dns, dns.promises])
  for (const name of Object.keys(from).filter((one) => /^(lookup|resolve)/.test(one))) {
    const ask = from[name];
    from[name] = function (host, ...rest) {
      if (!own(host) && !net.isIP(host)) tell(name + ' ' + host);
      return ask.call(this, host, ...rest);
    };
  }
const send = dgram.Socket.prototype.send;
dgram.Socket.prototype.send = function (...args) {
  tell('datagram');
  return send.apply(this, args);
};
syncBuiltinESMExports();
`)}`;
