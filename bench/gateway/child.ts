import { type ChildProcess, fork, spawnSync } from 'node:child_process';

/** A server in a process of its own, whose CPU time can be asked for. */
export interface Child {
  readonly port: number;
  /** Microseconds of CPU that it has used. */
  readonly cpu: () => Promise<number>;
  /** Peak resident memory in MB. */
  peak(): Promise<number>;
  stop(): void;
}

interface Usage {
  readonly cpu: number;
  readonly peak: number;
}

/** Where there is `taskset` and a second core: proxies have one core, and everything around them another. */
const PINS = spawnSync('taskset', ['-c', '1', 'true']).status === 0;
export const CORES = { proxy: '0', around: '1' } as const;

/** Puts this process on a core; gives whether it could. */
export function pinOwn(core: string): boolean {
  return PINS && spawnSync('taskset', ['-acp', core, String(process.pid)]).status === 0;
}

/** On a core of its own, if one is named. */
export function startChild(module: string, core: string | null, ...args: readonly string[]): Promise<Child> {
  const child: ChildProcess = fork(module, [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(PINS && core !== null ? { execPath: 'taskset', execArgv: ['-c', core, process.execPath] } : {}),
  });
  const usage = (): Promise<Usage> =>
    new Promise((resolve) => {
      child.once('message', (message) => resolve(message as Usage));
      child.send('usage');
    });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code}`)));
    child.once('message', (port) =>
      resolve({
        port: port as number,
        cpu: async () => (await usage()).cpu,
        peak: async () => (await usage()).peak,
        stop: () => void child.kill(),
      }),
    );
  });
}

/** Tells the parent where we listen, and answers what it asks. */
export function shareAddress(port: number): void {
  process.send?.(port);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, peak: process.resourceUsage().maxRSS / 1024 });
  });
  process.on('SIGINT', () => process.exit());
  process.on('disconnect', () => process.exit());
}
