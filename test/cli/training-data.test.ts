import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/finding.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { digestOf, hexOf } from '../../src/kernel/digest.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const CONFIG = '{"model_type":"llama"}';
/** An empty safetensors file. */
const WEIGHTS = Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('{}')]);

async function vetted(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...flags: readonly string[]
): Promise<Vetting> {
  return vettedAs('heron', files, ...flags);
}

async function vettedAs(
  name: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ...flags: readonly string[]
): Promise<Vetting> {
  const folder = join(scratchFolder(), name);
  for (const [path, content] of Object.entries({ 'config.json': CONFIG, 'model.safetensors': WEIGHTS, ...files })) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const { stdout, stderr } = await wb(['vet', folder, '--quiet', '--format', 'json', ...flags], { home });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function findingsOf({ dossier }: Vetting, analyzer: string): readonly Finding[] {
  const outcome = dossier.checks.find((check) => check.analyzer === analyzer)?.outcome;
  if (outcome?.kind !== 'completed') throw new Error(`${analyzer}: ${JSON.stringify(outcome)}`);
  return outcome.findings;
}

const rulesOf = (vetting: Vetting, analyzer: string) =>
  findingsOf(vetting, analyzer).map(({ rule }) => rule.slice(analyzer.length + 1));

describe('training data', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing said', { 'README.md': '# Heron\n' }, ['undeclared']],
    ['no data from outside', { 'README.md': '# Heron\nNo data sets from outside were used.\n' }, []],
    [
      'a withdrawn dataset',
      { 'README.md': '---\ndatasets: [laion/laion2B-en]\n---\n' },
      ['dataset-without-licence', 'known-problem'],
    ],
    [
      'a dataset that a closed model wrote',
      { 'README.md': '---\ndatasets: [tatsu-lab/alpaca]\n---\n' },
      ['closed-model-output', 'dataset-without-licence'],
    ],
    [
      'labels by GPT-4, in a sentence',
      { 'README.md': '# H\nNo data sets from outside. Labels were generated with GPT-4.\n' },
      ['closed-model-output'],
    ],
    [
      'labels by an open model',
      { 'README.md': '# H\nNo data sets from outside. Labels were generated with GPT-OSS-20B.\n' },
      [],
    ],
    [
      'a trainer that used what the card denies',
      { 'README.md': '# H\nNo data sets from outside.\n', 'train.json': '{"dataset_name":"a/b"}' },
      ['contradicts-no-outside-data', 'dataset-without-licence'],
    ],
    [
      'a trainer that used more than the card says',
      { 'README.md': '---\ndatasets: [a/b]\n---\n', 'train.json': '{"datasets":["a/b","c/d"]}' },
      ['dataset-without-licence', 'not-in-card'],
    ],
    [
      'claims that nothing shows',
      { 'README.md': '---\ndatasets: [a/b]\n---\nWe honour opt-outs by robots.txt.\n' },
      ['claim-without-evidence', 'dataset-without-licence'],
    ],
    [
      'front matter that is no map',
      { 'README.md': '---\n- a\n---\nNo data sets from outside.\n' },
      ['paper-unreadable'],
    ],
    [
      'front matter with aliases',
      { 'README.md': '---\na: &x [1]\nb: *x\n---\nNo data sets from outside.\n' },
      ['paper-unreadable'],
    ],
    [
      'a key that stands twice',
      { 'README.md': '---\nlicense: mit\nlicense: gpl-3.0\n---\nNo data sets from outside.\n' },
      ['paper-unreadable'],
    ],
  ])('%s', async (_, files, rules) => {
    expect([...new Set(rulesOf(await vetted(files), 'training-data'))].sort()).toEqual(rules);
  });

  it('is held against the use: a non-commercial dataset forbids to earn money with it', async () => {
    const files = { 'README.md': '---\nlicense: mit\ndatasets:\n- name: notes\n  license: cc-by-nc-4.0\n---\n' };
    expect(rulesOf(await vetted(files), 'training-data')).toContain('dataset-forbids');
    const free = await vetted(files, '--commercial', 'no', '--exposure', 'internal');
    expect(rulesOf(free, 'training-data')).not.toContain('dataset-forbids');
  });

  it('takes the licence from the Croissant file of a dataset that the card names', async () => {
    const croissant = {
      '@context': { cr: 'http://mlcommons.org/croissant/' },
      '@type': 'sc:Dataset',
      name: 'notes',
      conformsTo: 'http://mlcommons.org/croissant/1.0',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      'rai:personalSensitiveInformation': 'Names of skippers',
    };
    const vetting = await vetted({
      'README.md': '---\nlicense: mit\ndatasets: [org/notes]\n---\n',
      'croissant.json': JSON.stringify(croissant),
    });
    expect(rulesOf(vetting, 'training-data')).toEqual(['personal-data']);
  });

  it.each<[string, string, string]>([
    ['lower than the arithmetic allows', 'epsilon = 3', 'privacy-claim-too-low'],
    ['what the arithmetic gives', 'epsilon = 7.33', 'privacy-claim-holds'],
    ['without an epsilon', 'a privacy budget', 'privacy-claim-unsupported'],
  ])('tells a claim of differential privacy that is %s', async (_, epsilon, rule) => {
    const card = `# H\nNo data sets from outside.\n\n## Privacy\nTrained with DP-SGD at ${epsilon}, delta = 1e-5, sampling rate 0.04, noise multiplier 1.5, 2,250 steps.\n`;
    const findings = findingsOf(await vetted({ 'README.md': card }), 'training-data');
    expect(findings.map((one) => one.rule)).toEqual([`training-data/${rule}`]);
    if (rule === 'privacy-claim-too-low') expect(findings[0]?.message).toContain('epsilon 7.329');
  });

  it('holds a federated claim in front matter to the same arithmetic', async () => {
    const card =
      '---\nprivacy:\n  epsilon: 0.5\n  delta: 1.0e-6\n  noise_multiplier: 1.0\n  unit: user\n  federated: {rounds: 1000, clients_per_round: 100, clients: 5000, clip_norm: 0.5, noise_added_by: server}\n---\nNo data sets from outside.\n';
    expect(rulesOf(await vetted({ 'README.md': card }), 'training-data')).toEqual(['privacy-claim-too-low']);
  });

  it('is not known from a card that is no text', async () => {
    const vetting = await vetted({ 'README.md': Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80, 0x81, 0x00, 0x01, 0x02]) });
    expect(rulesOf(vetting, 'training-data')).toEqual(['undeclared', 'paper-unreadable']);
  });
});

describe('bills of materials that came with a model', () => {
  const right = hexOf(digestOf(WEIGHTS));
  const bill = (sha256: string, more: object = {}, name = 'model.safetensors') =>
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      metadata: {
        component: {
          type: 'machine-learning-model',
          'bom-ref': 'm',
          name: 'heron',
          licenses: [{ license: { id: 'Apache-2.0' } }],
          components: [{ type: 'file', 'bom-ref': 'f', name, hashes: [{ alg: 'SHA-256', content: sha256 }] }],
          ...more,
        },
      },
    });
  const card = '---\nlicense: apache-2.0\nbase_model: a/base\ndatasets: [a/b]\n---\n';

  it.each<[string, string, string, readonly string[]]>([
    ['agree', card, bill(right), []],
    ['give a file another hash', card, bill('ab'.repeat(32)), ['wrong-hash']],
    ['list what is not there', card, bill(right, {}, 'other.safetensors'), ['missing-file', 'unlisted-weights']],
    ['name another licence', card.replace('apache-2.0', 'mit'), bill(right), ['other-licence']],
    [
      'name another base',
      card,
      bill(right, { pedigree: { ancestors: [{ type: 'machine-learning-model', name: 'c/other' }] } }),
      ['other-base'],
    ],
    [
      'name other data',
      card,
      bill(right, { modelCard: { modelParameters: { datasets: [{ type: 'dataset', name: 'x/secret' }] } } }),
      ['other-data'],
    ],
  ])('%s', async (_, readme, bom, rules) => {
    expect([...rulesOf(await vetted({ 'README.md': readme, 'bom.json': bom }), 'bom-claims')].sort()).toEqual(rules);
  });

  it('of our own making agree with the model, in every format', async () => {
    const folder = join(scratchFolder(), 'heron');
    mkdirSync(folder);
    writeFileSync(join(folder, 'README.md'), card);
    writeFileSync(join(folder, 'config.json'), CONFIG);
    writeFileSync(join(folder, 'model.safetensors'), WEIGHTS);
    for (const format of ['cyclonedx-1.6', 'cyclonedx-1.7', 'spdx']) {
      const { stdout } = await wb(['vet', folder, '--quiet', '--format', format], { home });
      const vetting = await vetted({ 'README.md': card, 'own.json': stdout });
      expect([format, ...findingsOf(vetting, 'bom-claims').map(({ message }) => message)]).toEqual([format]);
    }
  });
});

describe('data that a base does not know', () => {
  it('is told where the base was vetted here and names its own', async () => {
    await vettedAs('stork', { 'README.md': '---\ndatasets: [org/reeds]\n---\n' });
    const tuned = '---\nbase_model: stork\ndatasets: [org/reeds, org/marsh]\n---\n';
    const findings = findingsOf(await vettedAs('stork-tuned', { 'README.md': tuned }), 'training-data');
    const news = findings.filter(({ rule }) => rule === 'training-data/new-to-base');
    expect(news.map(({ message }) => message)).toEqual([
      'org/marsh is not among the data that stork is said to be trained on.',
    ]);
  });

  it('is no news of a base that names none, or that nobody vetted', async () => {
    await vettedAs('ibis', { 'README.md': '# Ibis\n' });
    for (const base of ['ibis', 'spoonbill']) {
      const tuned = `---\nbase_model: ${base}\ndatasets: [org/marsh]\n---\n`;
      expect(rulesOf(await vettedAs('tuned', { 'README.md': tuned }), 'training-data')).not.toContain('new-to-base');
    }
  });
});
