import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findModels } from '../../src/adapters/adopt/find-models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const HERE = import.meta.dirname;
const home = realpathSync(scratchFolder());
const house = join(home, 'house');
const unpacked = spawnSync('tar', ['-xzf', join(HERE, 'house.tar.gz'), '-C', home]).status === 0;

const [FIRST, SECOND] = ['1'.repeat(40), '2'.repeat(40)];

describe.skipIf(!unpacked)('houses that the tools themselves laid out (skipped where there is no tar)', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'hf',
      [
        ['acme/part', `hub/models--acme--part/snapshots/${FIRST}`],
        ['acme/small', `hub/models--acme--small/snapshots/${FIRST}`],
        ['acme/small@v2', `hub/models--acme--small/snapshots/${SECOND}`],
      ],
    ],
    ['hf-without-links', [['acme/small', `models--acme--small/snapshots/${FIRST}`]]],
    ['hf-local', [['hf-local', '']]],
  ])('a cache of huggingface_hub is its snapshots, links or not: %s', async (folder, wanted) => {
    const root = join(house, folder);
    const { models, outOfReach } = await findModels(root);
    expect(models.map(({ name, reference }) => [name, reference.slice(root.length + 1)])).toEqual(wanted);
    expect(outOfReach).toEqual([]);
  });

  it('a tracking store of MLflow, moved since, gives its models the names of its registry', async () => {
    const { models } = await findModels(join(house, 'mlflow'));
    expect(models.map(({ house: kind, name }) => [kind, name.replace(/m-[0-9a-f]{32}/, 'm-…')])).toEqual([
      ['mlflow', 'churn v1'],
      ['mlflow', 'churn v2'],
      ['mlflow', 'exported-code'],
      ['mlflow', 'exported-skops'],
      ['mlflow', 'trial (m-…)'],
    ]);
  });

  it('a store of Ollama is every blob that a runner would load', async () => {
    const { models } = await findModels(join(house, 'ollama'));
    expect(models.map(({ name }) => name)).toEqual([
      'acme/seeing:latest',
      'acme/seeing:latest (adapter)',
      'acme/seeing:latest (projector)',
      'hf.co/acme/small-GGUF:Q4_K_M, llama3:8b',
    ]);
  });

  it('get their first dossiers, the worst first, with what stands in the way of most', async () => {
    const { code, stdout } = await wb(['adopt', join(house, 'mlflow'), '--exposure', 'internal'], { home });
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^deny +exported-code {2}mlflow {2}[0-9a-f]{8}\n +Loading it runs code that no model needs\.\n/,
    );
    expect(stdout).toMatch(/\nreview +churn v1 {2}mlflow {2}/);
    expect(stdout).toContain('5 models: 1 deny, 4 review.');
    expect(stdout).toMatch(/What stands in the way, and of how many\n +5 {2}\S/);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('what serves models in a cluster', () => {
  it('is found in what Kustomize and Helm print', async () => {
    const { models, outOfReach } = await findModels(join(HERE, 'manifests'));
    expect(models.map(({ name, reference }) => [name, reference])).toEqual([
      ['configmap/prod-embed-289k22fgtd', 'hf:acme/embed'],
      ['deployment/prod-chat', 'hf:acme/chat-7b@4f3a2b1'],
      ['deployment/prod-chat', 'hf:acme/claims-lora'],
      ['deployment/prod-summary', 'hf:acme/summary-3b'],
      ['inferenceservice/prod-fraud', 'hf:acme/rank'],
    ]);
    expect(outOfReach.map(({ name, reference }) => [name, reference])).toEqual([
      ['inferenceservice/prod-fraud', 's3://models/fraud'],
      ['inferenceservice/prod-ocr', 'pvc://models/ocr'],
      ['pod/tgi', '/models/local'],
    ]);
  });

  it('is found in what they are made of, anchors and several documents included; templates are named', async () => {
    const { models, outOfReach } = await findModels(join(HERE, 'make'));
    expect(models.map(({ name, reference }) => [name, reference])).toEqual([
      ['deployment/chat', 'hf:acme/chat-7b@4f3a2b1'],
      ['deployment/chat', 'hf:acme/claims-lora'],
      ['inferenceservice/fraud', 'hf:acme/rank'],
      ['inferenceservice/ocr', 'hf:acme/ocr@v1.2'],
    ]);
    expect(outOfReach.map(({ reference }) => reference)).toEqual(['chart/templates/serve.yaml', 's3://models/fraud']);
  });
});

it('follows no link to a folder elsewhere, and says so; what lies below is found where it lies', async () => {
  const [below, elsewhere] = [join(home, 'linked'), join(home, 'elsewhere')];
  for (const folder of [join(below, 'real'), elsewhere]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(below, 'real', 'config.json'), '{"model_type": "llama"}');
  symlinkSync(elsewhere, join(below, 'out'));
  symlinkSync(join(below, 'real'), join(below, 'again'));
  const { models, outOfReach } = await findModels(below);
  expect(models.map(({ name }) => name)).toEqual(['real']);
  expect(outOfReach).toMatchObject([{ name: 'out', why: expect.stringContaining('link') }]);
});
