import type { Evidence, EvidenceKind } from '../domain/evidence.ts';
import type { Finding, Rule } from '../domain/finding.ts';
import type { IntendedUse } from '../domain/use.ts';
import type { FormatId } from '../formats/facts.ts';
import type { Inventory, Item } from '../intake/inventory.ts';

interface AnalyzerBase {
  readonly id: string;
  /** Raised whenever the same material could give other findings; old dossiers then show as outdated. */
  readonly version: number;
  /** What it answers, as a person would ask: 'Can loading it run code?' */
  readonly question: string;
  readonly rules: readonly Rule[];
}

/** Looks at one file at a time, as soon as it was read; `scan` runs these alone. */
export interface FileAnalyzer extends AnalyzerBase {
  readonly scope: 'file';
  /** Formats it looks at; a model without any makes the check `not-applicable`. Empty: every file. */
  readonly formats: readonly FormatId[];
  inspect(item: Item): Iterable<Finding>;
}

/** All of one but what it judges by. */
export type AboutFiles = Omit<FileAnalyzer, 'inspect'>;

/** One that judges by so much that it is loaded with the first file that concerns it. */
export interface LateFileAnalyzer extends AboutFiles {
  inspect(item: Item): Iterable<Finding> | Promise<Iterable<Finding>>;
}

export type AnyFileAnalyzer = FileAnalyzer | LateFileAnalyzer;

/** Looks at the model as a whole, once everything was read and collected. */
export interface ModelAnalyzer extends AnalyzerBase {
  readonly scope: 'model';
  /** Evidence without which the answer would be a guess: the runner makes the check `unanswered`. May depend on what there is. */
  readonly needs: readonly EvidenceKind[] | ((evidence: readonly Evidence[]) => readonly EvidenceKind[]);
  /** It answers from evidence and use alone, so that a kept dossier can be asked anew without its bytes. */
  readonly fromEvidence?: true;
  appliesTo(inventory: Inventory, evidence: readonly Evidence[]): true | { readonly because: string };
  analyze(material: Material): Iterable<Finding>;
}

export type Analyzer = AnyFileAnalyzer | ModelAnalyzer;

export function isModelAnalyzer(analyzer: Analyzer): analyzer is ModelAnalyzer {
  return analyzer.scope === 'model';
}

export interface Material {
  readonly inventory: Inventory;
  readonly evidence: readonly Evidence[];
  readonly use: IntendedUse;
  /** What was found in the files, for those who compare; absent where the files were not read again. */
  readonly found?: readonly Finding[];
}
