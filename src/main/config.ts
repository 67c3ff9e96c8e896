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
  /** Where dossiers are kept. */
  readonly dataFolder: string;
  /** Where the user's own policy, use and keys lie. */
  readonly settingsFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. A wrong setting stops the start and names itself. */
export function readConfig(env: Environment): Config {
  const home = env.WEIGHBRIDGE_HOME;
  return {
    hub: {
      endpoint: endpointFrom(env.HF_ENDPOINT),
      token: tokenFrom(env.HF_TOKEN),
      trustedHosts: (env.WEIGHBRIDGE_TRUSTED_HOSTS ?? '').split(/[\s,]+/).filter((host) => host !== ''),
    },
    dataFolder: home ? resolve(home) : join(env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'weighbridge'),
    settingsFolder: home
      ? resolve(home, 'settings')
      : join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'weighbridge'),
  };
}

function endpointFrom(value: string | undefined): string {
  const text = value === undefined || value === '' ? 'https://huggingface.co' : value.replace(/\/+$/, '');
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) {
    throw new WeighbridgeError('call-invalid', 'HF_ENDPOINT is no http address');
  }
  if (url.username !== '' || url.password !== '') {
    throw new WeighbridgeError('call-invalid', 'HF_ENDPOINT holds a user or password; a token goes into HF_TOKEN');
  }
  return text;
}

function tokenFrom(value: string | undefined): Secret | null {
  const token = value?.trim() ?? '';
  return token === '' ? null : secret(token);
}
