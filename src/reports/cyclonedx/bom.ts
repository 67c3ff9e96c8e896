import type { Vetting } from '../../domain/vetting.ts';
import { bomFacts } from '../bom/facts.ts';
import { shown, uuidOf } from '../bom/names.ts';
import { safeJson } from '../json.ts';
import { dataComponent, packageComponent } from './components.ts';
import { declarations, definitions } from './declarations.ts';
import { modelComponent } from './model.ts';
import { type CycloneObject, properties, REFS } from './parts.ts';
import { vulnerabilityOf } from './vulnerabilities.ts';

export type CycloneVersion = '1.6' | '1.7';

/** Citations need a time, and a dossier has none: the earliest that its form can write, and a note that says so. */
const NO_TIME = '1970-01-01T00:00:00Z';

/** The vetting as a machine-learning bill of materials (CycloneDX, ECMA-424). The same dossier and policy give the same bytes. */
export function renderCycloneDx(vetting: Vetting, specVersion: CycloneVersion): string {
  const { dossier, policy, tool } = vetting;
  const facts = bomFacts(vetting);
  const data = facts.datasets.map(dataComponent);
  const packages = facts.packages.map(packageComponent);
  const listed = new Set(packages.map((one) => one['bom-ref']));
  return safeJson(
    {
      $schema: `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`,
      bomFormat: 'CycloneDX',
      specVersion,
      serialNumber: `urn:uuid:${uuidOf('cyclonedx', specVersion, dossier.digest, policy.digest, tool.version)}`,
      version: 1,
      metadata: {
        ...(facts.modified === null ? {} : { timestamp: facts.modified }),
        lifecycles: [{ phase: 'post-build' }],
        tools: {
          components: [{ type: 'application', 'bom-ref': REFS.tool, name: 'weighbridge', version: tool.version }],
        },
        component: modelComponent(vetting, facts),
        properties: properties([
          ['dossier', dossier.digest],
          ['policy', `${shown(policy.id)} version ${policy.version}, ${policy.digest}`],
          ['verdict', vetting.verdict.outcome],
        ]),
      },
      components: [...data, ...packages],
      dependencies: [{ ref: REFS.model, dependsOn: [...new Set([...data, ...packages].map((one) => one['bom-ref']))] }],
      compositions: [
        { aggregate: 'complete', assemblies: [REFS.model] },
        // What a model was trained on is known by its papers' word alone.
        { aggregate: 'unknown', dependencies: [REFS.model] },
      ],
      vulnerabilities: facts.vulnerabilities.map((one) => vulnerabilityOf(one, listed)),
      declarations: declarations(vetting),
      definitions: definitions(vetting),
      ...(specVersion === '1.7' ? { citations: citations(facts.modified) } : {}),
    },
    2,
  );
}

/** Where the facts came from: the model's own papers, or our reading of the bytes. */
function citations(modified: string | null): readonly CycloneObject[] {
  const timestamp = modified ?? NO_TIME;
  const when =
    modified === null
      ? ' The time is a placeholder: a bill carries none, so that the same dossier gives the same bytes.'
      : ' The time is when the model was last changed at its source.';
  return [
    {
      pointers: ['/metadata/component/components', '/metadata/component/version'],
      timestamp,
      attributedTo: REFS.tool,
      note: `Read from the bytes of the model; a hash stands only where the bytes were hashed here.${when}`,
    },
    {
      pointers: ['/metadata/component/modelCard', '/metadata/component/pedigree'],
      timestamp,
      attributedTo: REFS.tool,
      note: `Taken over from the model's own papers, which nobody has confirmed.${when}`,
    },
  ];
}
