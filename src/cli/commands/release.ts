import type { Command } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import {
  type Acknowledged,
  acknowledged,
  acknowledgedLines,
  isEverywhere,
  printAcknowledged,
  WAIT,
  type WaitOptions,
} from '../acknowledged.ts';
import { EXIT } from '../exit.ts';
import { whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';
import { renderRelease } from '../terminal/release.ts';

const HELP = `
What a request admitted is released on a channel, if the channel's gate lets it pass. A release is never changed: going back is
one more (weighbridge rollback). A revoked or expired decision serves nowhere.

Examples:
  weighbridge release promote 41c0… --channel canary
  weighbridge release promote 41c0… --channel production --share 5
  weighbridge release list production
  weighbridge release withdraw 9d1e… --reason 'It answers in the wrong language.'
  weighbridge release revoke 41c0… --reason 'The publisher withdrew the weights.'

Exit codes: 0 done · 3 not on every gateway yet · 2 wrong call · 5 not yours to do`;

export const register: Register = (program, io, done) => {
  const release = program
    .command('release')
    .description('Bring what was admitted to a channel, in whole or for a share of the calls.')
    .addHelpText('after', HELP);
  remote(release, 'promote', 'Release what a request admitted.', 'promote 41c0… --channel production --share 5')
    .argument('<request>', 'its id; or a subject’s, for a hosted model or a composite')
    .requiredOption('--channel <name>', 'where')
    .option('--share <percent>', 'of the calls; the rest stays with what serves now', whole, 100)
    .option('--reason <text>', 'why')
    .addOption(WAIT)
    .action(async (request: string, options: WaitOptions & { channel: string; share: number; reason?: string }) => {
      const { channel, share, reason } = options;
      const call = await controlFor(options, io);
      const answer = await call('release.promote', { channel, request, share, reason });
      done(
        await printAcknowledged(
          { io, options, call },
          { answer, channel, done: { verb: 'released', serves: true } },
          renderRelease,
        ),
      );
    });
  remote(release, 'list', 'What was released on a channel, newest first.', 'list production')
    .argument('<channel>', 'its name')
    .action(async (channel: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('release.list', { channel, limit: 100 });
      print(io, options, answer, ({ items }) => items.map(renderRelease).join('') || 'Nothing was released there.\n');
      done(EXIT.ok);
    });
  remote(
    release,
    'withdraw',
    'It is not to serve again.',
    "withdraw 9d1e… --reason 'It answers in the wrong language.'",
  )
    .argument('<release>', 'its id')
    .requiredOption('--reason <text>', 'why')
    .addOption(WAIT)
    .action(async (id: string, options: WaitOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      const answer = await call('release.withdraw', { release: id, reason });
      const { channel } = answer;
      done(
        await printAcknowledged(
          { io, options, call },
          { answer, channel, done: { verb: 'withdrawn', serves: false } },
          renderRelease,
        ),
      );
    });
  remote(
    release,
    'revoke',
    'Take a decision back: nothing that rests on it may serve.',
    "revoke 41c0… --reason 'The publisher withdrew the weights.'",
  )
    .argument('<request>', 'whose decision')
    .requiredOption('--reason <text>', 'why')
    .addOption(WAIT)
    .action(async (request: string, options: WaitOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      const answer = await call('decision.revoke', { request, reason });
      const nodes: Record<string, Acknowledged> = {};
      for (const name of answer.channels) nodes[name] = await acknowledged(call, name, { wait: options.wait, io });
      print(io, options, { ...answer, nodes }, renderRevoked);
      done(Object.values(nodes).every((one) => isEverywhere(REFUSED, one)) ? EXIT.ok : EXIT.review);
    });
};

const REFUSED = { verb: 'refused', serves: false };

interface Revoked extends OutputOf<'decision.revoke'> {
  readonly nodes: Readonly<Record<string, Acknowledged>>;
}

function renderRevoked({ revokedAt, channels, descendants, others, nodes }: Revoked): string {
  return [
    `revoked  ${revokedAt}\n`,
    ...channels.map(
      (name) =>
        `  serves on ${name}: weighbridge rollback ${name} --reason …\n${acknowledgedLines(REFUSED, nodes[name] ?? null)}`,
    ),
    ...others.map(
      ({ request: one, channels: on }) =>
        `  same bytes on ${on.join(', ')}, by ${one}: weighbridge release revoke ${one} --reason …\n`,
    ),
    ...descendants.map(
      ({ request: one, renewal, channels: on }) =>
        `  base of ${one}${on.length === 0 ? '' : `, on ${on.join(', ')}`}: asked for anew as ${renewal}\n`,
    ),
  ].join('');
}

function remote(parent: Command, name: string, description: string, example: string): Command {
  return remotely(
    parent.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge release ${example}`),
  );
}
