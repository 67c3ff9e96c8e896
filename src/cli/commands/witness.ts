import type { Command } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely, serverOf } from '../remote.ts';

const HELP = `
A witness signs only what continues what it signed before: a log that was written anew gets no cosignature. Every ten minutes a
server signs what its audit log is, where it has grown, and asks its witnesses; any witness of c2sp.org/tlog-witness will do, and
every server is one for the logs that it follows.

Examples, for two servers that watch each other:
  weighbridge witness logs --server https://b.example                      where b takes checkpoints, and its key
  weighbridge witness add https://b.example/witness/main --key 'weighbridge-witness/main+…' --server https://a.example
  weighbridge witness follow 'weighbridge/main/7d0c…+…' --server https://b.example     a’s key, as audit verify prints it
  weighbridge witness list --server https://a.example                      who cosigned how far`;

export const register: Register = (program, io, done) => {
  const witness = program
    .command('witness')
    .description('Have others cosign a server’s audit log, and cosign theirs.')
    .addHelpText('after', HELP);
  remote(witness, 'list', 'Who is asked to cosign, and what came of it.', 'list').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('witness.list', {});
      print(io, options, answer, ({ items }) => items.map(witnessLine).join('') || 'Nobody is asked.\n');
      done(EXIT.ok);
    },
  );
  remote(witness, 'add', 'Ask a witness from now on.', "add https://b.example/witness/main --key 'witness+…'")
    .argument('<url>', 'its submission prefix; https')
    .requiredOption('--key <key>', 'its verifier key')
    .action(async (url: string, options: RemoteOptions & { key: string }) => {
      const call = await controlFor(options, io);
      print(io, options, await call('witness.add', { url, key: options.key }), witnessLine);
      done(EXIT.ok);
    });
  remote(witness, 'end', 'Ask it no more.', 'end 41c0…')
    .argument('<witness>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('witness.end', { witness: id }), () => `${id} is asked no more.\n`);
      done(EXIT.ok);
    });
  remote(witness, 'logs', 'The logs that this server cosigns, and how they ask it.', 'logs').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('witnessed.list', {});
      const where = `${serverOf(options, io).replace(/\/+$/, '')}${answer.path}`;
      print(io, options, answer, ({ items, key }) => `at   ${where}\nkey  ${key}\n${items.map(logLine).join('')}`);
      done(EXIT.ok);
    },
  );
  remote(witness, 'follow', 'Cosign a log.', "follow 'weighbridge/main/7d0c…+…'")
    .argument('<key>', 'its verifier key')
    .action(async (key: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('witnessed.add', { key }), logLine);
      done(EXIT.ok);
    });
  remote(witness, 'leave', 'Cosign it no more; what was cosigned last is kept.', 'leave 41c0…')
    .argument('<log>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('witnessed.end', { log: id }), logLine);
      done(EXIT.ok);
    });
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge witness ${example}`),
  );
}

function witnessLine({ id, url, size, failure }: OutputOf<'witness.add'>): string {
  return `${id}  ${size} entries  ${printable(url)}${failure === null ? '' : `\n  ${printable(failure)}`}\n`;
}

function logLine({ id, origin, size }: OutputOf<'witnessed.add'>): string {
  return `${id}  ${size} entries  ${printable(origin)}\n`;
}
