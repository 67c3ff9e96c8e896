import type { FileDifference } from '../domain/difference.ts';
import type { Vetting } from '../domain/vetting.ts';
import type { NamedText } from './caller.ts';
import type { KeptDossiers } from './kept-dossiers.ts';
import type { VetInput } from './vetting.ts';

export interface DossierDifference {
  readonly before: Vetting;
  readonly after: Vetting;
  readonly files: readonly FileDifference[];
  /** Identities of findings. */
  readonly findingsAdded: readonly string[];
  readonly findingsGone: readonly string[];
}

export interface RevetInput {
  /** By the first digits; for `named` alone. */
  readonly dossiers: readonly string[];
  /** `touched`: those that an advisory, a licence fact, a base or a policy touches that changed since they were judged. */
  readonly which: 'named' | 'touched' | 'all';
  /** Null: the policy that judged before. */
  readonly policy: VetInput['policy'];
  readonly keep: boolean;
}

/** One dossier, before and after it was judged anew. */
export interface Revetted {
  readonly before: Vetting;
  readonly after: Vetting;
  /** Whether anything came out otherwise. */
  readonly changed: boolean;
  /** Identities of findings. */
  readonly findingsAdded: readonly string[];
  readonly findingsGone: readonly string[];
}

/** One dossier to judge anew, and where those of its bases are kept. */
export interface RevetOneInput {
  readonly before: Vetting;
  readonly kept: KeptDossiers;
  /** The one that judged before, unless said. */
  readonly policy?: VetInput['policy'];
}

export interface RevetSummary {
  readonly looked: number;
  /** Models and uses with a dossier, each counted once. */
  readonly kept: number;
}

export interface TakeInput {
  /** A vetting, as it is kept or as the JSON report has it; parsed JSON that nobody has looked at. */
  readonly document: unknown;
  /** For complaints. */
  readonly name: string;
  readonly policy: VetInput['policy'];
}

export interface PolicyTestInput {
  readonly policy: VetInput['policy'];
  readonly cases: NamedText;
  /** Reads a dossier that a case names by its path. Throws WeighbridgeError. */
  readonly readDossier: (path: string) => Promise<string>;
}
