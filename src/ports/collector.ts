import type { Artifact } from '../domain/artifact.ts';
import type { Evidence, EvidenceKind } from '../domain/evidence.ts';
import type { OpenModel } from './source.ts';

/**
 * Gathers evidence that does not lie in the bytes: an advisory index, a report of another tool, a registry of bases. It
 * writes down what it saw, unjudged; analyzers read it. One file each in `adapters/collectors`, one row in `main/compose.ts`.
 */
export interface Collector {
  readonly id: string;
  /** What it can bring. A kind that it does not bring today leaves the checks that need it unanswered. */
  readonly brings: readonly EvidenceKind[];
  /** False when it asks nothing of the bytes, so that a kept dossier can be judged anew by it. */
  readonly needsBytes?: false;
  /** Asked after the files were read, in the order of the table. What cannot be had is left out, with a notice. Throws WeighbridgeError. */
  collect(request: CollectRequest): Promise<readonly Evidence[]>;
}

export interface CollectRequest {
  /** The model as it was read: every file with its kind, role and digest. */
  readonly artifact: Artifact;
  /** Its bytes, still at hand. */
  readonly model: OpenModel;
  /** What is known by now: the source's own evidence, and that of collectors asked before. */
  readonly evidence: readonly Evidence[];
  /** What the caller asked for in so many words, by the collector's id: what no collector does unasked. */
  readonly asked: ReadonlyMap<string, string>;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly signal: AbortSignal;
  readonly onNotice: (text: string) => void;
  /** How many of the programs that it runs are done, and which is at it. */
  readonly onProgram: (state: { readonly done: number; readonly total: number; readonly note: string }) => void;
}
