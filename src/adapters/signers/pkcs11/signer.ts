import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { keyIdOf, signatureHolds } from '../../../attest/dsse.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Signer } from '../../../ports/signer.ts';
import { readOwnSecret } from '../../files/own-files.ts';
import { parsePkcs11Uri } from './uri.ts';

/** What we ask of the optional package `pkcs11js`: Cryptoki, call by call. */
interface Cryptoki {
  load(path: string): void;
  C_Initialize(): void;
  C_GetSlotList(present: boolean): Buffer[];
  C_GetTokenInfo(slot: Buffer): { readonly label: string };
  C_OpenSession(slot: Buffer, flags: number): Buffer;
  C_Login(session: Buffer, user: number, pin: string): void;
  C_FindObjectsInit(
    session: Buffer,
    template: readonly { readonly type: number; readonly value: number | string }[],
  ): void;
  C_FindObjects(session: Buffer): Buffer | null;
  C_FindObjectsFinal(session: Buffer): void;
  C_GetAttributeValue(
    session: Buffer,
    object: Buffer,
    template: readonly { readonly type: number }[],
  ): readonly { readonly value: Buffer }[];
  C_SignInit(session: Buffer, mechanism: { readonly mechanism: number }, key: Buffer): void;
  C_Sign(session: Buffer, data: Buffer, out: Buffer): Buffer;
}

export type LoadCryptoki = () => Promise<Cryptoki>;

/** Numbers of PKCS #11 v2.40 (pkcs11t.h). */
const CKF_SERIAL_SESSION = 4;
const CKU_USER = 1;
const CKA_CLASS = 0;
const CKA_LABEL = 3;
const CKA_EC_POINT = 0x181;
const CKO_PUBLIC_KEY = 2;
const CKO_PRIVATE_KEY = 3;
const CKM_ECDSA = 0x1041;

/** Before the point: SubjectPublicKeyInfo of an uncompressed point on P-256 (RFC 5480). */
const P256_SPKI = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/**
 * A P-256 key in a PKCS #11 module, named by a URI (RFC 7512) with `token`, `object`, `module-path` and `pin-source`. Needs the
 * optional package `pkcs11js`. Run against a double alone, not against a real module. Throws `key-invalid`, `signer-absent`.
 */
export async function openPkcs11Key(reference: string, load: LoadCryptoki = loadPackage): Promise<Signer> {
  const { token, object, modulePath, pinSource } = parsePkcs11Uri(reference);
  const module = await load();
  const pin = await readOwnSecret(pinSource);
  const asked = <Answer>(work: () => Answer): Answer => {
    try {
      return work();
    } catch (cause) {
      if (cause instanceof WeighbridgeError) throw cause;
      throw new WeighbridgeError('key-invalid', `the module says ${(cause as Error).message}`, { cause });
    }
  };
  const { session, key, publicKey } = asked(() => {
    module.load(modulePath);
    module.C_Initialize();
    // Labels are padded with blanks to 32 characters.
    const slot = module.C_GetSlotList(true).find((one) => module.C_GetTokenInfo(one).label.trimEnd() === token);
    if (slot === undefined) throw new WeighbridgeError('key-invalid', `the module has no token ${token}`);
    const opened = module.C_OpenSession(slot, CKF_SERIAL_SESSION);
    module.C_Login(opened, CKU_USER, pin);
    const half = (kind: number): Buffer => objectIn(module, opened, kind, object);
    return { session: opened, key: half(CKO_PRIVATE_KEY), publicKey: pointIn(module, opened, half(CKO_PUBLIC_KEY)) };
  });
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: async (message) => {
      const signature = asked(() => {
        module.C_SignInit(session, { mechanism: CKM_ECDSA }, key);
        return module.C_Sign(session, createHash('sha256').update(message).digest(), Buffer.alloc(64));
      });
      if (signatureHolds(message, publicKey, signature)) return signature;
      throw new WeighbridgeError('key-invalid', 'what the module gave is no signature of its key');
    },
  };
}

function objectIn(module: Cryptoki, session: Buffer, kind: number, label: string): Buffer {
  module.C_FindObjectsInit(session, [
    { type: CKA_CLASS, value: kind },
    { type: CKA_LABEL, value: label },
  ]);
  const found = module.C_FindObjects(session);
  module.C_FindObjectsFinal(session);
  if (found === null) throw new WeighbridgeError('key-invalid', `the token has no ${label}`);
  return found;
}

/** The attribute is the point in an OCTET STRING: 04 41, and then 04 and both numbers. */
function pointIn(module: Cryptoki, session: Buffer, object: Buffer): KeyObject {
  const point = module.C_GetAttributeValue(session, object, [{ type: CKA_EC_POINT }])[0]?.value ?? Buffer.alloc(0);
  if (point.length !== 67 || point[0] !== 4 || point[1] !== 65 || point[2] !== 4)
    throw new WeighbridgeError('key-invalid', 'the key is no ECDSA key on P-256');
  return createPublicKey({ key: Buffer.concat([P256_SPKI, point.subarray(2)]), format: 'der', type: 'spki' });
}

async function loadPackage(): Promise<Cryptoki> {
  // A name in a variable: the package is nobody's dependency, and no bundler looks for it.
  const name = 'pkcs11js';
  try {
    const { PKCS11 } = (await import(name)) as { PKCS11: new () => Cryptoki };
    return new PKCS11();
  } catch (cause) {
    throw new WeighbridgeError('signer-absent', 'the optional package pkcs11js is not installed', { cause });
  }
}
