import type { LocalModel } from '../ports/local-model.ts';

/** What it takes to answer for a model. */
export interface RunnerParts {
  readonly model: LocalModel;
  /** What the model is called in answers. */
  readonly name: string;
  /** How many callers may wait for a seat. */
  readonly waiting: number;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Told what we did not expect; callers are told only that there was something. */
  readonly fault: (error: unknown) => void;
}
