import { parseVex } from '../../advisories/vex/parse.ts';
import { keyIdOf, trustedSignerOf } from '../../attest/dsse.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE } from '../../attest/statement.ts';
import type { VexAnswer } from '../../contract/advisories.ts';
import type { NamedText } from '../../contract/caller.ts';
import { packageKey } from '../../domain/touch.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Parts } from '../parts.ts';
import { envelopeIn } from './envelope.ts';

/** Media type of a VEX document in an envelope: OpenVEX, CycloneDX or CSAF, told apart by what they hold. */
export const VEX_PAYLOAD_TYPE = 'application/vnd.weighbridge.vex+json';

type Read = Extract<ReturnType<typeof parseVex>, { kind: 'read' }>;

/** The VEX document in a text; null when it holds none. */
export function vexIn(text: string): Read | null {
  try {
    const parsed = parseVex(JSON.parse(text));
    return parsed.kind === 'read' ? parsed : null;
  } catch {
    return null;
  }
}

/**
 * Takes a signed VEX document from now on: in an envelope of its own, or as the predicate of an in-toto statement. Throws
 * `feed-untrusted` unless one of these keys signed it, or one in the user's folder; `feed-invalid`.
 */
export async function trustVex(parts: Parts, signed: NamedText, keyFiles: readonly string[]): Promise<VexAnswer> {
  const envelope = envelopeIn(signed, [VEX_PAYLOAD_TYPE, STATEMENT_PAYLOAD_TYPE]);
  const trusted = await parts.keys.trusted(keyFiles);
  const key = trustedSignerOf(envelope, trusted);
  if (key === null) {
    throw new WeighbridgeError('feed-untrusted', `${signed.name}: none of ${trusted.length} trusted keys signed it`);
  }
  const payload = Buffer.from(envelope.payload, 'base64');
  const text =
    envelope.payloadType === STATEMENT_PAYLOAD_TYPE
      ? JSON.stringify(parseStatement(payload)?.predicate ?? null)
      : payload.toString('utf8');
  const vex = vexIn(text);
  if (vex === null) throw new WeighbridgeError('feed-invalid', `${signed.name} holds no VEX statements that we read`);
  const { author, statements } = vex;
  await parts.advisories.tell(statements.map(({ ecosystem, name }) => packageKey(ecosystem, name)));
  await parts.vex.keep({ author, keyId: keyIdOf(key), statements });
  return { author, statements: statements.length, keyId: keyIdOf(key) };
}
