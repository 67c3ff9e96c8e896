import type { FileRecord } from '../../domain/artifact.ts';
import { type ListedPackage, spellRequirement } from '../../domain/dependency.ts';
import type { BaseClaim, DatasetClaim } from '../../domain/papers.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { hexOf } from '../../kernel/digest.ts';
import { type BomFacts, type KnownVulnerability, versionOf } from '../bom/facts.ts';
import { datasetUrl, isHubName, modelPurl, packagePurl, shown } from '../bom/names.ts';
import { element, type Naming, NO_ASSERTION_ELEMENT, nameOf, type SpdxElement, text } from './elements.ts';

/** When nothing is known of it, the earliest time that SPDX can write; each element that holds it says so. */
export const NO_TIME = '1970-01-01T00:00:00Z';
const NO_TIME_NOTE = 'Times are placeholders: none is known, and SPDX asks for one.';

/** Who brings something where nobody is known to have. */
export function unknownAgent(naming: Naming): SpdxElement {
  return element('Agent', nameOf(naming, 'unknown-agent'), { name: 'not known' });
}

/** The model (AI profile), with all that the profile asks for. */
export function modelPackage(naming: Naming, { dossier }: Vetting, facts: BomFacts): SpdxElement {
  const { artifact } = dossier;
  const { papers, modified } = facts;
  const purl = modelPurl(artifact.origin);
  const { architectures = [], modelType = null, results = [], sections = {} } = papers ?? {};
  const kinds = [...new Set([...architectures, ...(modelType === null ? [] : [modelType])])];
  const personal = facts.datasets.some(({ personalData }) => personalData === true);
  return element('ai_AIPackage', nameOf(naming, 'model'), {
    name: text(artifact.origin.name),
    ...(modified === null ? { comment: NO_TIME_NOTE } : {}),
    suppliedBy: nameOf(naming, 'unknown-agent'),
    releaseTime: modified ?? NO_TIME,
    software_packageVersion: shown(artifact.origin.revision ?? hexOf(artifact.digest), 200),
    software_primaryPurpose: 'model',
    software_downloadLocation: modelAddress(artifact.origin) ?? NO_ASSERTION_ELEMENT,
    ...(purl === null ? {} : { software_packageUrl: purl }),
    software_copyrightText: 'NOASSERTION',
    ...(kinds.length === 0 ? {} : { ai_typeOfModel: kinds.map(text) }),
    ...(papers?.task == null ? {} : { ai_domain: [text(papers.task)] }),
    ...(sections.uses === undefined ? {} : { ai_informationAboutApplication: text(sections.uses) }),
    ...(sections.training === undefined ? {} : { ai_informationAboutTraining: text(sections.training) }),
    ...(sections.preprocessing === undefined ? {} : { ai_modelDataPreprocessing: [text(sections.preprocessing)] }),
    ...(sections.limits === undefined ? {} : { ai_limitation: text(sections.limits) }),
    ...(results.length === 0
      ? {}
      : {
          ai_metric: results.map(({ dataset, metric, value }) => ({
            type: 'DictionaryEntry',
            key: text(`${metric} on ${dataset}`),
            value: text(value),
          })),
        }),
    // Only that one of its datasets is said to hold some is known; that none does is a claim of nobody.
    ai_useSensitivePersonalInformation: personal ? 'yes' : 'noAssertion',
    ai_autonomyType: 'noAssertion',
  });
}

function modelAddress({ source, name, revision }: Vetting['dossier']['artifact']['origin']): string | null {
  if (source === 'hf' && isHubName(name) && revision !== null && /^[0-9a-f]{40,64}$/.test(revision)) {
    return `https://huggingface.co/${name}/tree/${revision}`;
  }
  return source === 'https' && URL.canParse(name) ? new URL(name).href : null;
}

/** A dataset that the model's papers name (Dataset profile). */
export function datasetPackage(naming: Naming, dataset: DatasetClaim): SpdxElement {
  const { name, personalData, collection, consent, optOut, generatedBy, path } = dataset;
  const notes = [
    `Named by ${path}.`,
    generatedBy === null ? '' : `Said to be written by ${generatedBy}.`,
    consent === null ? '' : `Consent: ${consent}.`,
    optOut === null ? '' : `Opt-out: ${optOut}.`,
    NO_TIME_NOTE,
  ];
  return element('dataset_DatasetPackage', datasetName(naming, name), {
    name: text(name),
    comment: text(notes.filter((note) => note !== '').join(' ')),
    originatedBy: [nameOf(naming, 'unknown-agent')],
    builtTime: NO_TIME,
    releaseTime: NO_TIME,
    software_primaryPurpose: 'data',
    software_downloadLocation: datasetUrl(name, dataset.url) ?? NO_ASSERTION_ELEMENT,
    dataset_datasetType: ['noAssertion'],
    dataset_hasSensitivePersonalInformation: personalData === null ? 'noAssertion' : personalData ? 'yes' : 'no',
    ...(collection === null ? {} : { dataset_dataCollectionProcess: text(collection) }),
  });
}

export function datasetName(naming: Naming, name: string): string {
  return nameOf(naming, 'dataset', name.slice(0, 300));
}

/** A model that this one was made from, by its papers' word. */
export function basePackage(naming: Naming, { name, relation, path }: BaseClaim): SpdxElement {
  const purl = isHubName(name) ? modelPurl({ source: 'hf', name, revision: null }) : null;
  return element('ai_AIPackage', baseName(naming, name), {
    name: text(name),
    comment: text(`Named by ${path}, as ${relation ?? 'a base'}. ${NO_TIME_NOTE}`),
    suppliedBy: nameOf(naming, 'unknown-agent'),
    releaseTime: NO_TIME,
    software_packageVersion: 'NOASSERTION',
    software_primaryPurpose: 'model',
    software_downloadLocation: isHubName(name) ? `https://huggingface.co/${name}` : NO_ASSERTION_ELEMENT,
    ...(purl === null ? {} : { software_packageUrl: purl }),
  });
}

export function baseName(naming: Naming, name: string): string {
  return nameOf(naming, 'base', name.slice(0, 300));
}

/** One file; a hash only where the bytes were hashed here. */
export function fileElement(naming: Naming, { path, size, kind, role, digest }: FileRecord): SpdxElement {
  const known =
    digest.kind === 'proven'
      ? { verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: hexOf(digest.sha256) }] }
      : {};
  const claim = digest.kind === 'claimed' ? ` SHA-256 by the word of ${digest.by}: ${hexOf(digest.sha256)}.` : '';
  return element('software_File', fileName(naming, path), {
    name: path.toWellFormed(),
    comment: text(`${size} bytes, ${kind}.${claim}`),
    software_fileKind: 'file',
    software_primaryPurpose: PURPOSES[role],
    ...known,
  });
}

const PURPOSES: Readonly<Record<FileRecord['role'], string>> = {
  weights: 'model',
  config: 'configuration',
  tokenizer: 'data',
  code: 'source',
  card: 'documentation',
  licence: 'documentation',
  document: 'documentation',
  other: 'file',
};

export function fileName(naming: Naming, path: string): string {
  return nameOf(naming, 'file', path);
}

/** A package of code that whoever runs the model would have. */
export function codePackage(naming: Naming, one: ListedPackage): SpdxElement {
  const version = versionOf(one);
  const purl = packagePurl(one.ecosystem, one.name, version);
  return element('software_Package', codeName(naming, one.ecosystem, one.name, version), {
    name: text(one.name),
    comment: text(`${spellRequirement(one.name, one.requirement)}; known by ${one.origin}.`),
    ...(version === null ? {} : { software_packageVersion: shown(version, 200) }),
    ...(purl === null ? {} : { software_packageUrl: purl }),
  });
}

export function codeName(naming: Naming, ecosystem: string, name: string, version: string | null): string {
  return nameOf(naming, 'package', `${ecosystem}/${name}@${version ?? ''}`);
}

/** A known vulnerability, and that nobody has tried yet whether it matters here. */
export function vulnerabilityElements(
  naming: Naming,
  one: KnownVulnerability,
  listed: ReadonlySet<string>,
): readonly SpdxElement[] {
  const [id = 'unknown'] = one.ids;
  const key = `${id}/${one.package}/${one.version}`;
  const spdxId = nameOf(naming, 'vulnerability', key);
  const targets = [one.version, null].map((version) => codeName(naming, one.ecosystem, one.package, version));
  const target = targets.find((name) => listed.has(name)) ?? nameOf(naming, 'model');
  const waiver =
    one.waiver === null ? '' : ` Accepted by ${one.waiver.owner} until ${one.waiver.until}: ${one.waiver.reason}`;
  return [
    element('security_Vulnerability', spdxId, {
      name: text(id),
      description: text(one.finding.message),
      externalIdentifier: one.ids.slice(0, 20).map((alias) => ({
        type: 'ExternalIdentifier',
        externalIdentifierType: /^CVE-\d{4}-\d+$/.test(alias) ? 'cve' : 'securityOther',
        identifier: shown(alias, 200),
      })),
    }),
    element('security_VexUnderInvestigationVulnAssessmentRelationship', nameOf(naming, 'vex', key), {
      from: spdxId,
      relationshipType: 'underInvestigationFor',
      to: [target],
      security_assessedElement: target,
      security_statusNotes: text(`Matched by version; whether the model reaches the fault was not tried.${waiver}`),
    }),
  ];
}
