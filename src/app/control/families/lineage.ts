import type { Dossier } from '../../../domain/dossier.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { baseKey, nameKey, type TouchKey, touchKeysOf } from '../../../domain/touch.ts';
import type { Books } from '../../../ports/control-store.ts';

type Vetted = Pick<AdmissionRequest, 'id' | 'reference' | 'dossier'>;

/**
 * Everything admitted that was made from a model, and from that again: whose card or weights name it as their base. Nearest
 * first. Not what was revoked.
 */
export async function descendantsOf(books: Books, request: Vetted): Promise<readonly AdmissionRequest[]> {
  const seen = new Set([request.id]);
  const found: AdmissionRequest[] = [];
  for (let from: readonly Vetted[] = [request]; from.length > 0; ) {
    const keys: TouchKey[] = [];
    for (const one of from) keys.push(...(await keysAsBase(books, one)));
    const dossiers = keys.length === 0 ? [] : await books.dossiers.touching(keys);
    const next = (await books.requests.admittedOn(dossiers)).filter(({ id }) => !seen.has(id));
    for (const { id } of next) seen.add(id);
    found.push(...next);
    from = next;
  }
  return found;
}

/** Every request by which a base of this model, or a base of that, was admitted here, revoked or not. */
export async function ancestorsOf(books: Books, dossier: Dossier): Promise<readonly AdmissionRequest[]> {
  const seen = new Map<string, AdmissionRequest>();
  const asked = new Set<TouchKey>();
  for (let from: readonly Dossier[] = [dossier]; from.length > 0; ) {
    const keys = from.flatMap(namesOfBases).filter((key) => !asked.has(key));
    for (const key of keys) asked.add(key);
    const dossiers = keys.length === 0 ? [] : await books.dossiers.touching(keys);
    const next = (await books.requests.decidedOn(dossiers)).filter(({ id }) => !seen.has(id));
    for (const one of next) seen.set(one.id, one);
    from = await dossiersOf(books, next);
  }
  return [...seen.values()];
}

async function dossiersOf(books: Books, requests: readonly AdmissionRequest[]): Promise<readonly Dossier[]> {
  const digests = new Set(requests.flatMap(({ dossier }) => dossier ?? []));
  const found: Dossier[] = [];
  for (const digest of digests) found.push((await books.dossiers.newest(digest)).dossier);
  return found;
}

async function keysAsBase({ dossiers }: Books, { reference, dossier }: Vetted): Promise<readonly TouchKey[]> {
  if (dossier === null) return [];
  const { artifact } = (await dossiers.newest(dossier)).dossier;
  return [artifact.origin.name, reference.replace(/^hf:|@.*$/g, '')].map(baseKey);
}

function namesOfBases(dossier: Dossier): readonly TouchKey[] {
  const bases = touchKeysOf(dossier).filter((key) => key.startsWith('base:'));
  return bases.map((key) => nameKey(key.slice('base:'.length)));
}
