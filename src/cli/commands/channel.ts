import { type Command, Option } from 'commander';
import type { InputOf } from '../../contract/control/operations.ts';
import { ACCESS_LEVELS } from '../../domain/channel.ts';
import { acknowledgedLines, isEverywhere } from '../acknowledged.ts';
import { EXIT } from '../exit.ts';
import { count } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';
import { channelLine, renderChannel, renderNode } from '../terminal/release.ts';

type Gate = NonNullable<InputOf<'channel.open'>['gate']>;

interface DescribeOptions extends RemoteOptions {
  readonly environment?: string;
  readonly family?: string;
  readonly upstream?: string[];
  readonly access?: (typeof ACCESS_LEVELS)[number];
  readonly after?: string;
  readonly hours?: number;
  readonly exposure?: NonNullable<Gate['exposures']>;
  readonly rulings?: number;
  readonly days?: number;
  readonly policy?: string[];
}

const HELP = `
A channel is a name that callers use; behind it stands whatever was last released there. Its gate says what a release must bring.
What loosens a channel (its gate, who is served, its family) holds once a second person has confirmed it.

Examples:
  weighbridge channel open candidate --environment test
  weighbridge channel open canary --environment production --after candidate
  weighbridge channel open production --environment production --access public --after canary --hours 24 --rulings 2
  weighbridge channel open plover --family plover
  weighbridge channel change production --policy house-review --rulings 3
  weighbridge channel confirm production 7c1e…            what somebody else would loosen
  weighbridge channel list
  weighbridge channel show production
  weighbridge channel nodes production
  weighbridge channel freeze production --reason 'Quarter end.'
  weighbridge channel thaw production`;

const SERVED = { verb: 'up to date', serves: true };

export const register: Register = (program, io, done) => {
  const channel = program
    .command('channel')
    .description('The names that a server’s models are released under: gates, freezes, what serves.')
    .addHelpText('after', HELP);
  described(
    remote(
      channel,
      'open',
      'A channel, with what its gate asks.',
      'open canary --environment production --after candidate',
    ),
  )
    .argument('<name>', 'as callers will write it')
    .action(async (name: string, options: DescribeOptions) => {
      const call = await controlFor(options, io);
      const { environment = name, access, family } = options;
      print(
        io,
        options,
        await call('channel.open', { name, family, environment, access, gate: gateIn(options) }),
        renderChannel,
      );
      done(EXIT.ok);
    });
  remote(channel, 'list', 'Every channel, with what serves on it.', 'list').action(async (options: RemoteOptions) => {
    const answer = await (await controlFor(options, io))('channel.list', {});
    print(io, options, answer, ({ items }) => items.map(channelLine).join('') || 'There is no channel.\n');
    done(EXIT.ok);
  });
  remote(channel, 'show', 'A channel, and what a rollback would bring back.', 'show production')
    .argument('<channel>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('channel.show', { channel: name }), renderChannel);
      done(EXIT.ok);
    });
  remote(channel, 'nodes', 'The gateways that serve it, and what each serves.', 'nodes production')
    .argument('<channel>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      const nodes = await (await controlFor(options, io))('channel.nodes', { channel: name });
      print(io, options, nodes, ({ items }) => items.map(renderNode).join('') + acknowledgedLines(SERVED, nodes));
      done(isEverywhere(SERVED, nodes) ? EXIT.ok : EXIT.review);
    });
  described(remote(channel, 'change', 'Change what it is for, or what its gate asks.', 'change production --rulings 2'))
    .argument('<channel>', 'its name')
    .option('--upstream <urls...>', 'model servers behind it, of those in WEIGHBRIDGE_UPSTREAMS; a drill asks them')
    .action(async (name: string, options: DescribeOptions) => {
      const { environment, access, family, upstream: upstreams } = options;
      const call = await controlFor(options, io);
      const answer = await call('channel.change', {
        channel: name,
        family,
        environment,
        access,
        gate: gateIn(options),
        upstreams,
      });
      print(io, options, answer, renderChannel);
      done(EXIT.ok);
    });
  for (const [name, confirm] of [
    ['confirm', true],
    ['drop', false],
  ] as const) {
    const what = confirm ? 'Let hold what somebody else would loosen.' : 'Drop what somebody would loosen.';
    remote(channel, name, what, `${name} production 7c1e…`)
      .argument('<channel>', 'its name')
      .argument('<loosening>', 'its id, as `channel show` says it')
      .action(async (of: string, loosening: string, options: RemoteOptions) => {
        const call = await controlFor(options, io);
        print(io, options, await call('channel.confirm', { channel: of, loosening, confirm }), renderChannel);
        done(EXIT.ok);
      });
  }
  remote(
    channel,
    'freeze',
    'Let nothing be promoted there; a rollback still works.',
    "freeze production --reason 'Quarter end.'",
  )
    .argument('<channel>', 'its name')
    .requiredOption('--reason <text>', 'why')
    .action(async (name: string, options: RemoteOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('channel.freeze', { channel: name, reason }), renderChannel);
      done(EXIT.ok);
    });
  remote(channel, 'thaw', 'Let releases be promoted there again.', 'thaw production')
    .argument('<channel>', 'its name')
    .action(async (name: string, options: RemoteOptions) => {
      print(io, options, await (await controlFor(options, io))('channel.thaw', { channel: name }), renderChannel);
      done(EXIT.ok);
    });
};

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge channel ${example}`),
  );
}

function described(command: Command): Command {
  return command
    .option('--family <name>', 'only versions of that family are released there')
    .option('--environment <name>', 'where it serves, in the house’s own word')
    .addOption(new Option('--access <level>', 'who may be served').choices(ACCESS_LEVELS))
    .option('--after <channel>', 'gate: only what was released on that channel before')
    .option('--hours <number>', 'gate: and has been there for so long', count)
    .addOption(
      new Option('--exposure <uses...>', 'gate: only what was decided on for these uses').choices([
        'internal',
        'hosted',
        'redistributed',
      ]),
    )
    .option('--rulings <number>', 'gate: only what so many people ruled on', count)
    .option('--days <number>', 'gate: only what was decided on in the last days', count)
    .option('--policy <policies...>', 'gate: only what was decided on under one of these, by name or digest');
}

function gateIn({ after, hours, exposure: exposures, rulings, days, policy: policies }: DescribeOptions): Gate {
  return { after, hours, exposures, rulings, days, policies };
}
