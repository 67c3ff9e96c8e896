import { readOwnText } from '../adapters/files/own-files.ts';
import type { KmsOptions } from '../adapters/signers/kms/signer.ts';
import type { Config } from './config.ts';

/** A token is short: a longer file is something else. */
const MOST = 64 * 1024;

/** How keys in a cloud's key service are reached. A token in a file is read each time: whoever renews it writes it anew. */
export function kmsOf({ kmsToken, hub: { trustedHosts } }: Pick<Config, 'kmsToken' | 'hub'>): KmsOptions {
  return {
    trustedHosts,
    token: async () => {
      if (kmsToken === null || 'reveal' in kmsToken) return kmsToken?.reveal() ?? null;
      const text = (await readOwnText(kmsToken.file, MOST)).trim();
      return text === '' ? null : text;
    },
  };
}
