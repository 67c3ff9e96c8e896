import type { Drill } from '../../domain/drill.ts';
import type { Page, PageWanted } from './page.ts';

export interface DrillBook {
  add(drill: Drill): Promise<void>;
  byId(id: string): Promise<Drill | null>;
  /** Its state, steps and end; what ended stays as it is. */
  end(drill: Drill): Promise<void>;
  /** A channel's, newest first. */
  page(channel: string, wanted: PageWanted): Promise<Page<Drill>>;
  /** The newest of a channel that ended. */
  last(channel: string): Promise<Drill | null>;
}
