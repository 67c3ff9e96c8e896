import { formatBytes } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import type { Register } from '../register.ts';
import {
  ALLOW_ROOT,
  DATA_FOLDER,
  OWN_DATABASE,
  type PlaceOptions,
  placeIn,
  SIGNING_KEY,
  signingKeyIn,
} from '../separate.ts';

interface Options extends PlaceOptions {
  readonly withKeys?: boolean;
  readonly signingKey?: string;
}

const HELP = `
One file with everything as it was at one moment: every organisation's rows, the audit log, the blobs; sealed with the
server's key. Servers and workers may go on meanwhile. The file holds password hashes and personal data, and is readable by
its owner alone; keep it like the database itself. The private keys (signing.key, audit.key) are left out unless you say so:
keep a copy of them elsewhere, since a restored server cannot go on without them.

Examples:
  weighbridge backup weighbridge.tar.gz                            of weighbridge up, running or not
  weighbridge backup weighbridge.tar.gz --with-keys                and with the keys: guard it well
  weighbridge backup nightly.tar.gz --database-url postgresql://wb@db/wb --data /var/lib/weighbridge

Exit codes: 0 kept · 2 wrong call, or the file could not be written · 4 no database`;

export const register: Register = (program, io, done) => {
  program
    .command('backup')
    .description('Keep everything that a server has in one file.')
    .argument('<file>', 'what to write; a .tar.gz')
    .addOption(DATA_FOLDER)
    .addOption(OWN_DATABASE)
    .option('--with-keys', 'the private keys too: whoever has the file can then sign as the server')
    .addOption(SIGNING_KEY)
    .addOption(ALLOW_ROOT)
    .addHelpText('after', HELP)
    .action(async (file: string, options: Options) => done(await backup(file, options, io)));
};

async function backup(file: string, options: Options, io: Io): Promise<number> {
  const withKeys = options.withKeys === true;
  const kept = await io.backup({ ...placeIn(options, io), file, withKeys, signingKey: signingKeyIn(options, io) });
  const lines = [
    `Kept ${kept.rows} rows and ${kept.blobs} blobs in ${file}, ${formatBytes(kept.bytes)}`,
    `  as of   ${kept.madeAt}, schema ${kept.schema}`,
    `  sealed  with key ${kept.keyId.slice(0, 16)}…`,
    withKeys
      ? '  keys    in the file: whoever has it can sign as the server'
      : '  keys    not in the file: keep signing.key and audit.key of the data folder elsewhere',
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.ok;
}
