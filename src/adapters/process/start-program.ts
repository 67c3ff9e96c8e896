import { spawn } from 'node:child_process';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** A program that runs beside us, with our own input and output. */
export interface StartedProgram {
  /** Its exit code; 128 and the signal's number when one ended it. Rejects with `call-invalid` when it cannot be started. */
  readonly ended: Promise<number>;
  /** Asks it to end. */
  stop(): void;
}

const SIGNALS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

export function startProgram(program: string, args: readonly string[]): StartedProgram {
  const child = spawn(program, args, { stdio: 'inherit' });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (cause) =>
      reject(new WeighbridgeError('call-invalid', `${program} cannot be started: ${cause.message}`, { cause })),
    );
    child.once('exit', (code, signal) => resolve(code ?? 128 + (SIGNALS[signal ?? ''] ?? 0)));
  });
  return {
    ended,
    stop: () => {
      child.kill('SIGTERM');
    },
  };
}
