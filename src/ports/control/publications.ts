import type { OpeningRuling, Paper, Publication } from '../../domain/openness.ts';
import type { Page, PageWanted } from './page.ts';

export interface PublicationBook {
  /** False when the request has one. */
  open(publication: Publication): Promise<boolean>;
  list(wanted: PageWanted): Promise<Page<Publication>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<Publication | null>;
  /** As it is, not locked. */
  peek(id: string): Promise<Publication | null>;
  /** Of a request; not locked. */
  of(request: string): Promise<Publication | null>;
  /** Whether anything was ever taken back from outsiders. */
  anyWithdrawn(): Promise<boolean>;
  /** How far it is out, to whom, what is proposed, and whether it was withdrawn. */
  change(publication: Publication): Promise<void>;
  attach(publication: string, paper: Paper): Promise<void>;
  papers(publication: string): Promise<readonly Paper[]>;
  /** On the proposal of that moment; false when the person has ruled on the same reading of it. */
  rule(publication: string, proposedAt: string, ruling: OpeningRuling): Promise<boolean>;
  rulings(publication: string, proposedAt: string): Promise<readonly OpeningRuling[]>;
  /** Keeps a signed statement of what is out. */
  state(publication: string, envelope: string, at: string): Promise<void>;
  /** The newest; null when it never left the house. */
  statement(publication: string): Promise<string | null>;
}
