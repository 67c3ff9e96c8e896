import type { Team } from '../../domain/team.ts';
import type { Page, PageWanted } from './page.ts';

export interface TeamBook {
  /** False when the name is taken. */
  add(team: Team): Promise<boolean>;
  list(wanted: PageWanted): Promise<Page<Team>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<Team | null>;
  /** The same, by its name. */
  byName(name: string): Promise<Team | null>;
  /** False when the name is taken. */
  change(team: Team): Promise<boolean>;
}
