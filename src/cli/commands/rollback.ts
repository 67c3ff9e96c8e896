import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { renderRelease } from '../terminal/release.ts';

const HELP = `
Brings back the newest earlier release that had all calls and may still serve: its decision holds, was not revoked, and it was
not withdrawn. Once more goes further back. It works on a frozen channel. weighbridge channel show says what it would bring back.

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
    .action(async (channel: string, options: RemoteOptions & { reason: string }) => {
      const { reason } = options;
      const call = await controlFor(options, io);
      print(io, options, await call('release.rollback', { channel, reason }), renderRelease);
      done(EXIT.ok);
    });
};
