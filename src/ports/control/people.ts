import type { Person, Token } from '../../domain/people.ts';
import type { Page, PageWanted } from './page.ts';

export interface PeopleBook {
  /** False when the address is taken. */
  add(person: Person, passwordHash: string): Promise<boolean>;
  list(wanted: PageWanted): Promise<Page<Person>>;
  byId(id: string): Promise<Person | null>;
  byEmail(email: string): Promise<{ readonly person: Person; readonly passwordHash: string } | null>;
  change(person: Person): Promise<void>;
  /** Writes their name and address over, and their password with something that no password hashes to. */
  forget(person: Person): Promise<void>;
  /** Locks the rows it counts until the transaction ends. */
  countAdmins(): Promise<number>;
  /** Ends every session and every token of somebody. */
  shutOut(person: string, at: Date): Promise<void>;
  /** Locks the address until the transaction ends, and forgets what is older. */
  failuresSince(email: string, since: Date): Promise<number>;
  clearFailures(email: string): Promise<void>;
  addFailure(email: string, at: Date): Promise<void>;
  /** One of them, of that moment. */
  takeBackFailure(email: string, at: Date): Promise<void>;
  addSession(session: Session): Promise<void>;
  session(hash: string): Promise<Session | null>;
  endSession(hash: string): Promise<void>;
  addToken(token: Token, hash: string): Promise<void>;
  tokenByHash(hash: string): Promise<Token | null>;
  tokens(person: string, wanted: PageWanted): Promise<Page<Token>>;
  /** Null when the person has no such token. */
  revokeToken(person: string, id: string, at: Date): Promise<Token | null>;
}

export interface Session {
  readonly hash: string;
  readonly person: string;
  readonly csrf: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}
