import type { Vetting } from '../../domain/vetting.ts';
import { bomFacts } from '../bom/facts.ts';
import { shown, uuidOf } from '../bom/names.ts';
import { safeJson } from '../json.ts';
import { CREATION, DATA_LICENCE, element, type Naming, nameOf, relationship, type SpdxElement } from './elements.ts';
import { licenceElements, licenceName, orNoAssertion } from './licences.ts';
import {
  baseName,
  basePackage,
  codePackage,
  datasetName,
  datasetPackage,
  fileElement,
  modelPackage,
  NO_TIME,
  unknownAgent,
  vulnerabilityElements,
} from './packages.ts';

/** Files that are listed one by one; a model with more says how many there are. */
const MOST_FILES = 20_000;

/** The vetting as SPDX 3.0.1, with the AI, Dataset, Licensing and Security profiles. The same dossier and policy give the same bytes. */
export function renderSpdx(vetting: Vetting): string {
  const { dossier, policy, tool } = vetting;
  const naming: Naming = { base: `urn:uuid:${uuidOf('spdx', dossier.digest, policy.digest, tool.version)}` };
  const { created, comment } = creation(vetting);
  const parts = partsOf(naming, vetting);
  const document = nameOf(naming, 'document');
  const bom = nameOf(naming, 'bom');
  const graph = [
    {
      type: 'CreationInfo',
      '@id': CREATION,
      specVersion: '3.0.1',
      created,
      comment,
      createdBy: [nameOf(naming, 'weighbridge')],
      createdUsing: [nameOf(naming, 'tool')],
    },
    element('SoftwareAgent', nameOf(naming, 'weighbridge'), { name: 'Weighbridge, run by its user' }),
    element('Tool', nameOf(naming, 'tool'), { name: `weighbridge ${shown(tool.version, 100)}` }),
    element('SpdxDocument', document, {
      name: shown(`${dossier.artifact.origin.name} as vetted by Weighbridge`),
      comment: shown(
        `Dossier ${dossier.digest}. Policy ${policy.id}, version ${policy.version}: ${vetting.verdict.outcome}.${notKnown(vetting)}`,
        8000,
      ),
      dataLicense: DATA_LICENCE,
      profileConformance: ['core', 'software', 'simpleLicensing', 'ai', 'dataset', 'security'],
      rootElement: [bom],
      element: [...parts.map(({ spdxId }) => spdxId), bom],
    }),
    element('software_Sbom', bom, {
      software_sbomType: ['analyzed'],
      rootElement: [nameOf(naming, 'model')],
      element: parts.map(({ spdxId }) => spdxId),
      profileConformance: ['core', 'software', 'ai', 'dataset'],
    }),
    ...parts,
  ];
  return safeJson({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph }, 2);
}

function creation(vetting: Vetting): { readonly created: string; readonly comment: string } {
  const { modified } = bomFacts(vetting);
  return modified === null
    ? {
        created: NO_TIME,
        comment: 'A placeholder: a bill carries no time of its own, so that the same dossier gives the same bytes.',
      }
    : {
        created: modified,
        comment: 'When the model was last changed at its source; the bill carries no time of its own.',
      };
}

function notKnown({ openQuestions }: Vetting): string {
  if (openQuestions.length === 0) return '';
  return ` Not known: ${openQuestions
    .slice(0, 50)
    .map(({ question }) => question)
    .join('; ')}.`;
}

function partsOf(naming: Naming, vetting: Vetting): readonly SpdxElement[] {
  const facts = bomFacts(vetting);
  const model = nameOf(naming, 'model');
  const files = vetting.dossier.artifact.files.slice(0, MOST_FILES).map((file) => fileElement(naming, file));
  const datasets = facts.datasets.map((dataset) => datasetPackage(naming, dataset));
  const bases = facts.bases.map((base) => basePackage(naming, base));
  const code = facts.packages.map((one) => codePackage(naming, one));
  const codeNames = new Set(code.map(({ spdxId }) => String(spdxId)));
  const licences = [
    ...facts.declared,
    ...facts.concluded,
    ...facts.datasets.flatMap(({ licence }) => (licence === null ? [] : [licence])),
  ];
  const named = (names: readonly string[]) =>
    orNoAssertion([...new Set(names.map((name) => licenceName(naming, name)))]);
  const to = (elements: readonly SpdxElement[]) => elements.map(({ spdxId }) => String(spdxId));
  const links = [
    { from: model, type: 'hasDeclaredLicense', to: named(facts.declared) },
    { from: model, type: 'hasConcludedLicense', to: named(facts.concluded) },
    // The profiles ask for one of each on every model and dataset, also where nothing is known.
    ...facts.datasets.flatMap(({ name, licence }) => [
      { from: datasetName(naming, name), type: 'hasDeclaredLicense', to: named(licence === null ? [] : [licence]) },
      { from: datasetName(naming, name), type: 'hasConcludedLicense', to: named([]) },
    ]),
    ...facts.bases.flatMap(({ name }) => [
      { from: baseName(naming, name), type: 'hasDeclaredLicense', to: named([]) },
      { from: baseName(naming, name), type: 'hasConcludedLicense', to: named([]) },
    ]),
    { from: model, type: 'trainedOn', to: to(datasets) },
    { from: model, type: 'descendantOf', to: facts.bases.map(({ name }) => baseName(naming, name)) },
    { from: model, type: 'contains', to: to(files), complete: true },
    { from: model, type: 'dependsOn', to: to(code) },
  ];
  const all = [
    modelPackage(naming, vetting, facts),
    unknownAgent(naming),
    ...licenceElements(naming, licences),
    ...datasets,
    ...bases,
    ...files,
    ...code,
    ...links.filter(({ to: ends }) => ends.length > 0).map((link) => relationship(naming, link)),
    ...facts.vulnerabilities.flatMap((one) => vulnerabilityElements(naming, one, codeNames)),
  ];
  return onceEach(all);
}

/** Names from outside may meet in one element. */
function onceEach(elements: readonly SpdxElement[]): readonly SpdxElement[] {
  return [...new Map(elements.map((one) => [one.spdxId, one])).values()];
}
