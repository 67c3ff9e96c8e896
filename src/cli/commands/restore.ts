import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { several } from '../options.ts';
import type { Register } from '../register.ts';
import { ALLOW_ROOT, DATA_FOLDER, OWN_DATABASE, type PlaceOptions, placeIn } from '../separate.ts';

interface Options extends PlaceOptions {
  readonly keys?: string;
  readonly key?: readonly string[];
}

const HELP = `
Into a data folder that is new or empty, and with --database-url into an empty database. All of it is put back or nothing is:
the seal must be the server's, each blob must have its digest, and each audit log is read whole and must hold against
what it signed. A backup of an older version is brought up to date; one of a newer is refused.

Without --key, the seal counts when it is that of the keys which are restored. Give the server's public key, kept elsewhere,
to know that nobody who could write to your backups made this one.

Examples:
  weighbridge restore weighbridge.tar.gz --data ./restored                    a backup made --with-keys
  weighbridge restore weighbridge.tar.gz --data ./restored --keys ./keys      signing.key and audit.key from elsewhere
  weighbridge restore weighbridge.tar.gz --data ./restored --key server.pub
  weighbridge up --data ./restored

Exit codes: 0 restored · 2 not a backup, not the server's, or not empty · 4 no database`;

export const register: Register = (program, io, done) => {
  program
    .command('restore')
    .description('Put a backup back where nothing is.')
    .argument('<file>', 'what weighbridge backup wrote')
    .addOption(DATA_FOLDER)
    .addOption(OWN_DATABASE)
    .option('--keys <folder>', 'with signing.key and audit.key, where the backup has none')
    .option('-k, --key <file>', 'a public key whose seal counts; several', several)
    .addOption(ALLOW_ROOT)
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => done(await restore(file, options, io)));
};

async function restore(file: string, options: Options, io: Io): Promise<number> {
  const { keys = null, key = [] } = options;
  const restored = await io.restore({ ...placeIn(options, io), file, keys, trusted: key });
  const lines = [
    `Restored ${restored.rows} rows and ${restored.blobs} blobs of ${restored.organisations} organisations`,
    `  as of   ${restored.madeAt}, written by version ${restored.version}`,
    `  sealed  with key ${restored.keyId.slice(0, 16)}…`,
    `  log     ${restored.entries} entries, verified`,
    `  data    ${restored.folder}`,
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.ok;
}
