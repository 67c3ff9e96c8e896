import type { Publication } from '../../../domain/openness.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import type { Books } from '../../../ports/control-store.ts';
import { type Sharer, sharersOf } from './same-weights.ts';

export interface Ours extends Sharer {
  readonly publication: Publication | null;
}

/** What was asked for as ours among all that has the same weights. */
export async function oursAmong(books: Books, request: AdmissionRequest): Promise<readonly Ours[]> {
  const ours: Ours[] = [];
  for (const one of await sharersOf(books, request))
    if (one.request.direction === 'publish')
      ours.push({ ...one, publication: await books.publications.of(one.request.id) });
  return ours;
}

export interface Standing {
  /** What was taken back from outsiders. */
  readonly back: readonly Ours[];
  /** What people let out since the last of them. */
  readonly out: readonly Ours[];
}

export function standing(ours: readonly Ours[]): Standing {
  const back = ours.filter(({ publication }) => (publication?.withdrawn ?? null) !== null);
  // Beyond -Infinity lies what never was.
  const since = Math.max(...back.map(({ publication }) => Date.parse(publication?.withdrawn?.at ?? '')));
  return { back, out: ours.filter(({ publication }) => publication !== null && isOut(publication, since)) };
}

function isOut({ level, withdrawn, at }: Publication, since: number): boolean {
  return level !== 'internal' && withdrawn === null && Date.parse(at) > since;
}

/** Whether one of those that are out has all the weights that `held` share: a shard of them lets no other shard out. */
export function letOut(out: readonly Sharer[], held: readonly Sharer[]): boolean {
  const weights = new Set(held.flatMap((one) => [...one.weights]));
  return out.some((one) => one.whole || (weights.size > 0 && [...weights].every((file) => one.weights.has(file))));
}

/** The last time that any of the same weights were taken back from outsiders. */
export async function lastWithdrawal(books: Books, request: AdmissionRequest): Promise<Publication['withdrawn']> {
  return lastOf(await oursAmong(books, request));
}

/** The same, unless people let them out anew since. */
export async function standingWithdrawal(books: Books, request: AdmissionRequest): Promise<Publication['withdrawn']> {
  const ours = await oursAmong(books, request);
  const { back, out } = standing(ours);
  return letOut(out, back) ? null : lastOf(back);
}

function lastOf(ours: readonly Ours[]): Publication['withdrawn'] {
  let last: Publication['withdrawn'] = null;
  for (const { publication } of ours) {
    const back = publication?.withdrawn ?? null;
    if (back !== null && (last === null || Date.parse(back.at) > Date.parse(last.at))) last = back;
  }
  return last;
}
