import type { Envelope } from '../../../attest/dsse.ts';
import type { OutputOf } from '../../../contract/control/operations.ts';
import { type Family, type FamilyVersion, standingVoices } from '../../../domain/family.ts';
import { barred } from '../../../domain/release.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { decisionIn } from '../../admission.ts';
import { type Desk, record } from '../parts.ts';

/** Locked until the call is over. */
export async function familyBy({ books }: Desk, name: string): Promise<Family> {
  const family = await books.families.byName(name);
  if (family === null) throw new WeighbridgeError('family-not-found', name);
  return family;
}

export async function versionBy({ books }: Desk, family: string, name: string): Promise<FamilyVersion> {
  const version = await books.families.version(family, name);
  if (version === null) throw new WeighbridgeError('version-not-found', `${family} ${name}`);
  return version;
}

/** Writes down a version whose request was admitted. Throws `version-exists`. */
export async function keepVersion(
  desk: Desk,
  what: Omit<FamilyVersion, 'by' | 'at'>,
): Promise<OutputOf<'version.add'>> {
  const { books, actor, now } = desk;
  const version: FamilyVersion = { ...what, by: actor.person.id, at: now.toISOString() };
  const { family, request, forkOf } = version;
  if (!(await books.families.addVersion(version)))
    throw new WeighbridgeError('version-exists', `${family} ${version.version}, of ${request}`);
  const shown = await shownVersion(desk, version);
  const { manifest, dossier } = shown;
  await record(desk, 'version.add', `${family}/${version.version}`, { request, manifest, dossier, forkOf });
  return shown;
}

/** A version, with what its decision says of it and whether that holds still. */
export async function shownVersion({ books, now }: Desk, version: FamilyVersion): Promise<OutputOf<'version.add'>> {
  const envelope = await books.requests.decision(version.request);
  if (envelope === null) throw new WeighbridgeError('not-decided', version.request);
  const { origin, manifest, dossier, expiresAt } = decisionIn(JSON.parse(envelope) as Envelope);
  const revokedAt = await books.releases.revokedAt(version.request);
  const why = barred({ revokedAt, withdrawnAt: null, expiresAt }, now);
  const stands = { expiresAt, revokedAt, barred: why === 'withdrawn' ? null : why };
  return { ...version, model: origin.name, manifest, dossier, ...stands };
}

export async function withStanding(desk: Desk, family: Family): Promise<OutputOf<'family.show'>> {
  const { name, baseline } = family;
  const standing = baseline === null ? null : await shownVersion(desk, await versionBy(desk, name, baseline));
  const voices = standingVoices(await desk.books.families.voices(name), desk.now);
  return {
    ...shownFamily(family),
    standing,
    voices: voices.map((one) => ({ version: one.version, by: one.by, reason: one.reason, at: one.at })),
  };
}

export function shownFamily(family: Family): OutputOf<'family.open'> {
  const { contribution } = family;
  return { ...family, contribution: { ...contribution, checks: [...contribution.checks] } };
}
