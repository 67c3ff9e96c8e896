import { isAskedFor, type ListedPackage, spellRequirement } from '../../domain/dependency.ts';
import type { DatasetClaim } from '../../domain/papers.ts';
import { versionOf } from '../bom/facts.ts';
import { datasetUrl, packagePurl, shown } from '../bom/names.ts';
import { type CycloneObject, licence, properties } from './parts.ts';

/** A dataset that the model's papers name. */
export function dataComponent(dataset: DatasetClaim): CycloneObject {
  const { name, licence: stated, personalData, path, line, paper } = dataset;
  const url = datasetUrl(name, dataset.url);
  return {
    type: 'data',
    'bom-ref': dataRef(name),
    name: shown(name),
    ...(stated === null ? {} : { licenses: [licence(stated, 'declared')] }),
    ...(url === null ? {} : { externalReferences: [{ type: 'distribution', url }] }),
    data: [
      {
        type: 'dataset',
        name: shown(name),
        ...(personalData === true ? { sensitiveData: ['personal data'] } : {}),
        ...(dataset.collection === null ? {} : { description: shown(dataset.collection) }),
      },
    ],
    properties: properties([
      ['named-by', `${paper}: ${shown(path)}${line === null ? '' : `:${line}`}`],
      ['licence', stated === null ? 'not stated' : null],
      ['generated-by', dataset.generatedBy === null ? null : shown(dataset.generatedBy)],
      ['personal-data', personalData === null ? 'not stated' : personalData ? 'yes' : 'no'],
      ['consent', dataset.consent === null ? null : shown(dataset.consent)],
      ['opt-out', dataset.optOut === null ? null : shown(dataset.optOut)],
    ]),
  };
}

export function dataRef(name: string): string {
  return `data:${shown(name)}`;
}

/** A package that whoever runs the model would have. */
export function packageComponent(one: ListedPackage): CycloneObject {
  const { ecosystem, name, requirement } = one;
  const version = versionOf(one);
  const purl = packagePurl(ecosystem, name, version);
  const [place] = one.places;
  return {
    type: 'library',
    'bom-ref': packageRef(ecosystem, name, version),
    name: shown(name),
    ...(version === null ? {} : { version: shown(version, 200) }),
    scope: isAskedFor(one) ? 'required' : 'optional',
    ...(purl === null ? {} : { purl }),
    properties: properties([
      ['requirement', shown(spellRequirement(name, requirement))],
      ['known-by', one.origin],
      ['place', place === undefined ? null : shown([place.path, ...place.member].join('!'))],
    ]),
  };
}

export function packageRef(ecosystem: string, name: string, version: string | null): string {
  return shown(`package:${ecosystem}/${name}${version === null ? '' : `@${version}`}`);
}
