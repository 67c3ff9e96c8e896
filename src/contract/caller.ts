import type { Progress } from './progress.ts';

/** Who calls, and how they hear of long work. */
export interface Caller {
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** A document that the caller hands over: its text, and the name to give in complaints about it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}
