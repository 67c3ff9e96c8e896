import type { Json } from '../kernel/json.ts';

/** Runs one entry on one input, apart from everything else, under a deadline and a heap. */
export interface Isolation {
  /** Never throws for what the entry does: a crash, a hang or a full heap is an outcome. */
  run(entry: IsolatedEntry, input: Json, limits: IsolationLimits): Promise<IsolatedOutcome>;
  /** Makes ready ahead of the first run, so that loading code overlaps with other work. */
  warm(entry: IsolatedEntry, limits: Pick<IsolationLimits, 'heapMiB'>): void;
  close(): Promise<void>;
}

/** What can be run apart; each adapter knows where the code of each lies. */
export type IsolatedEntry = 'policy-condition' | 'read-file' | 'classify' | 'guard';

export interface IsolationLimits {
  readonly milliseconds: number;
  readonly heapMiB: number;
}

export type IsolatedOutcome =
  | { readonly kind: 'done'; readonly output: Json }
  | { readonly kind: 'died'; readonly reason: 'deadline' | 'memory' | 'crash'; readonly message: string };
