import { findingsIn } from '../../domain/dossier.ts';
import type { Finding } from '../../domain/finding.ts';
import { datasetKey } from '../../domain/papers.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { bomFacts } from '../bom/facts.ts';

/** Something that a model came from, or the model itself. Names are from outside. */
export interface OriginNode {
  readonly kind: 'writer' | 'dataset' | 'base' | 'model';
  readonly name: string;
  /** What is known of it, in a few words. */
  readonly note: string;
  /** Findings that speak of it. */
  readonly findings: readonly Finding[];
}

export interface OriginEdge {
  readonly from: OriginNode;
  readonly to: OriginNode;
  readonly how: string;
}

/** Datasets and bases, to the model. All by the word of its papers. */
export interface OriginGraph {
  readonly nodes: readonly OriginNode[];
  readonly edges: readonly OriginEdge[];
}

/** What the model was made from: who wrote which data, which bases, and what was found about each. */
export function originGraph(vetting: Vetting): OriginGraph {
  const facts = bomFacts(vetting);
  const findings = findingsIn(vetting.dossier).filter(({ rule }) => rule.startsWith('training-data/'));
  const model: OriginNode = {
    kind: 'model',
    name: vetting.dossier.artifact.origin.name,
    note: facts.papers?.task ?? '',
    findings: [],
  };
  const writers = new Map<string, OriginNode>();
  const nodes: OriginNode[] = [];
  const edges: OriginEdge[] = [];
  for (const { name, licence, generatedBy } of facts.datasets) {
    const about = findings.filter(({ operation = '' }) => speaksOf(operation, name));
    const dataset: OriginNode = { kind: 'dataset', name, note: licence ?? 'licence not known', findings: about };
    nodes.push(dataset);
    edges.push({ from: dataset, to: model, how: 'trained on' });
    if (generatedBy === null) continue;
    const writer = writers.get(generatedBy.toLowerCase()) ?? {
      kind: 'writer',
      name: generatedBy,
      note: 'wrote data',
      findings: [],
    };
    writers.set(generatedBy.toLowerCase(), writer);
    edges.push({ from: writer, to: dataset, how: 'wrote' });
  }
  for (const { name, relation } of facts.bases) {
    const base: OriginNode = { kind: 'base', name, note: relation ?? 'base model', findings: [] };
    nodes.push(base);
    edges.push({ from: base, to: model, how: relation ?? 'made from' });
  }
  return { nodes: [...writers.values(), ...nodes, model], edges };
}

function speaksOf(operation: string, name: string): boolean {
  const key = datasetKey(name);
  return operation === key || operation.startsWith(`${key} · `);
}
