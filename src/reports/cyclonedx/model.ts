import type { FileRecord } from '../../domain/artifact.ts';
import type { BaseClaim } from '../../domain/papers.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { hexOf } from '../../kernel/digest.ts';
import type { BomFacts } from '../bom/facts.ts';
import { directionOf, isHubName, modelPurl, shown } from '../bom/names.ts';
import { dataRef } from './components.ts';
import { type CycloneObject, licence, properties, REFS } from './parts.ts';

/** Files that are listed one by one; a model with more says how many there are. */
const MOST_FILES = 20_000;

/** The model itself: what it is, what it was made from, and every file of it. */
export function modelComponent(vetting: Vetting, facts: BomFacts): CycloneObject {
  const { artifact } = vetting.dossier;
  const { origin, files } = artifact;
  const purl = modelPurl(origin);
  const licences = [
    ...facts.declared.map((name) => licence(name, 'declared')),
    ...facts.concluded.map((name) => licence(name, 'concluded')),
  ];
  const listed = files.slice(0, MOST_FILES);
  return {
    type: 'machine-learning-model',
    'bom-ref': REFS.model,
    name: shown(origin.name),
    version: shown(origin.revision ?? hexOf(artifact.digest), 200),
    ...(licences.length === 0 ? {} : { licenses: licences }),
    ...(purl === null ? {} : { purl }),
    ...pedigree(facts.bases),
    ...(listed.length === 0 ? {} : { components: listed.map(fileComponent) }),
    modelCard: modelCard(facts),
    properties: properties([
      ['artifact', artifact.digest],
      ['model-signing-root', artifact.manifest],
      ['source', shown(origin.source)],
      ['requested-revision', origin.requested === null ? null : shown(origin.requested)],
      ['files-not-listed', files.length > MOST_FILES ? String(files.length - MOST_FILES) : null],
      ['licence-concluded', facts.concluded.length === 0 ? 'not known' : null],
      ['training-data', facts.datasets.length === 0 ? 'not stated' : null],
      ...vetting.openQuestions
        .slice(0, 100)
        .map(({ state, question, why }): [string, string] => [`not-known:${state}`, shown(`${question}: ${why}`)]),
    ]),
  };
}

function pedigree(bases: readonly BaseClaim[]): CycloneObject {
  if (bases.length === 0) return {};
  const ancestors = bases.map(({ name, relation, path }) => {
    const purl = isHubName(name) ? modelPurl({ source: 'hf', name, revision: null }) : null;
    return {
      type: 'machine-learning-model',
      'bom-ref': `base:${shown(name)}`,
      name: shown(name),
      ...(purl === null ? {} : { purl }),
      properties: properties([
        ['relation', relation === null ? 'not stated' : shown(relation)],
        ['named-by', shown(path)],
      ]),
    };
  });
  return { pedigree: { ancestors, notes: "By the word of the model's papers." } };
}

/** A hash only where the bytes were hashed here: a claimed one must not pass for a measured one. */
function fileComponent({ path, size, kind, role, digest }: FileRecord): CycloneObject {
  return {
    type: 'file',
    'bom-ref': `file:${path.toWellFormed()}`,
    name: path.toWellFormed(),
    ...(digest.kind === 'proven' ? { hashes: [{ alg: 'SHA-256', content: hexOf(digest.sha256) }] } : {}),
    properties: properties([
      ['size', String(size)],
      ['kind', kind],
      ['role', role],
      ['claimed-sha256', digest.kind === 'claimed' ? `${hexOf(digest.sha256)} by ${shown(digest.by)}` : null],
      ['sha256', digest.kind === 'unknown' ? `not known: ${shown(digest.reason)}` : null],
    ]),
  };
}

function modelCard({ papers, datasets }: BomFacts): CycloneObject {
  const task = papers?.task ?? null;
  const [inputs, outputs] = task === null ? [[], []] : directionOf(task);
  const { architectures = [], modelType = null, results = [] } = papers ?? {};
  const [architecture] = architectures;
  const considerations = considerationsOf(papers?.sections ?? {});
  return {
    modelParameters: {
      ...(task === null ? {} : { task: shown(task) }),
      ...(modelType === null ? {} : { architectureFamily: shown(modelType) }),
      ...(architecture === undefined ? {} : { modelArchitecture: shown(architecture) }),
      datasets: datasets.map(({ name }) => ({ ref: dataRef(name) })),
      inputs: inputs.map((format) => ({ format })),
      outputs: outputs.map((format) => ({ format })),
    },
    ...(results.length === 0
      ? {}
      : {
          quantitativeAnalysis: {
            performanceMetrics: results.map(({ metric, value, dataset }) => ({
              type: shown(metric),
              value: shown(value),
              slice: shown(dataset),
            })),
          },
        }),
    ...(considerations === null ? {} : { considerations }),
  };
}

type Sections = NonNullable<BomFacts['papers']>['sections'];

function considerationsOf({ uses, limits, environment }: Sections): CycloneObject | null {
  if (uses === undefined && limits === undefined && environment === undefined) return null;
  return {
    ...(uses === undefined ? {} : { useCases: [shown(uses)] }),
    ...(limits === undefined ? {} : { technicalLimitations: [shown(limits)] }),
    ...(environment === undefined
      ? {}
      : { environmentalConsiderations: { properties: properties([['card', shown(environment)]]) } }),
  };
}
