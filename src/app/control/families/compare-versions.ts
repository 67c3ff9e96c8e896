import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { fileDifferences, findingDifferences } from '../../../domain/difference.ts';
import { type Dossier, findingsIn } from '../../../domain/dossier.ts';
import { identityOf } from '../../../domain/finding.ts';
import { licenceReadingIn } from '../../../domain/licence.ts';
import { touchKeysOf } from '../../../domain/touch.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { familyBy, shownVersion, versionBy } from './versions.ts';

/** Rows of an answer; models with more differences are different models. */
const MOST = 1000;

/** How a version differs from the baseline, or from the version that is named: by their dossiers, not by their bytes. */
export async function compareVersions(
  desk: Desk,
  input: ParsedInputOf<'version.compare'>,
): Promise<OutputOf<'version.compare'>> {
  const { name, baseline } = await familyBy(desk, input.family);
  const other = input.with ?? baseline;
  if (other === null) throw new WeighbridgeError('baseline-missing', name);
  const after = await shownVersion(desk, await versionBy(desk, name, input.version));
  const before = await shownVersion(desk, await versionBy(desk, name, other));
  const dossierOf = async (digest: string) => (await desk.books.dossiers.newest(digest)).dossier;
  const [old, young] = [await dossierOf(before.dossier), await dossierOf(after.dossier)];
  const files = fileDifferences(old, young);
  const { added, gone } = findingDifferences(old, young);
  return {
    before,
    after,
    files: files.slice(0, MOST).map((one) => ({ ...one })),
    filesInAll: files.length,
    findingsAdded: findingsOf(young, added),
    findingsGone: findingsOf(old, gone),
    licence: { before: licenceOf(old), after: licenceOf(young) },
    bases: { before: basesOf(old), after: basesOf(young) },
  };
}

function findingsOf(dossier: Dossier, identities: readonly string[]): OutputOf<'version.compare'>['findingsAdded'] {
  const wanted = new Set(identities);
  return findingsIn(dossier)
    .filter((finding) => wanted.delete(identityOf(finding)))
    .slice(0, MOST)
    .map(({ rule, says, severity, message, location }) => ({
      rule,
      says,
      severity,
      message,
      path: location?.path ?? null,
    }));
}

function licenceOf({ evidence }: Dossier): OutputOf<'version.compare'>['licence']['before'] {
  const reading = licenceReadingIn(evidence);
  return reading === null ? null : { verdict: reading.verdict, concluded: [...reading.concluded] };
}

function basesOf(dossier: Dossier): string[] {
  return touchKeysOf(dossier)
    .flatMap((key) => (key.startsWith('base:') ? [key.slice('base:'.length)] : []))
    .sort();
}
