import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { WeighbridgeError } from '../kernel/errors.ts';
import { labelOf } from './label.ts';

/** Pseudonyms of one session and tenant: a token for each text, and the text for each token. */
export interface Vault {
  /** `<EMAIL_ADDRESS_1>`, the same for the same text. */
  tokenFor(type: string, text: string): string;
  /** The text behind a token's label; undefined when this vault made none such. */
  textFor(label: string): string | undefined;
  /** All of it, encrypted: only the tenant's key opens it again. */
  seal(): Uint8Array;
}

/** More texts than a session has; then new ones get no token that leads back. */
const MOST = 100_000;

/** What opens a vault again: a key of 32 bytes, one for each tenant. */
export function createVault(key: Uint8Array, sealed?: Uint8Array): Vault {
  const keys = keysFrom(key);
  const texts = new Map<string, string>(sealed === undefined ? [] : opened(keys.box, sealed));
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const [label, text] of texts) {
    const [, type = '', count = '0'] = LABEL.exec(label) ?? [];
    labels.set(keys.name(type, text), label);
    counts.set(type, Math.max(counts.get(type) ?? 0, Number(count)));
  }
  return {
    tokenFor: (type, text) => {
      const kind = labelOf(type);
      const name = keys.name(kind, text);
      const known = labels.get(name);
      if (known !== undefined) return `<${known}>`;
      if (texts.size >= MOST) return `[${kind}]`;
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      const label = `${kind}_${count}`;
      labels.set(name, label);
      texts.set(label, text);
      return `<${label}>`;
    },
    textFor: (label) => texts.get(label),
    seal: () => sealedUnder(keys.box, [...texts]),
  };
}

const LABEL = /^([A-Z0-9_]+)_(\d+)$/;

interface Keys {
  readonly box: Buffer;
  /** What the texts are filed under, so that the order of keys in memory says nothing of them. */
  readonly name: (type: string, text: string) => string;
}

function keysFrom(key: Uint8Array): Keys {
  if (key.length < 32) {
    const remedy = 'Give randomBytes(32), kept with your secrets.';
    throw new WeighbridgeError('call-invalid', 'the key of a vault has 32 bytes or more', { remedy });
  }
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `weighbridge guard ${purpose}`, 32));
  const naming = derive('names');
  return {
    box: derive('vault'),
    name: (type, text) => createHmac('sha256', naming).update(`${type}\0${text}`).digest('base64'),
  };
}

const NONCE = 12;
const TAG = 16;

function sealedUnder(key: Buffer, entries: readonly (readonly [string, string])[]): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(entries), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws `call-invalid` on another tenant's key, and on bytes that were changed. */
function opened(key: Buffer, sealed: Uint8Array): readonly (readonly [string, string])[] {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as readonly (readonly [string, string])[];
  } catch (cause) {
    const remedy = 'Give what seal() gave, and the key that it was sealed with.';
    throw new WeighbridgeError('call-invalid', NOT_OPENED, { remedy, cause });
  }
}

export const NOT_OPENED = 'this vault was sealed with another key, for another tenant, or was changed';
