import type { Evaluation } from '../../domain/evaluation.ts';
import type { TouchKey } from '../../domain/touch.ts';
import type { Page, PageWanted } from './page.ts';

export interface EvaluationBook {
  add(evaluation: Evaluation): Promise<void>;
  byId(id: string): Promise<Evaluation | null>;
  /** The one that is under way on a request. */
  running(request: string): Promise<Evaluation | null>;
  /** Its state, and what came of it; what ended stays as it is. */
  end(evaluation: Evaluation): Promise<void>;
  /** Those that came to a dossier which the index has under this key, newest first. */
  doneOn(key: TouchKey): Promise<readonly Evaluation[]>;
  /** A request's, newest first. */
  page(request: string, wanted: PageWanted): Promise<Page<Evaluation>>;
}
