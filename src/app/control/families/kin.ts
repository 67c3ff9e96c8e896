import type { Dossier } from '../../../domain/dossier.ts';
import { holdsConversion, type Kinship, sameAsBasesIn } from '../../../domain/kin.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { baseKey } from '../../../domain/touch.ts';
import type { Books } from '../../../ports/control-store.ts';
import { ancestorsOf, descendantsOf } from './lineage.ts';
import { sharersOf } from './same-weights.ts';

export interface Kin {
  readonly request: AdmissionRequest;
  readonly how: Kinship;
}

export interface Start {
  readonly request: string;
  readonly dossier: Dossier;
}

/**
 * Everything that a model was made from, as far as somebody recorded that: nearest first, and not its own bytes. `oursAlone`: of
 * what holds the same values only what we were asked to publish.
 */
export async function forebearsOf(books: Books, start: Start, oursAlone: boolean): Promise<readonly Kin[]> {
  const isNew = firstTime();
  return lineFrom(books, [start], async ({ request, dossier }) => {
    const fresh = isNew(dossier.digest);
    return [
      ...(fresh ? await ancestorsOf(books, dossier) : []).map(as('made-from')),
      ...(await forkedFrom(books, request)).map(as('fork')),
      ...(fresh ? await alikeIn(books, { dossier, oursAlone }) : []),
    ];
  });
}

/** Everything that was made from one of these models, as far as somebody recorded that: nearest first, and not their own bytes. */
export async function offspringOf(books: Books, starts: readonly AdmissionRequest[]): Promise<readonly Kin[]> {
  const known = await startsOf(books, starts);
  const [isNew, isNewName] = [firstTime(), firstTime()];
  return lineFrom(books, known, async ({ request, dossier }) => {
    const one = await books.requests.peek(request);
    const named = one !== null && isNewName(`${dossier.digest} ${one.reference}`);
    return [
      ...(named ? await descendantsOf(books, one) : []).map(as('made-from')),
      ...(await forksFrom(books, request)).map(as('fork')),
      ...(isNew(dossier.digest) ? await alikeIn(books, { dossier, oursAlone: false }) : []),
    ];
  });
}

/** Whether this is asked about for the first time: a model is asked for by many requests, whose bytes have the same kin. */
function firstTime(): (what: string) => boolean {
  const asked = new Set<string>();
  return (what) => asked.size < asked.add(what).size;
}

/** Of these, what is admitted and was not revoked. */
export async function admittedOffspringOf(books: Books, start: AdmissionRequest): Promise<readonly Kin[]> {
  const standing: Kin[] = [];
  for (const kin of await offspringOf(books, [start])) {
    const { id, state } = kin.request;
    if (state === 'admitted' && (await books.releases.revokedAt(id)) === null) standing.push(kin);
  }
  return standing;
}

const as =
  (how: Kin['how']) =>
  (request: AdmissionRequest): Kin => ({ request, how });

async function lineFrom(
  books: Books,
  starts: readonly Start[],
  next: (one: Start) => Promise<readonly Kin[]>,
): Promise<readonly Kin[]> {
  const own = new Set(starts.map(({ request }) => request));
  const found = new Map<string, Kin>();
  for (let from = starts; from.length > 0; ) {
    const added: AdmissionRequest[] = [];
    for (const one of from)
      for (const kin of await next(one)) {
        const { id } = kin.request;
        if (own.has(id) || found.has(id)) continue;
        found.set(id, kin);
        added.push(kin.request);
      }
    from = await startsOf(books, added);
  }
  return [...found.values()];
}

async function startsOf({ dossiers }: Books, requests: readonly AdmissionRequest[]): Promise<readonly Start[]> {
  const starts: Start[] = [];
  const read = new Map<string, Dossier>();
  for (const { id, dossier } of requests) {
    if (dossier === null) continue;
    const known = read.get(dossier) ?? (await dossiers.newest(dossier)).dossier;
    read.set(dossier, known);
    starts.push({ request: id, dossier: known });
  }
  return starts;
}

async function forkedFrom({ families, requests }: Books, request: string): Promise<readonly AdmissionRequest[]> {
  const proposed = await families.contribution(request);
  const found: AdmissionRequest[] = [];
  for (const { family, forkOf } of [
    ...(await families.versionsOn(request)),
    ...(proposed === null ? [] : [proposed]),
  ]) {
    const version = forkOf === null ? null : await families.version(family, forkOf);
    const base = version === null ? null : await requests.peek(version.request);
    if (base !== null) found.push(base);
  }
  return found;
}

async function forksFrom({ families, requests }: Books, request: string): Promise<readonly AdmissionRequest[]> {
  const found: AdmissionRequest[] = [];
  for (const { family, version } of await families.versionsOn(request))
    for (const id of await families.forksOf(family, version)) {
      const fork = await requests.peek(id);
      if (fork !== null) found.push(fork);
    }
  return found;
}

interface Alike {
  readonly dossier: Dossier;
  /** What others publish cannot have been withdrawn by us: their dossiers stay closed. */
  readonly oursAlone: boolean;
}

/** The same values in another container or precision: as a registered base says, or a conversion that was redone. */
async function alikeIn(books: Books, { dossier, oursAlone }: Alike): Promise<readonly Kin[]> {
  const found: Kin[] = [];
  const bases = sameAsBasesIn(dossier.evidence);
  const touched = bases.length === 0 ? [] : await books.dossiers.touching(bases.map(baseKey));
  for (const request of await books.requests.decidedOn(touched)) {
    if (request.dossier === null || (oursAlone && request.direction !== 'publish')) continue;
    const other = (await books.dossiers.newest(request.dossier)).dossier;
    if (sameAsBasesIn(other.evidence).some((base) => bases.includes(base))) found.push({ request, how: 'same-values' });
  }
  const own = holdsConversion(dossier.evidence);
  for (const { request, whole } of await sharersOf(books, { dossier: dossier.digest })) {
    if (request.dossier === null || whole) continue;
    if (own || holdsConversion((await books.dossiers.newest(request.dossier)).dossier.evidence))
      found.push({ request, how: 'conversion' });
  }
  return found;
}
