import { dirname, resolve } from 'node:path';
import { readOwnSecret, readOwnText } from '../adapters/files/own-files.ts';
import { createOpenId } from '../adapters/identity/openid.ts';
import type { SingleSignOn } from '../app/control/parts.ts';
import type { ListenOptions } from '../contract/control/up.ts';
import { CALLBACK_PATH } from '../http/single-sign-on.ts';
import { parseSingleSignOn } from '../policy/sso/parse.ts';

/** Bytes: hundreds of groups. */
const LONGEST = 256 * 1024;

/** What the file of `--sso` says; null where none is given. Throws `sso-invalid`, `key-exposed`. */
export async function singleSignOnIn(
  { sso = null, publicUrl, host, port }: ListenOptions,
  trustedHosts: readonly string[],
): Promise<SingleSignOn | null> {
  if (sso === null) return null;
  const file = parseSingleSignOn(await readOwnText(sso, LONGEST), sso);
  const clientSecret = await readOwnSecret(resolve(dirname(sso), file.clientSecretFile));
  const ours = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const redirect = new URL(CALLBACK_PATH, ours).href;
  return {
    provider: createOpenId({ ...file, clientSecret, redirect, trustedHosts }),
    organisations: file.organisations,
  };
}
