import type { Envelope } from '../../attest/dsse.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';

/** Media type of a rule pack in an envelope. */
export const RULE_PACK_PAYLOAD_TYPE = 'application/vnd.weighbridge.rule-pack+yaml';

/**
 * The envelope in a file; null when it is a plain pack. What has the fields of an envelope and is none that we know is
 * refused, so that no damaged signature passes for a pack that never had one.
 */
export function envelopeIn(text: string, name: string): Envelope | null {
  const value = parsed(text);
  if (!isJsonObject(value) || !('payload' in value || 'payloadType' in value || 'signatures' in value)) return null;
  const { payloadType, payload, signatures } = value;
  if (payloadType !== RULE_PACK_PAYLOAD_TYPE || typeof payload !== 'string' || !Array.isArray(signatures))
    throw new WeighbridgeError('rules-invalid', `${name}: the envelope holds no rule pack`);
  return {
    payloadType,
    payload,
    signatures: signatures.flatMap((one: unknown) =>
      isJsonObject(one) && typeof one['sig'] === 'string'
        ? [{ keyid: typeof one['keyid'] === 'string' ? one['keyid'] : '', sig: one['sig'] }]
        : [],
    ),
  };
}

/** The pack's text in an envelope whose signature was found to hold. */
export function packIn({ payload }: Envelope, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payload, 'base64'));
  } catch (cause) {
    throw new WeighbridgeError('rules-invalid', `${name}: the pack in the envelope is no UTF-8`, { cause });
  }
}

function parsed(text: string): unknown {
  if (!/^\s*\{/.test(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
