import type { Command } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

const HELP = `
A request may be a team's (request open --team). What somebody may do comes from their roles, never from a team.

Examples:
  weighbridge team add Claims --members 6f1c…,90ab…
  weighbridge team change 5e2d… --members 6f1c…
  weighbridge team list`;

export const register: Register = (program, io, done) => {
  const team = program
    .command('team')
    .description('Keep the teams of your organisation on a server.')
    .addHelpText('after', HELP);
  remote(team, 'list', 'Every team.', 'list').action(async (options: RemoteOptions) => {
    const answer = await (await controlFor(options, io))('team.list', { limit: 100 });
    print(io, options, answer, ({ items }) => items.map(teamLine).join('') || 'There is no team yet.\n');
    done(EXIT.ok);
  });
  remote(team, 'add', 'A team of people.', 'add Claims --members 6f1c…')
    .argument('<name>', 'as others see it')
    .option('--members <people>', 'their ids, with commas', ids)
    .action(async (name: string, options: RemoteOptions & { members?: string[] }) => {
      const answer = await (await controlFor(options, io))('team.add', { name, members: options.members ?? [] });
      print(io, options, answer, teamLine);
      done(EXIT.ok);
    });
  remote(team, 'change', 'Another name, or other members.', 'change 5e2d… --name Underwriting')
    .argument('<team>', 'its id, as team list shows it')
    .option('--name <name>', 'as others see it')
    .option('--members <people>', 'their ids, with commas; all of them', ids)
    .action(async (id: string, options: RemoteOptions & { name?: string; members?: string[] }) => {
      const { name, members } = options;
      const answer = await (await controlFor(options, io))('team.change', { team: id, name, members });
      print(io, options, answer, teamLine);
      done(EXIT.ok);
    });
};

function remote(team: Command, name: string, description: string, example: string): Command {
  return remotely(
    team.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge team ${example}`),
  );
}

function ids(value: string): string[] {
  return value.split(',').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
}

function teamLine({ id, name, members }: OutputOf<'team.add'>): string {
  return `${id}  ${printable(name)}  ${members.join(', ') || 'nobody'}\n`;
}
