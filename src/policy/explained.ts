import type { Dossier } from '../domain/dossier.ts';
import type { Rule } from '../domain/finding.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { DecisionRef } from '../domain/vetting.ts';

/** What a verdict is explained from. */
export interface Explained {
  /** As the user gave it, so that commands can name it. */
  readonly reference: string;
  readonly dossier: Dossier;
  readonly verdict: Verdict;
  /** The rules that findings name, for their remedies. */
  readonly rules: readonly Rule[];
  /** Null when nothing was signed. */
  readonly decision: Pick<DecisionRef, 'file'> | null;
}
