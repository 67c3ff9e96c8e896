import { isIP } from 'node:net';
import { InvalidArgumentError, Option } from 'commander';
import type { ModelFolders, SharedOptions } from '../contract/control/up.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Io } from './io.ts';

/** What a server and a worker are told alike. */
export const DATABASE_URL = new Option('--database-url <url>', 'the PostgreSQL server (WEIGHBRIDGE_DATABASE_URL)');
export const DATA = new Option(
  '--data <folder>',
  'keys and blobs, the same for all; server in your data folder unless said',
);
export const MODELS = new Option(
  '--models <folder>',
  'requests may name models below it by their path; ORG=folder for an organisation besides the first; may be repeated',
).argParser((value: string, before: ModelFolders | undefined): ModelFolders => {
  const [, organisation, folder = ''] = /^([a-z0-9][a-z0-9-]*)=(.+)$/.exec(value) ?? [];
  const { models = null, modelsOf = {} } = before ?? {};
  if (organisation === undefined) {
    if (models !== null) throw new InvalidArgumentError('The first organisation has one folder; others: ORG=folder.');
    return { models: value, modelsOf };
  }
  if (Object.hasOwn(modelsOf, organisation)) throw new InvalidArgumentError(`${organisation} has a folder already.`);
  return { models, modelsOf: { ...modelsOf, [organisation]: folder } };
});

/** Whose word counts for where a call comes from. */
export const TRUSTED_PROXY = new Option(
  '--trusted-proxy <addresses...>',
  'proxies (addresses or blocks) whose X-Forwarded-For says where a call comes from; without it, from whoever connects',
).argParser((value: string, before: readonly string[] | undefined) => {
  const [address = '', bits = '0', ...rest] = value.split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  if (isIP(address) === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits) || Number(bits) > most)
    throw new InvalidArgumentError('Give an address, or a block as in 10.0.0.0/24.');
  return [...(before ?? []), value];
});

export const SIGNING_KEY = new Option(
  '--signing-key <key>',
  'kms:…, pkcs11:…, or a file, where the key is not to lie in the data folder (WEIGHBRIDGE_SIGNING_KEY)',
);

export const EVALUATORS = new Option(
  '--evaluators <file>',
  'programs that it may run on models when somebody asks (docs/how-to/evaluate-a-model.md)',
);

/** What the option or the environment says; null: the key lies in the data folder. */
export function signingKeyIn({ signingKey }: { readonly signingKey?: string }, io: Io): string | null {
  const key = signingKey ?? io.env.WEIGHBRIDGE_SIGNING_KEY ?? '';
  return key === '' ? null : key;
}

/** Where a control plane's data lie, for what is done to all of it. */
export const DATA_FOLDER = new Option('--data <folder>', 'of the server; server in your data folder unless said');
export const OWN_DATABASE = new Option(
  '--database-url <url>',
  'a PostgreSQL server of yours (WEIGHBRIDGE_DATABASE_URL); the one in the data folder unless said',
);
export const ALLOW_ROOT = new Option('--allow-root', 'run as root; the database then runs as postgres or nobody');

export interface PlaceOptions {
  readonly data?: string;
  readonly databaseUrl?: string;
  readonly allowRoot?: boolean;
}

export function placeIn({ data, databaseUrl, allowRoot }: PlaceOptions, io: Io) {
  const url = databaseUrl ?? io.env.WEIGHBRIDGE_DATABASE_URL ?? '';
  return { data: data ?? null, databaseUrl: url === '' ? null : url, allowRoot: allowRoot === true };
}

export interface SeparateOptions {
  readonly databaseUrl?: string;
  readonly data?: string;
  readonly models?: ModelFolders;
  readonly signingKey?: string;
}

export function sharedIn(options: SeparateOptions, io: Io): SharedOptions {
  const { databaseUrl, data, models } = options;
  const url = databaseUrl ?? io.env.WEIGHBRIDGE_DATABASE_URL;
  if (url === undefined || url === '')
    throw new WeighbridgeError('call-invalid', 'give --database-url; weighbridge up brings a database of its own');
  return {
    databaseUrl: url,
    data: data ?? null,
    ...(models ?? { models: null }),
    signingKey: signingKeyIn(options, io),
  };
}

/** Until ^C, or until it is told to end. */
export async function untilStopped({ signal }: Io): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
