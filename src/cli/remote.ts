import { type Command, Option } from 'commander';
import { etagOf } from '../contract/control/etag.ts';
import type { Control } from '../contract/control/operations.ts';
import { revisedBy } from '../contract/control/revises.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';
import { FORMAT } from './options.ts';

export { FORMAT };

/** Which server, and who calls. */
export const SERVER = new Option('-s, --server <url>', 'the server (WEIGHBRIDGE_SERVER)');
export const TOKEN = new Option('-t, --token <secret>', 'who you are (WEIGHBRIDGE_TOKEN, which no process list shows)');
/** What somebody read before they act: nothing is done where the thing is no longer so. */
export const IF_MATCH = new Option(
  '--if-match <etag>',
  'do it only while the thing is as you read it: the ETag that its show or list said with --etag',
);
const ETAG = new Option('--etag', 'say the ETag too: the name of this state, for --if-match of what changes it');

export interface RemoteOptions {
  readonly server?: string;
  readonly token?: string;
  readonly format: 'text' | 'json';
  readonly ifMatch?: string;
  readonly etag?: boolean;
}

/** Subcommands that show one thing, and those that change one that stands; the others do neither. */
const SHOWS = new Set(['show', 'read', 'contribution']);
const CHANGES = new Set(
  `accept admit assign attach baseline change close confirm deny drop freeze note promote propose put retract revoke rotate thaw
  waive withdraw`.split(/\s+/),
);

/** A subcommand that asks a server, with the options that all such have. */
export function remotely(command: Command): Command {
  const asks = command.addOption(SERVER).addOption(TOKEN).addOption(FORMAT);
  if (SHOWS.has(command.name())) return asks.addOption(ETAG);
  return CHANGES.has(command.name()) ? asks.addOption(IF_MATCH) : asks;
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
  const call = await io.control(serverOf(options, io), token);
  const { ifMatch } = options;
  if (ifMatch === undefined) return call;
  // What is only looked at on the way, or made anew, has no such state.
  return (name, input) => call(name, input, revisedBy(name) === null ? {} : { ifMatch });
}

/** Prints an answer: as JSON, or as a person reads it. */
export function print<Answer>(
  io: Io,
  { format, etag: wanted }: RemoteOptions,
  answer: Answer,
  text: (answer: Answer) => string,
): void {
  const etag = wanted === true && typeof answer === 'object' && answer !== null ? etagOf(answer) : null;
  const json = () => JSON.stringify(etag === null ? answer : { ...answer, etag }, null, 2);
  const read = () => `${text(answer)}${etag === null ? '' : `etag  ${etag}\n`}`;
  io.stdout.write(format === 'json' ? `${json()}\n` : read());
}
