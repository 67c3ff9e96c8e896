import type { Dossier } from '../../../domain/dossier.ts';
import { FOREBEAR } from '../../../domain/kin.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Books } from '../../../ports/control-store.ts';
import { forebearsOf, type Start } from '../families/kin.ts';
import { standingWithdrawal } from '../families/ours.ts';
import { sharersOf } from '../families/same-weights.ts';

/** What a model was made from, or holds the same values as, that was taken back from outsiders and not let out anew. */
export interface WithdrawnBase {
  readonly request: string;
  readonly at: string;
  readonly why: string;
}

export async function withdrawnBases(books: Books, start: Start): Promise<readonly WithdrawnBase[]> {
  // Every vetting asks, and few houses ever took anything back: the whole line is looked for only then.
  if (!(await books.publications.anyWithdrawn())) return [];
  const kin = await forebearsOf(books, start, true);
  if (kin.length === 0) return [];
  const same = new Set((await sharersOf(books, { dossier: start.dossier.digest })).map(({ request }) => request.id));
  const found = new Map<string, WithdrawnBase>();
  for (const { request, how } of kin) {
    // Of the same bytes other rules speak; a conversion shares a file with what holds both.
    if (how !== 'conversion' && same.has(request.id)) continue;
    const back = await standingWithdrawal(books, request);
    if (back === null || found.has(back.at)) continue;
    const why = `what ${FOREBEAR[how]} (${request.id}) was withdrawn at ${back.at}: ${back.reason}`;
    found.set(back.at, { request: request.id, at: back.at, why });
  }
  return [...found.values()];
}

/** The same of a request that was vetted. */
export async function basesBack(
  books: Books,
  { id, dossier }: Pick<AdmissionRequest, 'id' | 'dossier'>,
): Promise<readonly WithdrawnBase[]> {
  return dossier === null ? [] : withdrawnBases(books, { request: id, dossier: await openDossier(books, dossier) });
}

async function openDossier({ dossiers }: Books, digest: Dossier['digest']): Promise<Dossier> {
  return (await dossiers.newest(digest)).dossier;
}

/** Why it may not serve outsiders: what it was made from came back, and nobody has ruled on it since. */
export async function keptAsMadeFrom(books: Books, request: AdmissionRequest): Promise<string | null> {
  for (const { at, why } of await basesBack(books, request))
    if (!(await ruledSince(books, request, Date.parse(at)))) return `${why}; ask for it anew, for people to rule on`;
  return null;
}

/** Whether people admitted these very bytes since, or let them out by a publication that they began since. */
async function ruledSince(books: Books, request: AdmissionRequest, since: number): Promise<boolean> {
  for (const { request: one, whole } of await sharersOf(books, request)) {
    if (!whole || one.state !== 'admitted' || (await books.releases.revokedAt(one.id)) !== null) continue;
    const publication = await books.publications.of(one.id);
    if (publication !== null && publication.level !== 'internal' && Date.parse(publication.at) > since) return true;
    const rulings = await books.requests.rulings(one.id);
    if (rulings.some(({ ruling, at }) => ruling === 'admitted' && Date.parse(at) > since)) return true;
  }
  return false;
}
