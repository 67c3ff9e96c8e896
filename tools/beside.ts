import { type ChildProcess, spawn } from 'node:child_process';

/** One of our own commands that runs beside us. */
export interface Beside {
  /** What it said that was waited for. */
  readonly said: RegExpExecArray;
  readonly child: ChildProcess;
  /** Resolves with its exit code once it ends, by itself or by `stop`. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly until: RegExp;
  /** Milliseconds. */
  readonly patience: number;
}

/** Starts `weighbridge …` and waits until it says something; null when it ended instead, or was too slow and was stopped. */
export async function startBeside(
  args: readonly string[],
  { env, until, patience }: Waiting,
): Promise<Beside | { readonly failed: string }> {
  const child = spawn(process.execPath, ['dist/bin.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let text = '';
  const heard = new Promise<RegExpExecArray>((resolve) => {
    const hear = (chunk: Buffer): void => {
      text = (text + chunk.toString('utf8')).slice(-20_000);
      const match = until.exec(text);
      if (match !== null) resolve(match);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const said = await Promise.race([heard, late, ended.then(() => null)]);
  clearTimeout(timer);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  if (said !== null) return { said, child, ended, stop };
  await stop();
  return { failed: text.trim() };
}

/** Runs `weighbridge …` to its end. Throws with what it said when it did not end with 0. */
export async function runBeside(
  args: readonly string[],
  env: Waiting['env'],
): Promise<{ readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['dist/bin.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env },
  });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0)
    throw new Error(
      Buffer.concat([...out, ...err])
        .toString('utf8')
        .trim(),
    );
  return { out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
}
