import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { TrustedIdentity } from '../../ports/keys.ts';

/** Where trusted identities are kept, in the folder of keys. */
export const IDENTITIES = 'identities.json';

const identities = z.array(z.strictObject({ identity: z.string().min(1), issuer: z.string().min(1) }));

/** Throws `certificate-invalid` for a file that the user's settings hold and that cannot be read: trust is never guessed. */
export async function readIdentities(folder: string): Promise<readonly TrustedIdentity[]> {
  const path = join(folder, IDENTITIES);
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return [];
  try {
    return identities.parse(JSON.parse(text));
  } catch (cause) {
    throw new WeighbridgeError('certificate-invalid', `${path} is no list of identities`, { cause });
  }
}

/** Every authority (`*.ca.pem`) of a folder; none when there is no such folder. */
export async function readAuthorities(folder: string): Promise<readonly X509Certificate[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.ca.pem'));
  const found = await Promise.all(names.map((name) => certificateIn(join(folder, name))));
  return found.flatMap((certificate) => certificate ?? []);
}

/** The certificate in a PEM file; null for a file that holds none. */
export async function certificateIn(path: string): Promise<X509Certificate | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) return null;
  try {
    return new X509Certificate(text);
  } catch (cause) {
    throw new WeighbridgeError('certificate-invalid', `${path} holds a certificate that cannot be read`, { cause });
  }
}
