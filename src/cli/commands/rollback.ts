import { printAcknowledged, WAIT, type WaitOptions } from '../acknowledged.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, IF_MATCH, SERVER, TOKEN } from '../remote.ts';
import { renderRelease } from '../terminal/release.ts';

const HELP = `
Brings back the newest earlier release that had all calls and may still serve: its decision holds, was not revoked, and it was
not withdrawn. Once more goes further back. It works on a frozen channel. weighbridge channel show says what it would bring back.

Every gateway that follows the channel says when it serves the other release: exit code 3 when one did not in time.

Examples:
  weighbridge rollback production --reason 'It refuses half of the questions.'`;

export const register: Register = (program, io, done) => {
  program
    .command('rollback')
    .description('Bring back the newest earlier release of a channel that may still serve.')
    .addHelpText('after', HELP)
    .argument('<channel>', 'its name')
    .requiredOption('--reason <text>', 'why')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .addOption(IF_MATCH)
    .addOption(WAIT)
    .action(async (channel: string, options: WaitOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      const answer = await call('release.rollback', { channel, reason });
      done(
        await printAcknowledged(
          { io, options, call },
          { answer, channel, done: { verb: 'rolled back', serves: true } },
          renderRelease,
        ),
      );
    });
};
