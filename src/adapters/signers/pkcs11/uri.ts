import { WeighbridgeError } from '../../../kernel/errors.ts';

export interface Pkcs11Uri {
  readonly token: string;
  readonly object: string;
  readonly modulePath: string;
  /** A file with the PIN: a PIN in the address would stand in every list of processes. */
  readonly pinSource: string;
}

/** `pkcs11:token=T;object=O?module-path=P&pin-source=F` (RFC 7512). Throws `key-invalid` for one without all four. */
export function parsePkcs11Uri(reference: string): Pkcs11Uri {
  const [path = '', query = ''] = reference.replace(/^pkcs11:/, '').split('?');
  const named = new Map([...path.split(';'), ...query.split('&')].map(pair));
  const part = (name: string): string => {
    const value = named.get(name) ?? '';
    if (value === '') throw new WeighbridgeError('key-invalid', `the pkcs11 address names no ${name}`);
    return value;
  };
  return {
    token: part('token'),
    object: part('object'),
    modulePath: part('module-path'),
    pinSource: part('pin-source').replace(/^file:(\/\/)?/, ''),
  };
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 0) return [text, ''];
  try {
    return [text.slice(0, at), decodeURIComponent(text.slice(at + 1))];
  } catch (cause) {
    throw new WeighbridgeError('key-invalid', 'the pkcs11 address is wrongly encoded', { cause });
  }
}
