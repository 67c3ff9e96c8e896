import type { Ruling } from '../../domain/request.ts';
import type { SubjectRequest } from '../../domain/subject.ts';
import type { Page, PageWanted } from './page.ts';

export interface SubjectBook {
  add(request: SubjectRequest): Promise<void>;
  list(wanted: PageWanted): Promise<Page<SubjectRequest>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<SubjectRequest | null>;
  /** As it is, not locked. */
  peek(id: string): Promise<SubjectRequest | null>;
  /** Ids of the composites that the request or subject is a part of, not locked. */
  idsContaining(part: string): Promise<readonly string[]>;
  /** Composites that the request or subject is a part of, locked, in the order of their ids. */
  containing(part: string): Promise<readonly SubjectRequest[]>;
  /** Its state, and whether it was revoked. */
  change(request: SubjectRequest): Promise<void>;
  /** False when the person has ruled. */
  rule(request: string, ruling: Ruling): Promise<boolean>;
  rulings(request: string): Promise<readonly Ruling[]>;
  decide(request: string, envelope: string, at: string): Promise<void>;
  /** The envelope, as JSON. */
  decision(request: string): Promise<string | null>;
}
