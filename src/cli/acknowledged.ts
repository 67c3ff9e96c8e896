import { Option } from 'commander';
import type { Control, OutputOf } from '../contract/control/operations.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { printable } from '../kernel/printable.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { count } from './numbers.ts';
import { print, type RemoteOptions } from './remote.ts';

/** How long a command waits for gateways that have not taken a change up. */
export const WAIT = new Option('--wait <seconds>', 'for every gateway to take it up').argParser(count).default(5);

export interface WaitOptions extends RemoteOptions {
  readonly wait: number;
}

/** Gateways are asked so often while somebody waits for them. Milliseconds. */
const ASK = 100;

/** Which gateways have taken up what happened on a channel; null: the token may not ask. */
export type Acknowledged = OutputOf<'channel.nodes'> | null;

/** Asks until every gateway has taken it up, or the wait is over. One that is lost is not waited for. */
export async function acknowledged(
  call: Control,
  channel: string,
  { wait, io }: { readonly wait: number; readonly io: Pick<Io, 'monotonic' | 'signal'> },
): Promise<Acknowledged> {
  const end = io.monotonic() + wait * 1000;
  try {
    for (;;) {
      const nodes = await call('channel.nodes', { channel });
      const awaited = nodes.items.some(({ current, lost }) => !current && !lost);
      if (!awaited || io.monotonic() >= end || io.signal.aborted) return nodes;
      await new Promise((resolve) => setTimeout(resolve, ASK));
    }
  } catch (error) {
    if (error instanceof WeighbridgeError && error.code === 'scope-exceeded') return null;
    throw error;
  }
}

/** Prints what was done, and on which gateways. Exit code 3 while one of them does not have it, or will not serve it. */
export async function printAcknowledged<Answer extends object>(
  { io, options, call }: { readonly io: Io; readonly options: WaitOptions; readonly call: Control },
  { answer, channel, done }: { readonly answer: Answer; readonly channel: string; readonly done: Done },
  text: (answer: Answer) => string,
): Promise<ExitCode> {
  const nodes = await acknowledged(call, channel, { wait: options.wait, io });
  print(io, options, { ...answer, nodes }, (all) => text(all) + acknowledgedLines(done, nodes));
  return isEverywhere(done, nodes) ? EXIT.ok : EXIT.review;
}

/** What was done, for people: some of it is to be served, and some not to be. */
export interface Done {
  readonly verb: string;
  readonly serves: boolean;
}

/** Nobody is known not to have it, and nobody to refuse what is to be served. */
export function isEverywhere({ serves }: Done, nodes: Acknowledged): boolean {
  return nodes === null || nodes.items.every((node) => node.current && !(serves && refusalOf(node) !== null));
}

/** `rolled back on 2 of 3`, and the others by name. */
export function acknowledgedLines({ verb, serves }: Done, nodes: Acknowledged): string {
  if (nodes === null) return '  gateways  not known: this token may not read\n';
  const { items, current } = nodes;
  if (items.length === 0) return '  gateways  none serves this channel\n';
  const others = items.flatMap((node) => {
    const { name, lost, seenAt } = node;
    if (!node.current) return [`NOT on ${printable(name)}${lost ? `, silent since ${seenAt}` : ''}`];
    const refusal = serves ? refusalOf(node) : null;
    return refusal === null ? [] : [`NOT SERVED on ${printable(name)}: ${printable(refusal)}`];
  });
  return `  gateways  ${verb} on ${current} of ${items.length}\n${others.map((one) => `            ${one}\n`).join('')}`;
}

/** Why a gateway does not serve what gets the calls there. */
function refusalOf({ releases: [newest] }: NonNullable<Acknowledged>['items'][number]): string | null {
  return newest?.refused ?? null;
}
