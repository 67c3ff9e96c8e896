import type { ModelFolders, Serving } from '../../contract/control/up.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { portFrom } from '../numbers.ts';
import type { Register } from '../register.ts';
import { EVALUATORS, MODELS, SIGNING_KEY, signingKeyIn, TRUSTED_PROXY, untilStopped } from '../separate.ts';

interface Options {
  readonly data?: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly models?: ModelFolders;
  readonly allowRoot?: boolean;
  readonly publicUrl?: string;
  readonly sso?: string;
  readonly trustedProxy?: readonly string[];
  readonly signingKey?: string;
  readonly evaluators?: string;
}

const HELP = `
Everything lies in the data folder: the database (a PostgreSQL server of its own, which no port leads to) and the key that
decisions are signed with. The first start prints the first sign-in, once. ^C stops everything; nothing that was
acknowledged is lost when it is killed instead.

Examples:
  weighbridge up
  weighbridge up --models ./models                        requests may name models below ./models
  weighbridge up --models ./models --models acme=/srv/acme/models    organisation acme has its own
  weighbridge up --database-url postgresql://wb@db/wb     a PostgreSQL server of yours; its role owns the database
  weighbridge up --host 0.0.0.0 --public-url https://weighbridge.example    behind a proxy that ends TLS
  weighbridge up --public-url https://weighbridge.example --trusted-proxy 10.0.0.7    whose X-Forwarded-For says who signs in
  weighbridge up --sso sso.yaml --public-url https://weighbridge.example    docs/how-to/sign-in-with-a-provider.md
  weighbridge up --evaluators evaluators.yaml             docs/how-to/evaluate-a-model.md
  weighbridge up --signing-key kms:https://…              docs/how-to/sign-with-a-key-elsewhere.md

Exit codes: 0 stopped · 2 wrong call, folder in use, newer database · 4 no database`;

export const register: Register = (program, io, done) => {
  program
    .command('up')
    .description('Start the server: API, worker and database in one command, on this machine alone.')
    .option('--data <folder>', 'where everything lies; server in your data folder unless said')
    .option('--host <address>', 'where to listen', '127.0.0.1')
    .option('--port <number>', 'where to listen; 0 for any that is free', portFrom, 7203)
    .option('--database-url <url>', 'a PostgreSQL server of yours (WEIGHBRIDGE_DATABASE_URL)')
    .addOption(MODELS)
    .addOption(SIGNING_KEY)
    .addOption(EVALUATORS)
    .option('--public-url <url>', 'by which it is reached from outside')
    .addOption(TRUSTED_PROXY)
    .option('--sso <file>', 'which identity provider signs people in (OpenID Connect), and what its groups may do')
    .option('--allow-root', 'run as root; the database then runs as postgres or nobody')
    .addHelpText('after', HELP)
    .action(async (options: Options) => done(await up(options, io)));
};

async function up(options: Options, io: Io): Promise<number> {
  const running = await io.up({
    data: options.data ?? null,
    host: options.host,
    port: options.port,
    databaseUrl: options.databaseUrl ?? io.env.WEIGHBRIDGE_DATABASE_URL ?? null,
    ...(options.models ?? { models: null }),
    allowRoot: options.allowRoot === true,
    publicUrl: options.publicUrl ?? null,
    sso: options.sso ?? null,
    trustedProxies: options.trustedProxy ?? [],
    signingKey: signingKeyIn(options, io),
    evaluators: options.evaluators ?? null,
  });
  const lines = [
    ...(running.takenOver ? ['The database of a server that was killed was still running; it is ours now.'] : []),
    `Weighbridge listens on ${running.address}`,
    `  data    ${running.folder}`,
    `  key     ${running.keyId.slice(0, 16)}… signs decisions; its public half: ${running.address}/v1/key`,
    `  API     ${running.address}/openapi.json`,
    ...renderFirst(running),
  ];
  io.stdout.write(`${lines.join('\n')}\n`);
  const why = await Promise.race([untilStopped(io), running.databaseEnded]);
  await running.stop();
  if (why !== undefined) throw new WeighbridgeError('database-ended', why);
  return EXIT.ok;
}

/** The first sign-in, where there is one: this is the one time that anybody sees it. */
export function renderFirst({ first, address }: Pick<Serving, 'first' | 'address'>): readonly string[] {
  if (first === null) return [];
  return [
    '',
    'First sign-in, shown this once:',
    `  organisation  ${first.organisation}`,
    `  e-mail        ${first.email}`,
    `  password      ${first.password}`,
    '',
    `  weighbridge token new --server ${address} --organisation ${first.organisation} --email ${first.email}`,
  ];
}
