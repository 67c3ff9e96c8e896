import type { Vetting } from '../domain/vetting.ts';
import { hexOf } from '../kernel/digest.ts';
import { bomFacts } from './bom/facts.ts';
import { datasetUrl, shown, uuidOf } from './bom/names.ts';
import { safeJson } from './json.ts';

type Facet = Readonly<Record<string, unknown>>;

/** An event needs a time, and a dossier has none; the note in the run's facet says so. */
const NO_TIME = '1970-01-01T00:00:00Z';
const SPEC = 'https://openlineage.io/spec';

/**
 * The training as its papers tell it, as one OpenLineage run event (openlineage.io, spec 2-0-2): datasets and base models
 * in, the model out. The same dossier gives the same bytes.
 */
export function renderOpenLineage(vetting: Vetting): string {
  const { dossier, tool } = vetting;
  const { origin } = dossier.artifact;
  const facts = bomFacts(vetting);
  const producer = `urn:weighbridge:${shown(tool.version, 100)}`;
  const facet = (rest: Facet, schema?: string): Facet => ({
    _producer: producer,
    _schemaURL: schema === undefined ? 'urn:weighbridge:facet:1' : `${SPEC}/facets/${schema}`,
    ...rest,
  });
  const namespace = origin.source === 'hf' ? 'hf://models' : `weighbridge://${shown(origin.source)}`;
  const note =
    facts.modified === null
      ? 'The time is a placeholder: nobody observed the training.'
      : 'The time is when the model was last changed at its source: nobody observed the training.';
  return safeJson(
    {
      eventType: 'COMPLETE',
      eventTime: facts.modified ?? NO_TIME,
      producer,
      schemaURL: `${SPEC}/2-0-2/OpenLineage.json#/$defs/RunEvent`,
      run: {
        runId: uuidOf('openlineage', dossier.digest),
        facets: { weighbridge_dossier: facet({ dossier: dossier.digest, note }) },
      },
      job: {
        namespace,
        name: shown(`training of ${origin.name}`),
        facets: {
          jobType: facet(
            { processingType: 'BATCH', integration: 'WEIGHBRIDGE', jobType: 'TRAINING' },
            '2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet',
          ),
          ...(facts.papers?.sections.training === undefined
            ? {}
            : {
                documentation: facet(
                  { description: shown(facts.papers.sections.training) },
                  '1-1-0/DocumentationJobFacet.json#/$defs/DocumentationJobFacet',
                ),
              }),
        },
      },
      inputs: [
        ...facts.datasets.map((dataset) => {
          const url = datasetUrl(dataset.name, dataset.url);
          return {
            namespace: url === null ? 'weighbridge://named' : `${new URL(url).protocol}//${new URL(url).host}`,
            name: shown(dataset.name),
            facets: {
              ...(url === null
                ? {}
                : {
                    dataSource: facet(
                      { name: shown(dataset.name), uri: url },
                      '1-0-1/DatasourceDatasetFacet.json#/$defs/DatasourceDatasetFacet',
                    ),
                  }),
              weighbridge_trainingData: facet({
                namedBy: shown(dataset.path),
                licence: dataset.licence === null ? null : shown(dataset.licence),
                generatedBy: dataset.generatedBy === null ? null : shown(dataset.generatedBy),
                personalData: dataset.personalData,
                consent: dataset.consent === null ? null : shown(dataset.consent),
                optOut: dataset.optOut === null ? null : shown(dataset.optOut),
              }),
            },
          };
        }),
        ...facts.bases.map(({ name, relation, path }) => ({
          namespace: 'hf://models',
          name: shown(name),
          facets: {
            weighbridge_baseModel: facet({
              namedBy: shown(path),
              relation: relation === null ? null : shown(relation),
            }),
          },
        })),
      ],
      outputs: [
        {
          namespace,
          name: shown(origin.name),
          facets: {
            version: facet(
              { datasetVersion: shown(origin.revision ?? hexOf(dossier.artifact.digest), 200) },
              '1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet',
            ),
            weighbridge_licence: facet({
              declared: facts.declared.map((name) => shown(name)),
              concluded: facts.concluded.map((name) => shown(name)),
            }),
          },
        },
      ],
    },
    2,
  );
}
