import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { WeighbridgeError } from '../kernel/errors.ts';
import { type Secret, secret } from './secret.ts';

/** All settings, read once; nothing else looks at the environment. */
export interface Config {
  readonly hub: {
    readonly endpoint: string;
    readonly token: Secret | null;
    /** `host[:port]` of download hosts that may lie on private addresses. */
    readonly trustedHosts: readonly string[];
  };
  readonly advisories: {
    /** Of OSV's export, or a mirror of it. */
    readonly endpoint: string;
    /** A server brings its index up to date by itself, once a day. */
    readonly update: boolean;
    /** After so many days the index is too old to answer. */
    readonly days: number;
  };
  /** Bases of model servers that a server's channels may name, whatever addresses they have. */
  readonly upstreams: readonly string[];
  /** Where a server keeps large dossiers; null: below its data folder. */
  readonly blobs: BucketConfig | null;
  /** By which people get mail; null: they get none. */
  readonly mail: MailConfig | null;
  /** For keys in a cloud's key service: the token, or a file that somebody keeps fresh; null: neither was given. */
  readonly kmsToken: Secret | { readonly file: string } | null;
  /** Where dossiers are kept. */
  readonly dataFolder: string;
  /** Where the user's own policy, use and keys lie. */
  readonly settingsFolder: string;
}

/** A bucket that speaks S3. */
export interface BucketConfig {
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
  readonly sessionToken: Secret | null;
}

/** A mail server, and who the mails are from. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: Secret | null;
  readonly from: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. A wrong setting stops the start and names itself. */
export function readConfig(env: Environment): Config {
  const home = env.WEIGHBRIDGE_HOME;
  return {
    hub: {
      endpoint: endpointFrom('HF_ENDPOINT', env.HF_ENDPOINT, 'https://huggingface.co'),
      token: tokenFrom(env.HF_TOKEN),
      trustedHosts: (env.WEIGHBRIDGE_TRUSTED_HOSTS ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    },
    advisories: {
      endpoint: endpointFrom('OSV_ENDPOINT', env.OSV_ENDPOINT, 'https://osv-vulnerabilities.storage.googleapis.com'),
      update: env.WEIGHBRIDGE_UPDATE_ADVISORIES === 'yes',
      days: daysFrom(env.WEIGHBRIDGE_ADVISORY_DAYS),
    },
    upstreams: (env.WEIGHBRIDGE_UPSTREAMS ?? '').split(/[\s,]+/).filter((url) => url !== ''),
    blobs: bucketFrom(env),
    mail: mailFrom(env),
    kmsToken: tokenFrom(env.WEIGHBRIDGE_KMS_TOKEN) ?? fileFrom(env.WEIGHBRIDGE_KMS_TOKEN_FILE),
    dataFolder: home ? resolve(home) : join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'weighbridge'),
    settingsFolder: home
      ? resolve(home, 'settings')
      : join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'weighbridge'),
  };
}

function endpointFrom(name: string, value: string | undefined, usual: string): string {
  const text = value === undefined || value === '' ? usual : value.replace(/\/+$/, '');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) {
    throw new WeighbridgeError('call-invalid', `${name} is no http address`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new WeighbridgeError('call-invalid', `${name} holds a user or password`);
  }
  return text;
}

/** `WEIGHBRIDGE_BLOBS=s3://bucket/prefix`, and the rest from the variables that every S3 client reads. */
function bucketFrom(env: Environment): BucketConfig | null {
  const where = env.WEIGHBRIDGE_BLOBS;
  if (where === undefined || where === '') return null;
  const [, bucket = '', prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]{0,200}))?$/.exec(where) ?? [];
  if (bucket === '') throw new WeighbridgeError('call-invalid', 'WEIGHBRIDGE_BLOBS is no s3://bucket/prefix');
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session } = env;
  if (!id || !key)
    throw new WeighbridgeError('call-invalid', 'a bucket wants AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
  const given = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL;
  return {
    endpoint: endpointFrom('AWS_ENDPOINT_URL_S3', given, `https://s3.${region}.amazonaws.com`),
    region,
    bucket,
    prefix: prefix.replace(/^\/+|\/+$/g, ''),
    accessKeyId: id,
    secretAccessKey: secret(key),
    sessionToken: session ? secret(session) : null,
  };
}

/** `WEIGHBRIDGE_SMTP=smtps://user:password@host:port` and `WEIGHBRIDGE_MAIL_FROM`. */
function mailFrom(env: Environment): MailConfig | null {
  const where = env.WEIGHBRIDGE_SMTP;
  if (where === undefined || where === '') return null;
  const url = URL.canParse(where) ? new URL(where) : null;
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    throw new WeighbridgeError('call-invalid', 'WEIGHBRIDGE_SMTP is no smtp:// or smtps:// address');
  const from = env.WEIGHBRIDGE_MAIL_FROM ?? '';
  if (!/^[^@\s]+@[^@\s]+$/.test(from))
    throw new WeighbridgeError('call-invalid', 'WEIGHBRIDGE_MAIL_FROM is no mail address');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    // Submission (RFC 8314, RFC 6409).
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : secret(decodeURIComponent(url.password)),
    from,
  };
}

/** Advisories come daily; a fortnight is a holiday. */
const DAYS = 14;

function daysFrom(value: string | undefined): number {
  if (value === undefined || value === '') return DAYS;
  if (!/^\d{1,4}$/.test(value))
    throw new WeighbridgeError('call-invalid', 'WEIGHBRIDGE_ADVISORY_DAYS is no number of days');
  return Number(value);
}

function fileFrom(path: string | undefined): { readonly file: string } | null {
  return path === undefined || path === '' ? null : { file: resolve(path) };
}

function tokenFrom(value: string | undefined): Secret | null {
  const token = value?.trim() ?? '';
  return token === '' ? null : secret(token);
}
