import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { killGroup } from '../../process/kill-group.ts';

export interface ChildLimits {
  readonly milliseconds: number;
  /** Of what it prints, and of the report it writes. */
  readonly bytes: number;
}

export interface ChildCall {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What it printed counts only if it says that all went well (exit code 0). */
  readonly mustSucceed?: true;
}

/**
 * What a program printed on standard output before it ended by itself, whatever its exit code unless it `mustSucceed`. At a limit and on abort it is
 * killed with its whole process group, and what it leaves behind in that group when it ends is killed too; a process that
 * made a group of its own is not reached, and holds us up to the limit at most. Throws `tool-failed`, and the signal's reason.
 */
export function printedBy(
  name: string,
  { command, args, cwd, env, signal, mustSucceed }: ChildCall,
  limits: ChildLimits,
): Promise<string> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const stdio: StdioOptions = ['ignore', 'pipe', 'ignore'];
    // Has no streams where the machine has no more files to open: the types of `spawn` do not say so.
    const child: ChildProcess = spawn(command, args, { cwd, env, stdio, detached: true });
    const chunks: Buffer[] = [];
    let length = 0;
    // Ours to say: a child that we killed may have ended with any code.
    let failure: Error | null = null;
    const end = (why: Error): void => {
      failure ??= why;
      killGroup(child);
      // Whoever still holds the other end: nobody waits for it.
      child.stdout?.destroy();
    };
    const failed = (what: string): WeighbridgeError => new WeighbridgeError('tool-failed', `${name}: ${what}`);
    const seconds = limits.milliseconds / 1000;
    const deadline = setTimeout(() => end(failed(`not done after ${seconds} seconds`)), limits.milliseconds);
    const stop = (): void => end(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    const settle = (): void => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', stop);
    };
    child.stdout?.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.bytes) end(failed(`printed more than ${limits.bytes} bytes`));
      else chunks.push(chunk);
    });
    child.once('error', (cause: NodeJS.ErrnoException) => {
      settle();
      reject(failed(cause.code === 'ENOENT' ? `there is no ${command}` : cause.message));
    });
    child.once('exit', () => killGroup(child));
    child.once('close', (code, killedBy) => {
      settle();
      if (failure !== null) reject(failure);
      else if (code === null) reject(failed(`ended by ${killedBy}`));
      else if (mustSucceed === true && code !== 0) reject(failed(`ended with exit code ${code}`));
      else resolve(Buffer.concat(chunks).toString('utf8'));
    });
  });
}
