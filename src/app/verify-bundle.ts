import type { KeyObject } from 'node:crypto';
import { type Bundle, bundleIn, type ReleaseStatement, releaseIn } from '../attest/bundle.ts';
import type { Envelope } from '../attest/dsse.ts';
import { type RevocationList, revocationListIn } from '../attest/revocation-list.ts';
import { payloadDigest } from '../attest/sealed.ts';
import { listHolds, signedByNow, whyStale } from '../attest/trust-now.ts';
import type { Refusal } from '../contract/signing.ts';
import type { Decision } from '../domain/decision.ts';
import { WeighbridgeError } from '../kernel/errors.ts';

/** What a list of revocations makes of the documents beside it. */
export interface Revocations {
  /** Null: there is none, or it does not hold. */
  readonly list: RevocationList | null;
  readonly refusals: readonly Refusal[];
}

export const NO_REVOCATIONS: Revocations = { list: null, refusals: [] };

/** A list that nobody trusted signed, or that is too old, is refused: whoever gives one means it to count. */
export function revocationsIn(envelope: Envelope, trusted: readonly KeyObject[], now: Date): Revocations {
  const list = revocationListIn(envelope);
  if (list === null) return refusing('revocations', 'It is no list of revocations.');
  if (!listHolds(envelope, list, trusted))
    return refusing('revocations', 'No trusted key that still counts signed the list of revocations.');
  const stale = whyStale(list, now);
  return { list, refusals: stale === null ? [] : [refusal('stale', stale)] };
}

/** The decision itself was taken back. */
export function takenBack(envelope: Envelope, { list }: Revocations): readonly Refusal[] {
  const digest = payloadDigest(envelope);
  const found = list?.decisions.find(({ decision }) => decision === digest);
  return found === undefined ? [] : [refusal('revoked', `The decision was revoked at ${found.at}.`)];
}

/** Throws `decision-invalid` for a file that is no bundle. */
export function parseBundle(text: string, file: string): Bundle {
  const bundle = bundleIn(text);
  if (bundle === null) throw new WeighbridgeError('decision-invalid', `${file} is no bundle of weighbridge bundle`);
  return bundle;
}

/** Whether the release in a bundle is one of ours, of this decision, and may still serve. */
export function releaseRefusals(
  { release: envelope, decision: about }: Bundle,
  decision: Decision,
  trusted: readonly KeyObject[],
  { list }: Revocations,
): readonly Refusal[] {
  const statement = releaseIn(envelope);
  if (statement === null) return [refusal('release', 'The bundle’s release is none.')];
  if (signedByNow(envelope, trusted, list).kind !== 'signed')
    return [refusal('release', 'No trusted key that still counts signed the release as it stands.')];
  const refusals = apart(statement, payloadDigest(about), decision, list);
  const withdrawn = list?.releases.find(({ release }) => release === statement.release?.id);
  return withdrawn === undefined
    ? refusals
    : [...refusals, refusal('revoked', `The release was withdrawn at ${withdrawn.at}.`)];
}

/** Parts of two bundles make none. */
function apart(
  { decision: released, manifest, organisation }: ReleaseStatement,
  digest: ReleaseStatement['decision'],
  decision: Decision,
  list: RevocationList | null,
): readonly Refusal[] {
  if (released !== digest || manifest !== decision.manifest)
    return [refusal('release', 'The release is of another decision.')];
  return list === null || list.organisation === organisation
    ? []
    : [refusal('release', 'The release and the list of revocations are of two organisations.')];
}

function refusing(kind: Refusal['kind'], message: string): Revocations {
  return { list: null, refusals: [refusal(kind, message)] };
}

/** Of no file in particular. */
export function refusal(kind: Refusal['kind'], message: string): Refusal {
  return { kind, path: null, message };
}
