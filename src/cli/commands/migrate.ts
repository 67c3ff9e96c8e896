import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import { DATABASE_URL } from '../separate.ts';

const HELP = `
Servers and workers do this when they start, one at a time. Do it apart where an upgrade should stop before any of them is
replaced. There is no way back: make a backup first.

Examples:
  weighbridge backup before.tar.gz --database-url postgresql://wb@db/wb --data /var/lib/weighbridge
  weighbridge migrate --database-url postgresql://wb@db/wb
  weighbridge migrate                                    WEIGHBRIDGE_DATABASE_URL says where

Exit codes: 0 up to date · 2 wrong call, newer database · 4 no database`;

export const register: Register = (program, io, done) => {
  program
    .command('migrate')
    .description('Bring a database up to date, and end.')
    .addOption(DATABASE_URL)
    .addHelpText('after', HELP)
    .action(async (options: { readonly databaseUrl?: string }) => done(await migrate(options.databaseUrl, io)));
};

async function migrate(given: string | undefined, io: Io): Promise<number> {
  const url = given ?? io.env.WEIGHBRIDGE_DATABASE_URL ?? '';
  if (url === '') throw new WeighbridgeError('call-invalid', 'give --database-url');
  io.stdout.write(`The database has schema ${await io.migrate(url)}\n`);
  return EXIT.ok;
}
