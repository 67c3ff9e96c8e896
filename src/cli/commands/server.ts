import type { Serving } from '../../contract/control/up.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { portFrom } from '../numbers.ts';
import type { Register } from '../register.ts';
import {
  DATA,
  DATABASE_URL,
  MODELS,
  type SeparateOptions,
  SIGNING_KEY,
  sharedIn,
  TRUSTED_PROXY,
  untilStopped,
} from '../separate.ts';
import { renderFirst } from './up.ts';

interface Options extends SeparateOptions {
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly sso?: string;
  readonly trustedProxy?: readonly string[];
}

const HELP = `
The API and the console without a worker and without a database of its own: weighbridge worker does the vetting, on this
machine or on others, and PostgreSQL is yours. The data folder holds the keys that decisions and the log are signed with,
made with the first start; server and workers get the same one (a volume, or a copy of the keys and a bucket for blobs), and
see the same models.

Examples:
  weighbridge server --database-url postgresql://wb@db/wb --data /var/lib/weighbridge
  weighbridge server --host 0.0.0.0 --public-url https://weighbridge.example      WEIGHBRIDGE_DATABASE_URL says where
  weighbridge server --host 0.0.0.0 --public-url https://weighbridge.example --trusted-proxy 10.0.0.0/24

Exit codes: 0 stopped · 2 wrong call, newer database · 4 no database`;

export const register: Register = (program, io, done) => {
  program
    .command('server')
    .description('Start the API and the console alone, on a PostgreSQL server of yours.')
    .addOption(DATABASE_URL)
    .addOption(DATA)
    .addOption(MODELS)
    .addOption(SIGNING_KEY)
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'where to listen; 0 for any that is free', portFrom, 7203)
    .option('--public-url <url>', 'by which it is reached from outside')
    .addOption(TRUSTED_PROXY)
    .option('--sso <file>', 'which identity provider signs people in (OpenID Connect), and what its groups may do')
    .addHelpText('after', HELP)
    .action(async (options: Options) => done(await serve(options, io)));
};

async function serve(options: Options, io: Io): Promise<number> {
  const { host, port, publicUrl = null, sso = null, trustedProxy: trustedProxies = [] } = options;
  const serving: Serving = await io.serve({ ...sharedIn(options, io), host, port, publicUrl, sso, trustedProxies });
  const lines = [
    `Weighbridge listens on ${serving.address}`,
    `  key     ${serving.keyId.slice(0, 16)}… signs decisions; its public half: ${serving.address}/v1/key`,
    ...renderFirst(serving),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  await untilStopped(io);
  await serving.stop();
  return EXIT.ok;
}
