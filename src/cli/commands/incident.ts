import type { Command } from 'commander';
import type { InputOf, OutputOf } from '../../contract/control/operations.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

const HELP = `
What went wrong with a model that was admitted. Whoever answers for it is told, and so is whoever answers for a model that was made
from it: those have the incident, too, and so do models that are made from it later. The server opens one by itself when what
is known of an admitted model now would have it denied.

Examples:
  weighbridge incident open 41c0… --title 'It repeats addresses.' --text 'Seen by support on 3 November.'
  weighbridge incident list --state open
  weighbridge incident list --request 90ab…            with those of the bases it was made from
  weighbridge incident show 7d0e…                      with its notes, and everything made from its model
  weighbridge incident note 7d0e… --text 'Prompts of more than 4,000 tokens only.'
  weighbridge incident close 7d0e… --text 'Withdrawn everywhere; see 9d1e….'`;

type Incident = OutputOf<'incident.open'>;

export const register: Register = (program, io, done) => {
  const incident = program
    .command('incident')
    .description('Say what went wrong with an admitted model, and find everything made from it.')
    .addHelpText('after', HELP);
  remote(incident, 'open', 'Something went wrong.', "open 41c0… --title 'It repeats addresses.' --text 'Seen twice.'")
    .argument('<request>', 'by which the model was admitted')
    .requiredOption('--title <line>', 'what')
    .requiredOption('--text <text>', 'what is known')
    .action(async (request: string, options: RemoteOptions & { title: string; text: string }) => {
      const { title, text } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('incident.open', { request, title, text }), incidentLine);
      done(EXIT.ok);
    });
  remote(incident, 'list', 'Incidents, newest first.', 'list --state open')
    .option('--state <state>', 'open or closed')
    .option('--request <request>', 'of one admission, with those of its bases')
    .action(async (options: RemoteOptions & Pick<InputOf<'incident.list'>, 'state' | 'request'>) => {
      const { state, request } = options;
      const answer = await (await controlFor(options, io))('incident.list', { state, request, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(listedLine).join('') || 'There is none.\n');
      done(EXIT.ok);
    });
  remote(incident, 'show', 'One, with its notes and whom it reaches.', 'show 7d0e…')
    .argument('<incident>', 'its id')
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('incident.show', { incident: id }), shownText);
      done(EXIT.ok);
    });
  for (const [name, operation, what] of [
    ['note', 'incident.note', 'Add what is known now.'],
    ['close', 'incident.close', 'It is over.'],
  ] as const) {
    remote(incident, name, what, `${name} 7d0e… --text 'Withdrawn everywhere.'`)
      .argument('<incident>', 'its id')
      .requiredOption('--text <text>', 'what is known, or why it is over')
      .action(async (id: string, options: RemoteOptions & { text: string }) => {
        const call = await controlFor(options, io);
        print(io, options, await call(operation, { incident: id, text: options.text }), incidentLine);
        done(EXIT.ok);
      });
  }
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n  weighbridge incident ${example}`),
  );
}

function incidentLine({ id, state, title, request, openedAt }: Incident): string {
  return `${id}  ${state.padEnd(6)}  ${openedAt}  of ${request}\n  ${printable(title)}\n`;
}

function listedLine(one: OutputOf<'incident.list'>['items'][number]): string {
  return `${incidentLine(one)}${one.inherited ? '  of another of its line\n' : ''}`;
}

function shownText({ notes, descendants, ...incident }: OutputOf<'incident.show'>): string {
  return [
    incidentLine(incident),
    ...notes.map(({ by, at, text }) => `  ${at} ${by}: ${printable(text)}\n`),
    ...descendants.map(
      ({ request, owner, how, channels }) =>
        `  of its line: ${request} (${how}), owner ${owner}${channels.length === 0 ? '' : `, serves on ${channels.join(', ')}`}\n`,
    ),
  ].join('');
}
