import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import { findingOf } from '../../src/domain/finding.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import { renderReport } from '../../src/reports/table.ts';
import { scratchFolder } from '../support/scratch.ts';
import {
  admitted,
  check,
  completed,
  denied,
  EXAMPLE_RULES,
  HOSTILE_TEXTS,
  hostile,
  reviewed,
} from './example-vetting.ts';
import { card, config, HERON_CARD, withPapers } from './papers.ts';

const DEPENDENCIES = {
  packages: [
    {
      ecosystem: 'PyPI',
      name: 'torch',
      requirement: { kind: 'pinned', version: '2.1.0' },
      origin: 'manifest',
      places: [{ path: 'requirements.txt', member: [], line: 1 }],
      more: 0,
    },
    { ecosystem: 'npm', name: '@heron/run', requirement: { kind: 'any' }, origin: 'import', places: [], more: 0 },
  ],
  problems: [],
};

const TORCH = findingOf(EXAMPLE_RULES.contradicts, {
  message: 'torch 2.1.0 has CVE-2024-48063.',
  vulnerability: {
    ids: ['CVE-2024-48063', 'GHSA-w6cf-mm5h-84c4'],
    ecosystem: 'PyPI',
    package: 'torch',
    version: '2.1.0',
    score: 9.8,
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    fixed: '2.5.0',
  },
});

/** A model of which everything is known that a bill can tell. */
function heron(): Vetting {
  const base = denied();
  const checks = [
    ...base.dossier.checks,
    check('vulnerabilities', 'Is a known fault in what it needs?', completed(TORCH)),
  ];
  const told = { ...base, dossier: assembleDossier({ ...base.dossier, checks }) };
  const documents = [card(HERON_CARD), config({ model_type: 'llama', architectures: ['LlamaForCausalLM'] })];
  const now = base.vettedAt;
  return withPapers(told, documents, [evidenceOf('dependencies', 'intake', now, DEPENDENCIES)]);
}

const EXAMPLES: readonly (readonly [string, Vetting])[] = [
  ['a model of which much is known', heron()],
  ['a denied model', denied()],
  ['a model to review', reviewed()],
  ['an admitted model', admitted()],
  ...HOSTILE_TEXTS.map((text) => [`hostile ${JSON.stringify(text.slice(0, 30))}`, hostile(text)] as const),
  ...HOSTILE_TEXTS.map((text): readonly [string, Vetting] => [
    `hostile papers ${JSON.stringify(text.slice(0, 30))}`,
    withPapers(denied(), [
      card(
        `---\nlicense: ${JSON.stringify(text)}\nbase_model: ${JSON.stringify(text)}\ndatasets: [${JSON.stringify(text)}]\n---\n# ${text}\n## Uses\n${text}\n`,
      ),
      config({ model_type: text, architectures: [text], dataset_name: text }),
    ]),
  ]),
];

describe.each(['1.6', '1.7'] as const)('a bill of materials as CycloneDX %s', (version) => {
  const validator = new Validation.JsonStrictValidator(version === '1.6' ? Spec.Version.v1dot6 : Spec.Version.v1dot7);
  const bill = (vetting: Vetting) => renderReport(`cyclonedx-${version}`, vetting);

  it.each(EXAMPLES)('is what the official schema asks for: %s', async (_, vetting) => {
    expect(await validator.validate(bill(vetting))).toBeNull();
  });

  it('would be refused by the same validator if a word were wrong', async () => {
    const wrong = bill(heron()).replace('"machine-learning-model"', '"model"');
    expect(await validator.validate(wrong)).not.toBeNull();
  });

  it('points to nothing that is not there, and has no name twice', () => {
    const whole = JSON.parse(bill(heron()));
    const names = [...JSON.stringify(whole).matchAll(/"bom-ref":"((?:[^"\\]|\\.)*)"/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const refs = [...JSON.stringify(whole).matchAll(/"(?:ref|requirement|target|assessor)":"((?:[^"\\]|\\.)*)"/g)];
    for (const [, ref] of refs) expect(names).toContain(ref);
  });

  it('tells the model, its base, its data, its licences, its packages and their faults', () => {
    const { metadata, components, vulnerabilities, declarations, definitions } = JSON.parse(bill(heron()));
    const { component } = metadata;
    expect(component.purl).toMatch(/^pkg:huggingface\/.*@4f1c9e27b0d8a6635e1f0c2b9d7745a80e3fbc12$/);
    expect(component.licenses).toEqual([{ license: { id: 'Apache-2.0', acknowledgement: 'declared' } }]);
    expect(component.pedigree.ancestors[0]).toMatchObject({ name: 'marshlight/heron-7b-base' });
    expect(component.modelCard.modelParameters).toMatchObject({
      task: 'text-generation',
      architectureFamily: 'llama',
      modelArchitecture: 'LlamaForCausalLM',
      inputs: [{ format: 'text' }],
    });
    expect(component.modelCard.quantitativeAnalysis.performanceMetrics).toEqual([
      { type: 'accuracy', value: '71.3', slice: 'MarshBench' },
    ]);
    expect(component.modelCard.considerations.technicalLimitations[0]).toContain('It makes numbers up.');
    expect(components.map(({ name, type }: { name: string; type: string }) => `${type} ${name}`)).toEqual([
      'data marshlight/reeds',
      'data harbour-notes',
      'data marshlight/open-reeds',
      'library torch',
      'library @heron/run',
    ]);
    expect(components[1].licenses).toEqual([{ license: { id: 'CC-BY-NC-4.0', acknowledgement: 'declared' } }]);
    expect(components[3].purl).toBe('pkg:pypi/torch@2.1.0');
    expect(vulnerabilities).toMatchObject([
      {
        id: 'CVE-2024-48063',
        ratings: [{ score: 9.8, method: 'CVSSv31' }],
        affects: [{ ref: 'package:PyPI/torch@2.1.0' }],
        analysis: { state: 'in_triage' },
      },
    ]);
    expect(declarations.attestations[0].map[0].conformance.score).toBe(0);
    expect(definitions.standards[0].name).toBe('default');
  });

  it('gives a hash only for bytes that were hashed here', () => {
    const { component } = JSON.parse(bill(denied())).metadata;
    const byName = new Map(component.components.map((one: { name: string }) => [one.name, one]));
    expect(byName.get('config.json')).toHaveProperty('hashes');
    expect(byName.get('model-00001-of-00004.safetensors')).not.toHaveProperty('hashes');
  });
});

/** The AI and Dataset profiles, and the core, ask for these (SPDX 3.0.1, pages of the classes). */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  ai_AIPackage: [
    'suppliedBy',
    'releaseTime',
    'software_downloadLocation',
    'software_packageVersion',
    'software_primaryPurpose',
  ],
  dataset_DatasetPackage: [
    'originatedBy',
    'builtTime',
    'releaseTime',
    'software_downloadLocation',
    'software_primaryPurpose',
    'dataset_datasetType',
  ],
  Relationship: ['from', 'to', 'relationshipType'],
  SpdxDocument: ['rootElement', 'element', 'dataLicense'],
  CreationInfo: ['specVersion', 'created', 'createdBy'],
  security_Vulnerability: ['externalIdentifier'],
};

interface Element {
  readonly [key: string]: unknown;
  readonly type: string;
  readonly spdxId: string;
}

function graphOf(vetting: Vetting): readonly Element[] {
  return JSON.parse(renderReport('spdx', vetting))['@graph'];
}

describe('a bill of materials as SPDX 3.0.1', () => {
  it.each(EXAMPLES)('has what the profiles ask for, and points to nothing that is not there: %s', (_, vetting) => {
    const graph = graphOf(vetting);
    const names = new Set(graph.map(({ spdxId }) => spdxId));
    expect(names.size).toBe(graph.length);
    for (const element of graph) {
      for (const property of ASKED[element.type] ?? []) expect(element).toHaveProperty(property);
      if (element.type !== 'CreationInfo') expect(element['creationInfo']).toBe('_:creation');
      for (const end of [element['from'], ...(Array.isArray(element['to']) ? element['to'] : [])]) {
        if (typeof end === 'string' && !end.startsWith('https://spdx.org/')) expect(names).toContain(end);
      }
    }
  });

  it('has one declared and one concluded licence for every model and dataset', () => {
    const graph = graphOf(heron());
    for (const { type, spdxId } of graph.filter(
      ({ type }) => type === 'ai_AIPackage' || type === 'dataset_DatasetPackage',
    )) {
      for (const wanted of ['hasDeclaredLicense', 'hasConcludedLicense']) {
        const links = graph.filter((one) => one['from'] === spdxId && one['relationshipType'] === wanted);
        expect([type, links.length]).toEqual([type, 1]);
      }
    }
  });

  it('tells what the model was trained on, descends from, and under which licence', () => {
    const graph = graphOf(heron());
    const links = graph.filter(({ type }) => type === 'Relationship').map((one) => String(one['relationshipType']));
    for (const type of [
      'trainedOn',
      'descendantOf',
      'contains',
      'dependsOn',
      'hasDeclaredLicense',
      'hasConcludedLicense',
    ])
      expect(links).toContain(type);
    const expressions = graph.flatMap((one) => one['simplelicensing_licenseExpression'] ?? []);
    expect(expressions).toContain('Apache-2.0');
    expect(expressions).toContain('CC-BY-NC-4.0');
    expect(graph.find(({ type }) => type === 'ai_AIPackage')).toMatchObject({ ai_domain: ['text-generation'] });
  });

  const python = process.env['WEIGHBRIDGE_TEST_PYTHON'] ?? 'python3';
  const probe = spawnSync(python, ['-c', 'import spdx_python_model'], { encoding: 'utf8' });
  if (probe.status !== 0) process.stderr.write('SPDX documents are not read by spdx-python-model: it is not there\n');

  it.skipIf(probe.status !== 0)("is read by the SPDX project's own bindings", () => {
    const folder = scratchFolder();
    const files = [...EXAMPLES.keys()].map((at) => join(folder, `${at}.json`));
    for (const [at, [, vetting]] of EXAMPLES.entries()) writeFileSync(files[at] ?? '', renderReport('spdx', vetting));
    const reader = fileURLToPath(new URL('spdx-model.py', import.meta.url));
    const answer = spawnSync(python, [reader], { input: `${files.join('\n')}\n`, encoding: 'utf8' });
    expect(answer.stdout.trim().split('\n')).toEqual(files.map(() => '[]'));
  });
});

describe('bills of materials', () => {
  it.each(['cyclonedx', 'cyclonedx-1.6', 'cyclonedx-1.7', 'spdx'] as const)(
    '%s is the same to the byte whenever, and however fast, the same dossier was made',
    (format) => {
      const vetting = heron();
      const later = {
        ...vetting,
        vettedAt: '2031-01-01T00:00:00.000Z',
        reading: { ...vetting.reading, milliseconds: 1 },
        dossier: {
          ...vetting.dossier,
          evidence: vetting.dossier.evidence.map((one) => ({ ...one, collectedAt: '2031-01-01T00:00:00.000Z' })),
        },
      };
      expect(renderReport(format, later)).toBe(renderReport(format, vetting));
    },
  );
});
