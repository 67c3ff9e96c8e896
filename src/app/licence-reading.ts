import { type CaseMaterial, caseOfModel } from '../analyzers/licence/case.ts';
import type { Dossier } from '../domain/dossier.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { type LicenceReading, licenceReadingIn } from '../domain/licence.ts';
import type { Json } from '../kernel/json.ts';
import { judgeCase } from '../licences/judge-case.ts';
import { loadKnowledge } from '../licences/load.ts';
import type { Clock } from '../ports/clock.ts';

/** The licences of a model read against its use, with what the user's own dossiers say of its base models. */
export async function readLicences(
  material: CaseMaterial,
  bases: ReadonlyMap<string, Dossier>,
): Promise<LicenceReading> {
  const knowledge = await loadKnowledge();
  return judgeCase(knowledge.library, caseOfModel(material, knowledge, concludedOf(bases)));
}

/** Under which licences each base was found to be. */
function concludedOf(bases: ReadonlyMap<string, Dossier>): ReadonlyMap<string, string> {
  const concluded = [...bases].map(
    ([name, { evidence }]) => [name, (licenceReadingIn(evidence)?.concluded ?? []).join(' AND ')] as const,
  );
  return new Map(concluded.filter(([, licences]) => licences !== ''));
}

/** The reading as evidence, so that the dossier binds it: vetting by other facts makes another dossier. */
export function readingEvidence(reading: LicenceReading, clock: Clock): Evidence {
  return evidenceOf('licence-reading', 'licences', clock.now().toISOString(), wellFormed(reading));
}

/** Quotations may be cut within a character, and JSON may hold halves of one: canonical JSON has no place for them. */
function wellFormed(reading: LicenceReading): Json {
  const mended: unknown = JSON.parse(JSON.stringify(reading), (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
  return mended as Json;
}
