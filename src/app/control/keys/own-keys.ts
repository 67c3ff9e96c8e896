import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { SigningKey } from '../../../ports/control/signing-keys.ts';
import type { Books } from '../../../ports/control-store.ts';
import type { Signer } from '../../../ports/signer.ts';
import { type Clerk, type ControlParts, record, WORKER } from '../parts.ts';

type KeyParts = Pick<ControlParts, 'signer' | 'keyRing'>;

/** All keys there were; until the first rotation, the one of the data folder. */
export async function keysOf({ signer }: Pick<ControlParts, 'signer'>, books: Books): Promise<readonly SigningKey[]> {
  const known = await books.signingKeys.all();
  return known.length > 0 ? known : [asKey(signer, null)];
}

/** With which to sign now. Throws `key-invalid` where another machine made it and this one has no copy. */
export async function signerNow(parts: KeyParts, books: Books): Promise<Signer> {
  const current = (await keysOf(parts, books)).find(({ reason }) => reason === null);
  return current === undefined ? parts.signer : parts.keyRing.open(current.keyId);
}

/**
 * At the start: the key that lies elsewhere is the one that signs from now on, and what signed before is rotated away. Throws
 * `key-ended` for one that was, and `key-invalid` where nobody says where the key lies that signs.
 */
export async function settleKeys(
  parts: KeyParts & Pick<ControlParts, 'store' | 'clock'>,
  organisation: string,
): Promise<Signer> {
  const { elsewhere } = parts.keyRing;
  return parts.store.within(organisation, async (books) => {
    if (elsewhere !== null) {
      await books.signingKeys.lock();
      const known = (await keysOf(parts, books)).find(({ keyId }) => keyId === elsewhere.keyId);
      if (known !== undefined && known.reason !== null)
        throw new WeighbridgeError('key-ended', `${known.keyId}: ${known.reason} at ${known.endedAt}`);
      // Written down from the first day: whoever forgets the option must not get another key.
      if (known !== undefined && (await books.signingKeys.all()).length === 0) await books.signingKeys.add(known);
      if (known === undefined) await replaceBy({ parts, books, actor: WORKER, now: parts.clock.now() }, elsewhere);
    }
    return signerNow(parts, books);
  });
}

/** Has this key sign from now on, and writes down what it replaces. The list of keys is locked. */
export async function replaceBy(
  desk: Clerk & { readonly parts: Pick<ControlParts, 'signer'> },
  signer: Signer,
): Promise<SigningKey> {
  const { parts, books, now } = desk;
  const before = await books.signingKeys.all();
  if (before.length === 0) await books.signingKeys.add(asKey(parts.signer, null));
  const at = now.toISOString();
  const current = before.find(({ reason }) => reason === null)?.keyId ?? parts.signer.keyId;
  const made = asKey(signer, at);
  await books.signingKeys.end(current, 'rotated', at);
  await books.signingKeys.add(made);
  await record(desk, 'key.rotate', made.keyId, { replaces: current });
  return made;
}

/** A key as one that signs. */
function asKey({ keyId, publicKey }: Signer, madeAt: string | null): SigningKey {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { keyId, publicKey: pem, madeAt, reason: null, endedAt: null };
}
