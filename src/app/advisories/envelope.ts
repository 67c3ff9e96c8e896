import type { Envelope } from '../../attest/dsse.ts';
import type { NamedText } from '../../contract/caller.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject, type Json } from '../../kernel/json.ts';

/** The envelope in a file, of one of these payload types. Throws `feed-invalid`. */
export function envelopeIn({ name, text }: NamedText, types: readonly string[]): Envelope {
  const value = jsonIn(text, name);
  if (!isJsonObject(value)) throw new WeighbridgeError('feed-invalid', `${name} is no envelope`);
  const { payloadType, payload, signatures } = value;
  if (typeof payloadType !== 'string' || !types.includes(payloadType)) {
    throw new WeighbridgeError('feed-invalid', `${name} is no envelope of ${types.join(' or ')}`);
  }
  if (typeof payload !== 'string' || !Array.isArray(signatures)) {
    throw new WeighbridgeError('feed-invalid', `${name} is not signed`);
  }
  const sigs = signatures.flatMap((one: unknown) =>
    isJsonObject(one) && typeof one.sig === 'string' ? [{ keyid: '', sig: one.sig }] : [],
  );
  return { payloadType, payload, signatures: sigs };
}

/** Throws `feed-invalid`. */
export function jsonIn(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new WeighbridgeError('feed-invalid', `${name} is no JSON`, { cause });
  }
}
