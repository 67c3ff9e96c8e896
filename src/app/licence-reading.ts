import { basesNamed, type CaseMaterial, caseOfModel } from '../analyzers/licence/case.ts';
import { type Evidence, evidenceOf } from '../domain/evidence.ts';
import { type LicenceReading, licenceReadingIn } from '../domain/licence.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { judgeCase } from '../licences/judge-case.ts';
import { loadKnowledge } from '../licences/load.ts';
import type { Clock } from '../ports/clock.ts';
import type { DossierStore } from '../ports/dossier-store.ts';

/** The licences of a model read against its use, with what the user's own dossiers say of its base models. */
export async function readLicences(store: DossierStore, material: CaseMaterial): Promise<LicenceReading> {
  const [knowledge, vetted] = await Promise.all([loadKnowledge(), vettedBases(store, basesNamed(material.inventory))]);
  return judgeCase(knowledge.library, caseOfModel(material, knowledge, vetted));
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

/**
 * Base models that were vetted here: under which licences they were found to be, by the name that the card gives them. A
 * damaged dossier, wherever it lies, leaves the base unknown: the model at hand is not to blame for it.
 */
async function vettedBases(store: DossierStore, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (names.length === 0) return found;
  try {
    const kept = await store.list();
    for (const name of names) {
      const summary = kept.find(({ reference }) => sameName(reference, name));
      if (summary === undefined) continue;
      const { dossier } = await store.newest(summary.dossier);
      const concluded = licenceReadingIn(dossier.evidence)?.concluded ?? [];
      if (concluded.length > 0) found.set(name, concluded.join(' AND '));
    }
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
  }
  return found;
}

/** `hf:org/name@revision` is org/name; of a folder, its last name counts, and only for a base that has no owner. */
function sameName(reference: string, name: string): boolean {
  const plain = reference
    .replace(/^hf:/, '')
    .replace(/@[^/]*$/, '')
    .replace(/\/+$/, '');
  return plain === name || (!name.includes('/') && !reference.startsWith('hf:') && plain.split('/').at(-1) === name);
}
