import type { Command } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

const HELP = `
A server tells your addresses what is done with models: JSON by POST, signed as Standard Webhooks has it, in order, and again
until the address answers 2xx. One that fails for a day is stopped, and loses nothing: resume goes on where it was.

Examples:
  weighbridge webhook add https://ci.example.com/weighbridge --kinds request.decide,release.
  weighbridge webhook list
  weighbridge webhook deliveries 41c0…
  weighbridge webhook resume 41c0…
  weighbridge webhook end 41c0…`;

export const register: Register = (program, io, done) => {
  const webhook = program
    .command('webhook')
    .description('Have a server tell your addresses what is done with models.')
    .addHelpText('after', HELP);
  remote(webhook, 'list', 'Every address that is told.', 'list').action(async (options: RemoteOptions) => {
    const answer = await (await controlFor(options, io))('webhook.list', { limit: 100 });
    print(io, options, answer, ({ items }) => items.map(webhookLine).join('') || 'No address is told.\n');
    done(EXIT.ok);
  });
  remote(webhook, 'add', 'Tell an address from now on. Its secret is shown once.', 'add https://ci.example.com/hook')
    .argument('<url>', 'https; never redirected')
    .option('--kinds <acts>', 'acts, or beginnings with a point at the end; all unless said', kindsFrom)
    .action(async (url: string, options: RemoteOptions & { kinds?: string[] }) => {
      const answer = await (await controlFor(options, io))('webhook.add', { url, kinds: options.kinds ?? [] });
      print(io, options, answer, (made) => `${webhookLine(made)}Its secret, shown this once: ${made.secret}\n`);
      done(EXIT.ok);
    });
  remote(webhook, 'deliveries', 'What was sent, newest first.', 'deliveries 41c0…')
    .argument('<webhook>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('webhook.deliveries', { webhook: id });
      print(io, options, answer, ({ items }) => items.map(deliveryLine).join('') || 'Nothing was sent yet.\n');
      done(EXIT.ok);
    });
  for (const [name, operation, what] of [
    ['resume', 'webhook.resume', 'Go on where it was stopped.'],
    ['end', 'webhook.end', 'Tell it nothing more.'],
  ] as const) {
    remote(webhook, name, what, `${name} 41c0…`)
      .argument('<webhook>', 'its id')
      .action(async (id: string, options: RemoteOptions) => {
        const answer = await (await controlFor(options, io))(operation, { webhook: id });
        print(io, options, answer, webhookLine);
        done(EXIT.ok);
      });
  }
};

function remote(webhook: Command, name: string, description: string, example: string): Command {
  return remotely(
    webhook
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n  weighbridge webhook ${example}`),
  );
}

function kindsFrom(value: string): string[] {
  return value.split(',').map((kind) => kind.trim());
}

function webhookLine({ id, url, kinds, state, failures }: OutputOf<'webhook.end'>): string {
  const trouble = failures === 0 ? '' : `  failed ${failures} times in a row`;
  return `${id}  ${state.padEnd(7)}  ${printable(url)}  ${kinds.join(',') || 'all'}${trouble}\n`;
}

function deliveryLine({ position, at, status, failure }: OutputOf<'webhook.deliveries'>['items'][number]): string {
  return `${at}  entry ${position}  ${status ?? '-'}  ${failure === null ? 'told' : printable(failure)}\n`;
}
