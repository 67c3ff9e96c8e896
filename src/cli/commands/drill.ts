import type { Control, OutputOf } from '../../contract/control/operations.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';

type Drill = OutputOf<'drill.show'>;

const HELP = `
Does all of a rollback but the release: is what it would bring back still admitted, is its decision signed by the server, can its
dossier be read, are its bytes at hand and equal, does the model server answer. What nobody could look at is not proved. The
result is in the audit log, and weighbridge channel show warns when there is none, or an old one.

Examples:
  weighbridge drill production
  weighbridge drill production --last

Exit codes: 0 proved · 1 failed · 2 wrong call, or nothing to go back to · 3 proved in part`;

export const register: Register = (program, io, done) => {
  program
    .command('drill')
    .description('Prove that a rollback of a channel would work, without doing it.')
    .addHelpText('after', HELP)
    .argument('<channel>', 'its name')
    .option('--last', 'show the newest drill, and run none')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (channel: string, options: RemoteOptions & { last?: true }) => {
      const call = await controlFor(options, io);
      const drill = options.last === true ? await newest(call, channel) : await run(call, channel, io);
      print(io, options, drill, renderDrill);
      done(EXIT_OF[drill.state]);
    });
};

async function newest(call: Control, channel: string): Promise<Drill> {
  const [last] = (await call('drill.list', { channel, limit: 1 })).items;
  if (last === undefined) throw new WeighbridgeError('drill-not-found', `no drill was run on ${channel}`);
  return last;
}

/** Hashing takes as long as the weights are large. */
async function run(call: Control, channel: string, io: Io): Promise<Drill> {
  let drill = await call('drill.start', { channel });
  while (drill.state === 'running') {
    if (io.signal.aborted) throw new WeighbridgeError('stopped', drill.id);
    await new Promise((resolve) => setTimeout(resolve, 250));
    drill = await call('drill.show', { drill: drill.id });
  }
  return drill;
}

const EXIT_OF: Readonly<Record<Drill['state'], number>> = {
  proved: EXIT.ok,
  failed: EXIT.deny,
  partly: EXIT.review,
  running: EXIT.review,
};

function renderDrill({ channel, state, release, steps, endedAt }: Drill): string {
  return [
    `${state}  ${printable(channel)}${endedAt === null ? '' : `  ${endedAt}`}\n`,
    `  release   ${release ?? 'nothing to bring back'}\n`,
    ...steps.map(({ step, outcome, why }) => `  ${step.padEnd(9)} ${outcome.padEnd(7)} ${printable(why)}\n`),
  ].join('');
}
