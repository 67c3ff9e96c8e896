import { signEnvelope, trustedSignerOf } from '../attest/dsse.ts';
import { SERVING_PREDICATE, type Serving, servingShape } from '../attest/serving.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE, statementOf } from '../attest/statement.ts';
import type { AttestServingInput } from '../contract/signing.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { hexOf } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import type { Parts } from './parts.ts';
import { parseEnvelope } from './signed-document.ts';

/** Signs that the server at this address was started on these bytes, for a short while. */
export async function attestServing(parts: Parts, input: AttestServingInput): Promise<void> {
  const { decision, url, startedAt, file, seconds } = input;
  const now = parts.clock.now();
  const serving: Serving = {
    url: new URL(url).origin,
    startedAt,
    attestedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
  };
  const subject = [{ name: decision.model, digest: { sha256: hexOf(decision.manifest) } }];
  const statement = statementOf(subject, SERVING_PREDICATE, serving);
  const signer = await parts.keys.signer(input.keyFile);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  const envelope = await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, signer);
  await parts.files.write(file, `${JSON.stringify(envelope, null, 2)}\n`);
}

/** What an attestation proves, or why it proves nothing. */
export type Attested =
  | { readonly kind: 'attested'; readonly manifest: string; readonly serving: Serving }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads an attestation. Throws `decision-invalid` for what is no envelope. */
export function servingIn(text: string, file: string, trusted: Parameters<typeof trustedSignerOf>[1]): Attested {
  const envelope = parseEnvelope(text, file);
  if (trustedSignerOf(envelope, trusted) === null) return { kind: 'refused', reason: 'no attester signed it' };
  const statement =
    envelope.payloadType === STATEMENT_PAYLOAD_TYPE ? parseStatement(Buffer.from(envelope.payload, 'base64')) : null;
  const parsed = servingShape.safeParse(statement?.predicate);
  const [subject] = statement?.subject ?? [];
  if (statement?.predicateType !== SERVING_PREDICATE || !parsed.success || subject === undefined)
    return { kind: 'refused', reason: 'it is no statement about a server' };
  return { kind: 'attested', manifest: `sha256:${subject.digest.sha256}`, serving: parsed.data };
}
