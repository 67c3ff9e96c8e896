import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';

/** No password is longer. */
const MOST = 4096;

/** One line of standard input. Never an argument: every process on the machine could read that. */
export async function passwordFrom(io: Io, prompt: string): Promise<string> {
  io.stderr.write(prompt);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of io.stdin) {
    pieces.push(Buffer.from(piece));
    size += piece.length;
    if (piece.includes(0x0a) || size > MOST) break;
  }
  io.stderr.write('\n');
  const [line = ''] = Buffer.concat(pieces).toString('utf8').split(/\r?\n/);
  if (line === '')
    throw new WeighbridgeError(
      'call-invalid',
      'no password came on standard input: type it at the prompt, or give a file with it: … < password.txt',
    );
  return line;
}
