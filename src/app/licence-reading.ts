import { type CaseMaterial, statedCaseOf } from '../analyzers/licence/case.ts';
import type { Dossier } from '../domain/dossier.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { type LicenceReading, licenceReadingIn } from '../domain/licence.ts';
import type { IntendedUse } from '../domain/use.ts';
import type { Json } from '../kernel/json.ts';
import { LIMITS } from '../kernel/limits.ts';
import { factsUnder } from '../licences/facts-under.ts';
import { judgeCase } from '../licences/judge-case.ts';
import type { LicenceKnowledge } from '../licences/load.ts';
import { caseFrom, type StatedCase } from '../licences/stated-case.ts';
import { statedUseOf } from '../licences/use/stated.ts';
import { withoutSecrets } from '../text/secrets/redact.ts';

/** What was read: of which statements, and how they read today. */
export interface LicencesRead {
  readonly stated: StatedCase;
  readonly reading: LicenceReading;
}

/** The licences of a model read against its use, with what the user's own dossiers say of its base models. */
export function readLicences(
  material: CaseMaterial,
  use: IntendedUse,
  bases: ReadonlyMap<string, Dossier>,
  knowledge: LicenceKnowledge,
): LicencesRead {
  const stated = harmless(statedCaseOf(material));
  return { stated, reading: readAgain(stated, use, bases, knowledge) };
}

/** The same from statements that were kept. */
export function readAgain(
  stated: StatedCase,
  use: IntendedUse,
  bases: ReadonlyMap<string, Dossier>,
  knowledge: LicenceKnowledge,
): LicenceReading {
  // The statements hold no credential any more; cutting a quotation makes none.
  return mended(judgeCase(knowledge.library, caseFrom(stated, statedUseOf(use), knowledge, concludedOf(bases))), whole);
}

/** Under which licences each base was found to be. */
function concludedOf(bases: ReadonlyMap<string, Dossier>): ReadonlyMap<string, string> {
  const concluded = [...bases].map(
    ([name, { evidence }]) => [name, (licenceReadingIn(evidence)?.concluded ?? []).join(' AND ')] as const,
  );
  return new Map(concluded.filter(([, licences]) => licences !== ''));
}

/**
 * The reading as evidence, with the records it rests on, so that the dossier binds it: vetting by other facts makes another
 * dossier.
 */
export function readingEvidence(reading: LicenceReading, knowledge: LicenceKnowledge, now: Date): Evidence {
  const body = { ...reading, facts: factsUnder(reading, knowledge) } as unknown as Json;
  return evidenceOf('licence-reading', 'licences', now.toISOString(), body);
}

/** The statements as evidence, to be read again when facts move; none where they are too long to keep. */
export function statedEvidence(stated: StatedCase, now: Date): readonly Evidence[] {
  const size = JSON.stringify(stated).length;
  if (size > LIMITS.keptStatements) return [];
  return [evidenceOf('licence-case', 'licences', now.toISOString(), stated as unknown as Json)];
}

/** Quotations may be cut within a character, and cards hold credentials: neither goes into a dossier. */
function harmless<T>(value: T): T {
  return mended(value, withoutSecrets);
}

function whole(text: string): string {
  return text.toWellFormed();
}

function mended<T>(value: T, mend: (text: string) => string): T {
  const after: unknown = JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string' ? mend(one) : one,
  );
  return after as T;
}
