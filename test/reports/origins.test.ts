import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { findingOf, type Rule } from '../../src/domain/finding.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { originGraph } from '../../src/reports/origins/graph.ts';
import { renderReport } from '../../src/reports/table.ts';
import { admitted, check, completed, denied, HOSTILE_TEXTS } from './example-vetting.ts';
import { card, HERON_CARD, withPapers } from './papers.ts';

const RULE: Rule = {
  id: 'training-data/known-problem',
  says: 'review',
  severity: 'high',
  title: 'A dataset is known to be withdrawn.',
  why: '',
  remedy: '',
  references: [],
};

function heron(): Vetting {
  const base = denied();
  const finding = findingOf(RULE, {
    message: 'marshlight/reeds was withdrawn.',
    operation: 'marshlight/reeds · reeds',
  });
  const checks = [...base.dossier.checks, check('training-data', 'What was it trained on?', completed(finding))];
  return withPapers({ ...base, dossier: assembleDossier({ ...base.dossier, checks }) }, [card(HERON_CARD)]);
}

describe('what a model was made from', () => {
  it('is a graph of writers, datasets and bases, with what was found about each', () => {
    const { nodes, edges } = originGraph(heron());
    expect(nodes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'writer gpt-4',
      'dataset marshlight/reeds',
      'dataset harbour-notes',
      'dataset marshlight/open-reeds',
      'base marshlight/heron-7b-base',
      `model ${denied().dossier.artifact.origin.name}`,
    ]);
    expect(edges.map(({ from, how, to }) => `${from.name} ${how} ${to.kind}`)).toEqual([
      'marshlight/reeds trained on model',
      'harbour-notes trained on model',
      'gpt-4 wrote dataset',
      'marshlight/open-reeds trained on model',
      'marshlight/heron-7b-base finetune model',
    ]);
    expect(nodes[1]?.findings).toHaveLength(1);
    expect(nodes[2]?.findings).toHaveLength(0);
  });

  it('is a picture with words for who cannot see it, and rows', () => {
    const page = renderReport('html', heron());
    expect(page).toContain('id="origins"');
    expect(page).toMatch(/role="img" aria-label="[^"]*harbour-notes was written by gpt-4/);
    expect(page).toContain('marshlight/reeds was withdrawn.');
    expect(page).toContain('href="#origins"');
  });

  it('is left out where the papers say nothing', () => {
    expect(renderReport('html', admitted())).not.toContain('id="origins"');
  });

  it('shows only some of very many, and says how many more', () => {
    const many = Array.from({ length: 400 }, (_, at) => `- org/set-${at}`).join('\n');
    const page = renderReport('html', withPapers(admitted(), [card(`---\ndatasets:\n${many}\n---\n`)]));
    expect(page).toContain('and 390 more');
    expect(page).toContain('And 200 more sources');
  });
});

/** What OpenLineage's spec 2-0-2 asks of a run event, as far as we write one: names, times, facets that say who made them. */
const facets = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['_producer', '_schemaURL'],
    properties: { _producer: { type: 'string', format: 'uri' }, _schemaURL: { type: 'string', format: 'uri' } },
  },
};
const named = {
  type: 'object',
  required: ['namespace', 'name'],
  properties: { namespace: { type: 'string' }, name: { type: 'string' }, facets },
};
const ajv = new Ajv2020.default({ strict: true, strictTypes: false });
addFormats.default(ajv);
const isRunEvent = ajv.compile({
  type: 'object',
  required: ['eventTime', 'producer', 'schemaURL', 'run', 'job', 'inputs', 'outputs'],
  properties: {
    eventType: { enum: ['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER'] },
    eventTime: { type: 'string', format: 'date-time' },
    producer: { type: 'string', format: 'uri' },
    schemaURL: { type: 'string', format: 'uri' },
    run: { type: 'object', required: ['runId'], properties: { runId: { type: 'string', format: 'uuid' }, facets } },
    job: named,
    inputs: { type: 'array', items: named },
    outputs: { type: 'array', items: named },
  },
});

describe('OpenLineage', () => {
  it.each<[string, Vetting]>([
    ['a model of which much is known', heron()],
    ['a model of which nothing is known', admitted()],
    ...HOSTILE_TEXTS.map((text): [string, Vetting] => [
      JSON.stringify(text.slice(0, 30)),
      withPapers(denied(), [card(`---\ndatasets: [${JSON.stringify(text)}]\n---\n`)]),
    ]),
  ])('is one run event: %s', (_, vetting) => {
    isRunEvent(JSON.parse(renderReport('openlineage', vetting)));
    expect(isRunEvent.errors).toBeNull();
  });

  it('has the datasets and the base going in, and the model coming out', () => {
    const { inputs, outputs, job } = JSON.parse(renderReport('openlineage', heron()));
    expect(inputs.map(({ name }: { name: string }) => name)).toEqual([
      'marshlight/reeds',
      'harbour-notes',
      'marshlight/open-reeds',
      'marshlight/heron-7b-base',
    ]);
    expect(inputs[1].facets.weighbridge_trainingData).toMatchObject({ licence: 'cc-by-nc-4.0', generatedBy: 'gpt-4' });
    expect(outputs).toHaveLength(1);
    expect(job.facets.jobType).toMatchObject({ jobType: 'TRAINING' });
  });

  it('is the same to the byte for the same dossier', () => {
    expect(renderReport('openlineage', { ...heron(), vettedAt: '2031-01-01T00:00:00.000Z' })).toBe(
      renderReport('openlineage', heron()),
    );
  });
});
