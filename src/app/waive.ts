import { type Envelope, signEnvelope } from '../attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, statementOf } from '../attest/statement.ts';
import { type SignedWaiver, WAIVER_PREDICATE } from '../attest/waiver.ts';
import type { WaiveInput } from '../contract/signing.ts';
import { type Dossier, findingsIn } from '../domain/dossier.ts';
import { identityOf } from '../domain/finding.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Digest, hexOf } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import type { Signer } from '../ports/signer.ts';
import type { Parts } from './parts.ts';

/** Signs that somebody answers for one finding, or one silent check, of one model until a day. Throws `call-invalid`. */
export async function waive(parts: Parts, input: WaiveInput): Promise<SignedWaiver> {
  const { dossier } = await parts.store.newest(input.dossier);
  const { manifest, origin } = dossier.artifact;
  if (manifest === null)
    throw new WeighbridgeError('call-invalid', 'the model has no manifest digest: vet it with --download first');
  const now = parts.clock.now().toISOString();
  const { owner, reason } = input;
  const waiver = {
    target: targetOf(dossier, input.target),
    owner,
    reason,
    until: dayOf(input.until, now),
    issuedAt: now,
  };
  const signer = await parts.keys.signer(input.keyFile);
  const envelope = await signWaiver({ name: origin.name, manifest }, waiver, signer);
  await parts.files.write(input.file, `${JSON.stringify(envelope, null, 2)}\n`);
  return waiver;
}

/** A waiver of something in the model with this manifest, as a signed statement. */
export async function signWaiver(
  model: { readonly name: string; readonly manifest: Digest },
  waiver: SignedWaiver,
  signer: Signer,
): Promise<Envelope> {
  const subject = { name: model.name, digest: { sha256: hexOf(model.manifest) } };
  const statement = statementOf([subject], WAIVER_PREDICATE, waiver);
  const payload = Buffer.from(canonicalJson(statement as unknown as Json), 'utf8');
  return signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, signer);
}

/** A finding by the first digits of its identity, or by its rule where only one is of it; a check that is silent. */
function targetOf(dossier: Dossier, wanted: string): string {
  const silent = dossier.checks.filter(({ outcome }) => outcome.kind === 'unanswered' || outcome.kind === 'failed');
  const targets = [
    ...findingsIn(dossier).map((finding) => ({ target: identityOf(finding), rule: finding.rule })),
    ...silent.map(({ analyzer }) => ({ target: `check:${analyzer}`, rule: '' })),
  ];
  const found = targets.filter(
    ({ target, rule }) => target === wanted || rule === wanted || (wanted.length >= 6 && target.startsWith(wanted)),
  );
  const [only] = found;
  const all = new Set(found.map(({ target }) => target));
  if (only !== undefined && all.size === 1) return only.target;
  const why = only === undefined ? `nothing in the dossier is ${wanted}` : `${all.size} findings are ${wanted}`;
  throw new WeighbridgeError('call-invalid', why, {
    remedy: 'Name one by its identity: weighbridge dossier show --format json has them, and so has every report.',
  });
}

function dayOf(until: string, now: string): string {
  const read = new Date(`${until}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== until)
    throw new WeighbridgeError('call-invalid', '--until must be a day that exists, as in 2027-03-31');
  if (until < now.slice(0, 10)) throw new WeighbridgeError('call-invalid', `--until ${until} is over`);
  return until;
}
