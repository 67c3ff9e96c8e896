import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFor, isKnownKey, keyIdOf } from '../../attest/dsse.ts';
import { sshPublicKey } from '../../attest/git/ssh.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { KeyKind } from '../../ports/keys.ts';
import type { Signer } from '../../ports/signer.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Signs with an Ed25519 or ECDSA key in a PEM file that only its owner may read. */
export async function openLocalKey(path: string): Promise<Signer> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new WeighbridgeError('key-invalid', `${path} cannot be read`, { cause });
  });
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    // Everybody may read a public key, and it signs nothing.
    if (await isPublic(path))
      throw new WeighbridgeError('key-invalid', `${path} is a public key`, {
        remedy: 'Sign with the private key of the pair.',
      });
    throw new WeighbridgeError('key-exposed', `${path} has mode ${(found.mode & 0o777).toString(8)}`);
  }
  const key = await readKey(path, createPrivateKey);
  return {
    keyId: keyIdOf(key),
    publicKey: createPublicKey(key),
    sign: async (message) => sign(hashFor(key), message, key),
  };
}

async function isPublic(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^(?:-----BEGIN (?:\w+ )?PUBLIC KEY-----|(?:ssh|ecdsa)-)/.test(text);
}

/** A key that somebody else may hold: only its public half is read. */
export async function readPublicKey(path: string): Promise<KeyObject> {
  return readKey(path, (text) => (/^(?:ssh|ecdsa)-/.test(text) ? sshPublicKey(text) : createPublicKey(text)));
}

/** Every public key (`*.pub`) in a folder; none when there is no such folder. */
export async function readTrustedKeys(folder: string): Promise<readonly KeyObject[]> {
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.filter((name) => name.endsWith('.pub')).map((name) => readPublicKey(join(folder, name))));
}

/** Makes a key: the private half with mode 0600 and only where no file is, the public half beside it. */
export async function makeLocalKey(
  path: string,
  kind: KeyKind,
): Promise<{ readonly keyId: string; readonly publicKeyPem: string; readonly publicKeyFile: string }> {
  const { privateKey, publicKey } =
    kind === 'p256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  const publicKeyFile = `${path.replace(/\.(key|pem)$/, '')}.pub`;
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  await writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, fresh: true });
  await writeWhole(publicKeyFile, publicKeyPem);
  return { keyId: keyIdOf(publicKey), publicKeyPem, publicKeyFile };
}

async function readKey(path: string, parse: (pem: string) => KeyObject): Promise<KeyObject> {
  let key: KeyObject;
  try {
    key = parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new WeighbridgeError('key-invalid', `${path} holds no such key`, { cause });
  }
  if (isKnownKey(key)) return key;
  throw new WeighbridgeError('key-invalid', `${path} is a ${key.asymmetricKeyType ?? 'secret'} key`);
}
