import type { Dossier } from '../domain/dossier.ts';
import type { Evidence } from '../domain/evidence.ts';
import { isJsonObject, member } from '../kernel/json.ts';
import { factsMoved } from '../licences/facts-under.ts';
import type { LicenceKnowledge } from '../licences/load.ts';
import { type StatedCase, statedCaseShape } from '../licences/stated-case.ts';
import type { DossierStore } from '../ports/dossier-store.ts';
import { baseDataEvidence } from './base-data.ts';
import { readAgain, readingEvidence } from './licence-reading.ts';
import { vettedBases } from './vetted-bases.ts';

interface Known {
  readonly store: Pick<DossierStore, 'list' | 'newest'>;
  readonly knowledge: LicenceKnowledge;
  readonly now: Date;
}

/**
 * The evidence with the licences read by today's facts, from what the model was found to say. Where that was not kept, a
 * reading whose facts moved is dropped: the question is open until the model is vetted again.
 */
export async function licencesAgain(
  { use }: Pick<Dossier, 'use'>,
  evidence: readonly Evidence[],
  { store, knowledge, now }: Known,
): Promise<readonly Evidence[]> {
  const stated = statedIn(evidence);
  if (stated === null) return evidence.filter((one) => one.kind !== 'licence-reading' || !moved(one, knowledge));
  const bases = await vettedBases(store, basesOf(stated));
  const fresh = readingEvidence(readAgain(stated, use, bases, knowledge), knowledge, now);
  return withNews(evidence, [fresh, ...baseDataEvidence(bases, now)]);
}

/** What was seen again keeps its time; what is new stands where its like stood, or at the end. */
function withNews(evidence: readonly Evidence[], news: readonly Evidence[]): readonly Evidence[] {
  const seen = evidence.map(
    (one) => news.find(({ kind, digest }) => kind === one.kind && digest !== one.digest) ?? one,
  );
  return [...seen, ...news.filter(({ kind }) => !evidence.some((one) => one.kind === kind))];
}

/** Whether the licences would read otherwise today: a fact moved, or a base was vetted since. */
export async function licencesMoved(dossier: Pick<Dossier, 'use' | 'evidence'>, known: Known): Promise<boolean> {
  const { evidence } = dossier;
  if (evidence.some((one) => one.kind === 'licence-reading' && moved(one, known.knowledge))) return true;
  const stated = statedIn(evidence);
  if (stated === null || stated.namedBases.length === 0) return false;
  const again = await licencesAgain(dossier, evidence, known);
  return again.length !== evidence.length || again.some(({ digest }, at) => digest !== evidence[at]?.digest);
}

/** A reading that does not say what it rests on may rest on anything. */
function moved({ body }: Evidence, knowledge: LicenceKnowledge): boolean {
  const facts = member(body, 'facts');
  if (!isJsonObject(facts)) return true;
  return factsMoved(facts, knowledge);
}

function statedIn(evidence: readonly Evidence[]): StatedCase | null {
  const parsed = statedCaseShape.safeParse(evidence.find(({ kind }) => kind === 'licence-case')?.body);
  return parsed.success ? parsed.data : null;
}

function basesOf({ namedBases }: StatedCase): readonly string[] {
  return namedBases.map(({ name }) => name);
}
