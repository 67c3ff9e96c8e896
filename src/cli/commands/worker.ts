import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import {
  DATA,
  DATABASE_URL,
  EVALUATORS,
  MODELS,
  type SeparateOptions,
  SIGNING_KEY,
  sharedIn,
  untilStopped,
} from '../separate.ts';

const HELP = `
Takes one job after the other from the database that a server shares with it, and looks once a second when there is none.
Start as many as you like, on as many machines. A worker that dies loses nothing: after a minute without a sign of life its
job goes to another, and what a job makes is recorded once. A hub that does not answer is tried again, three times in all.

Examples:
  weighbridge worker --database-url postgresql://wb@db/wb --data /var/lib/weighbridge
  weighbridge worker --data /var/lib/weighbridge --models /models       WEIGHBRIDGE_DATABASE_URL says where
  weighbridge worker --data /var/lib/weighbridge --models /models --evaluators evaluators.yaml

Exit codes: 0 stopped · 2 wrong call, newer database · 4 no database`;

interface Options extends SeparateOptions {
  readonly evaluators?: string;
}

export const register: Register = (program, io, done) => {
  program
    .command('worker')
    .description('Vet what a server is asked for, on this machine.')
    .addOption(DATABASE_URL)
    .addOption(DATA)
    .addOption(MODELS)
    .addOption(SIGNING_KEY)
    .addOption(EVALUATORS)
    .addHelpText('after', HELP)
    .action(async (options: Options) => done(await work(options, io)));
};

async function work(options: Options, io: Io): Promise<number> {
  const working = await io.work({ ...sharedIn(options, io), evaluators: options.evaluators ?? null });
  io.stdout.write(`Takes jobs; decisions are signed with key ${working.keyId.slice(0, 16)}…\n`);
  await untilStopped(io);
  await working.stop();
  return EXIT.ok;
}
