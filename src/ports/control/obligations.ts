import type { Obligation } from '../../domain/obligation.ts';
import type { Page, PageWanted } from './page.ts';

export interface ObligationBook {
  /** Gives back those that are new: a request has each finding and duty once. */
  open(obligations: readonly Obligation[]): Promise<readonly Obligation[]>;
  list(wanted: PageWanted & ObligationsWanted): Promise<Page<Obligation>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<Obligation | null>;
  /** All of a request, whatever became of them. */
  of(request: string): Promise<readonly Obligation[]>;
  change(obligation: Obligation): Promise<void>;
  /** Ids of those that are open or accepted and due on this day or before, but for those whose decision was revoked. */
  dueBy(day: string): Promise<readonly string[]>;
  addWaiver(waiver: KeptWaiver): Promise<void>;
  /** Newest first. */
  waivers(obligation: string): Promise<readonly KeptWaiver[]>;
}

export interface ObligationsWanted {
  readonly state?: Obligation['state'] | undefined;
  readonly kind?: Obligation['kind'] | undefined;
  readonly owner?: string | undefined;
  readonly request?: string | undefined;
}

/** A signed waiver, as it was signed. */
export interface KeptWaiver {
  readonly obligation: string;
  readonly by: string;
  readonly until: string;
  readonly at: string;
  /** The envelope, as JSON. */
  readonly envelope: string;
}
