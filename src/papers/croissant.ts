import type { DatasetClaim } from '../domain/papers.ts';
import { isJsonObject, type Json, member } from '../kernel/json.ts';
import { datasetClaim } from './claims.ts';
import { textOf, textsOf } from './document.ts';

/** Whether a JSON document is a Croissant description (mlcommons.org/croissant/1.0) by what it says it conforms to, or by its shape. */
export function isCroissant(json: Json | undefined): boolean {
  if (!isJsonObject(json)) return false;
  const conforms = textsOf(member(json, 'conformsTo') ?? member(json, 'dct:conformsTo'));
  if (conforms.some((one) => /mlcommons\.org\/croissant/i.test(one))) return true;
  const context = JSON.stringify(json['@context'] ?? null);
  return (
    /mlcommons\.org\/croissant/.test(context.slice(0, 20_000)) && (textOf(json['@type']) ?? '').endsWith('Dataset')
  );
}

/** What a Croissant file, version 1.0 with the terms of Croissant RAI 1.0, says of its dataset. */
export function readCroissant(path: string, json: Json | undefined): readonly DatasetClaim[] {
  const field = (...names: readonly string[]): string | null =>
    names.map((name) => textOf(member(json, name))).find((text) => text !== null) ?? null;
  const name = field('name', 'sc:name');
  if (name === null) return [];
  const rai = (term: string): string | null => field(`rai:${term}`, term);
  const sensitive = textsOf(
    member(json, 'rai:personalSensitiveInformation') ?? member(json, 'personalSensitiveInformation'),
  );
  return [
    datasetClaim({
      name,
      paper: 'croissant',
      path,
      line: null,
      licence: licenceName(field('license', 'sc:license')),
      url: field('url', 'sc:url', '@id'),
      // Terms of the vocabulary: dataCollection says how, dataCollectionType of which kinds ("Synthetic data" among them).
      collection: rai('dataCollection') ?? rai('dataCollectionType'),
      consent: rai('dataSubjectConsent') ?? rai('annotatorConsent') ?? rai('dataReleaseMaintenancePlan'),
      personalData:
        sensitive.length === 0 ? null : !sensitive.every((one) => /^(?:none|no\b|n\/a|not? applicable)/i.test(one)),
      generatedBy: syntheticFrom(json),
    }),
  ];
}

/** `https://creativecommons.org/licenses/by-nc/4.0/` is cc-by-nc-4.0; SPDX addresses end in the id. */
function licenceName(stated: string | null): string | null {
  if (stated === null) return null;
  const commons = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i.exec(stated);
  if (commons !== null) return commons[1] === 'zero' ? `cc0-${commons[2]}` : `cc-${commons[1]}-${commons[2]}`;
  return /spdx\.org\/licenses\/([\w.-]+?)(?:\.html)?$/i.exec(stated)?.[1] ?? stated;
}

function syntheticFrom(json: Json | undefined): string | null {
  const platform = textOf(member(json, 'rai:machineAnnotationTools') ?? member(json, 'machineAnnotationTools'));
  const collection = textsOf(member(json, 'rai:dataCollectionType') ?? member(json, 'dataCollectionType'));
  const synthetic = member(json, 'rai:hasSyntheticData') === true || collection.some((one) => /synthetic/i.test(one));
  return synthetic ? (platform ?? 'a model that is not named') : null;
}
