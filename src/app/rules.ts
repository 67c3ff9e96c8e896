import { keyIdOf, signEnvelope, trustedSignerOf } from '../attest/dsse.ts';
import type { NamedText } from '../contract/caller.ts';
import type { RulePackAnswer } from '../contract/rule-packs.ts';
import type { RulePack } from '../domain/rule-pack.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Parts } from './parts.ts';
import { envelopeIn, RULE_PACK_PAYLOAD_TYPE } from './rule-packs/envelope.ts';
import { loadPack, withRulePacks } from './rule-packs/load.ts';
import { loadPatterns } from './rule-packs/patterns.ts';

/** Reads a pack and runs its examples. Throws `rules-invalid`, `rules-untrusted`. */
export async function testRules(parts: Parts, input: NamedText): Promise<RulePackAnswer> {
  const { packs = [] } = await withRulePacks(parts, [input]);
  const [pack] = packs;
  if (pack === undefined) throw new WeighbridgeError('rules-invalid', input.name);
  return answerOf(pack, null);
}

/** Signs a pack that passes its own examples. What it gives is the envelope's text. */
export async function signRules(
  parts: Parts,
  input: NamedText & { readonly keyFile: string },
): Promise<RulePackAnswer & { readonly envelope: string }> {
  if (envelopeIn(input.text, input.name) !== null)
    throw new WeighbridgeError('rules-invalid', `${input.name} is signed already; sign the pack itself`);
  const signer = await parts.keys.signer(input.keyFile);
  const pack = await loadPack(parts, input, await loadPatterns());
  const envelope = await signEnvelope(RULE_PACK_PAYLOAD_TYPE, Buffer.from(input.text, 'utf8'), signer);
  return { ...answerOf(pack, signer.keyId), envelope: `${JSON.stringify(envelope, null, 2)}\n` };
}

/** Holds a signed pack against these keys, or those in the user's folder. Throws `rules-untrusted`, `rules-invalid`. */
export async function verifyRules(
  parts: Parts,
  input: NamedText & { readonly keyFiles: readonly string[] },
): Promise<RulePackAnswer> {
  const envelope = envelopeIn(input.text, input.name);
  if (envelope === null) throw new WeighbridgeError('rules-untrusted', `${input.name} is not signed`);
  const pack = await loadPack(parts, input, await loadPatterns(), input.keyFiles);
  const key = trustedSignerOf(envelope, await parts.keys.trusted(input.keyFiles));
  return answerOf(pack, key === null ? null : keyIdOf(key));
}

function answerOf({ name, version, digest, rules }: RulePack, keyId: string | null): RulePackAnswer {
  const examples = rules.reduce((sum, { fires, quiet }) => sum + fires.length + quiet.length, 0);
  return { name, version, digest, rules: rules.length, examples, keyId };
}
