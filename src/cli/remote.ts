import { Option } from 'commander';
import type { Control } from '../contract/control/operations.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';

/** Which server, and who calls. */
export const SERVER = new Option('-s, --server <url>', 'the server (WEIGHBRIDGE_SERVER)');
export const TOKEN = new Option('-t, --token <secret>', 'who you are (WEIGHBRIDGE_TOKEN, which no process list shows)');
export const FORMAT = new Option('-f, --format <format>', 'text or json').choices(['text', 'json']).default('text');

export interface RemoteOptions {
  readonly server?: string;
  readonly token?: string;
  readonly format: 'text' | 'json';
}

/** Where `weighbridge up` listens unless told otherwise. */
export const USUAL_SERVER = 'http://127.0.0.1:7203';

export function serverOf(options: { readonly server?: string }, io: Io): string {
  const server = options.server ?? io.env.WEIGHBRIDGE_SERVER ?? USUAL_SERVER;
  const url = URL.canParse(server) ? new URL(server) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    throw new WeighbridgeError('call-invalid', `${server} is no http address`);
  // A token on a wire that anybody may read is anybody's.
  if (url.protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname))
    throw new WeighbridgeError('call-invalid', `${server}: a token goes over https, but on this machine`);
  return server;
}

export async function controlFor(options: RemoteOptions, io: Io): Promise<Control> {
  const token = options.token ?? io.env.WEIGHBRIDGE_TOKEN;
  if (token === undefined || token === '') throw new WeighbridgeError('unauthenticated', 'there is no token');
  return io.control(serverOf(options, io), token);
}

/** Prints an answer: as JSON, or as a person reads it. */
export function print<Answer>(
  io: Io,
  { format }: RemoteOptions,
  answer: Answer,
  text: (answer: Answer) => string,
): void {
  io.stdout.write(format === 'json' ? `${JSON.stringify(answer, null, 2)}\n` : text(answer));
}
