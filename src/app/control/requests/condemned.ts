import type { Envelope } from '../../../attest/dsse.ts';
import type { Dossier } from '../../../domain/dossier.ts';
import type { TakenBack } from '../../../domain/release.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Digest } from '../../../kernel/digest.ts';
import type { Books } from '../../../ports/control-store.ts';
import { decisionIn } from '../../admission.ts';
import { forebearsOf, type Start } from '../families/kin.ts';
import { withdrawnBases } from '../publications/withdrawn-bases.ts';

/**
 * Why people must rule on a model whatever the policy says: its bytes, or what it was made from, were admitted here before and
 * taken back, or people denied its bytes, or withdrew what it was made from. Empty where nothing speaks against it.
 */
export async function condemnedBy(books: Books, request: string, dossier: Dossier): Promise<readonly string[]> {
  const denied = (await deniedOn(books, dossier)).map(({ id }) => `People denied these bytes: ${id}.`);
  const withdrawn = (await withdrawnBases(books, { request, dossier })).map(({ why }) => `Of ours, ${why}`);
  return [...denied, ...(await revokedUnder(books, { request, dossier })), ...withdrawn];
}

/** Every request for the same bytes that people denied. Dossiers are read of those alone: the index names more than it must. */
async function deniedOn({ dossiers, requests }: Books, { artifact }: Dossier): Promise<readonly AdmissionRequest[]> {
  const { manifest } = artifact;
  if (manifest === null) return [];
  const denied: AdmissionRequest[] = [];
  for (const request of await requests.deniedOn(await dossiers.touching([`file:${manifest}`])))
    if (request.dossier !== null && (await dossiers.newest(request.dossier)).dossier.artifact.manifest === manifest)
      denied.push(request);
  return denied;
}

async function revokedUnder(books: Books, start: Start): Promise<readonly string[]> {
  const revoked = await books.releases.condemned();
  if (revoked.length === 0) return [];
  const { manifest } = start.dossier.artifact;
  const same = revoked.filter(({ envelope }) => manifest !== null && manifestIn(envelope) === manifest);
  const ancestors = new Set((await forebearsOf(books, start, false)).map(({ request }) => request.id));
  const bases = revoked.filter(({ request }) => ancestors.has(request));
  return [
    ...same.map(({ request, at }) => `The decision ${request} on these bytes was revoked at ${at}.`),
    ...bases.map(({ request, at }) => `The decision ${request} on what it was made from was revoked at ${at}.`),
  ];
}

/** The bytes that were admitted here and taken back. */
export async function takenBack(books: Books): Promise<TakenBack> {
  const bytes = new Map<Digest, string>();
  for (const { envelope, at } of await books.releases.condemned()) {
    const manifest = manifestIn(envelope);
    if (at > (bytes.get(manifest) ?? '')) bytes.set(manifest, at);
  }
  return bytes;
}

/** Other requests whose admission of the same bytes stands, as far as they were released. */
export async function standingOnSame(books: Books, request: string): Promise<readonly string[]> {
  const envelope = await books.requests.decision(request);
  return envelope === null ? [] : books.releases.othersOn(manifestIn(envelope), request);
}

function manifestIn(envelope: string): Digest {
  return decisionIn(JSON.parse(envelope) as Envelope).manifest;
}
