import type { Action, OpenQuestion } from '../domain/vetting.ts';
import { actionsFor } from './actions.ts';
import type { Explained } from './explained.ts';
import { openQuestionsOf } from './open-questions.ts';

export type { Explained } from './explained.ts';

export interface Explanation {
  readonly actions: readonly Action[];
  readonly openQuestions: readonly OpenQuestion[];
}

/** What to do next, the worst ground first, and what could not be known. Pure; texts may hold names from the model. */
export function explain(explained: Explained): Explanation {
  return { actions: actionsFor(explained), openQuestions: openQuestionsOf(explained) };
}
