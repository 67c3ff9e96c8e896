import type { Person, Token } from '../domain/people.ts';
import type { AdmissionRequest, Ruling } from '../domain/request.ts';
import type { DossierStore } from './dossier-store.ts';

/** The control plane's memory. Everything in one `within` happens, or nothing does. */
export interface ControlStore {
  within<Answer>(organisation: string, work: (books: Books) => Promise<Answer>): Promise<Answer>;
  /** The next job that waits, or whose worker let its lease run out; it is this worker's until `leasedUntil`. */
  takeJob(worker: string, now: Date, leasedUntil: Date): Promise<Job | null>;
  /** False when the job has gone to another worker. */
  renewLease(job: Job, worker: string, leasedUntil: Date): Promise<boolean>;
}

/** What one organisation has written down. */
export interface Books {
  /** Makes the organisation; false when it is there already. */
  found(at: Date): Promise<boolean>;
  readonly people: PeopleBook;
  readonly requests: RequestBook;
  readonly dossiers: DossierStore;
  readonly answers: AnswerBook;
  readonly audit: AuditBook;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
export interface PageWanted {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface PeopleBook {
  /** False when the address is taken. */
  add(person: Person, passwordHash: string): Promise<boolean>;
  list(wanted: PageWanted): Promise<Page<Person>>;
  byId(id: string): Promise<Person | null>;
  byEmail(email: string): Promise<{ readonly person: Person; readonly passwordHash: string } | null>;
  change(person: Person): Promise<void>;
  /** Locks the rows it counts until the transaction ends. */
  countAdmins(): Promise<number>;
  /** Ends every session and every token of somebody. */
  shutOut(person: string, at: Date): Promise<void>;
  /** Locks the address until the transaction ends, and forgets what is older. */
  failuresSince(email: string, since: Date): Promise<number>;
  clearFailures(email: string): Promise<void>;
  addFailure(email: string, at: Date): Promise<void>;
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

export interface RequestBook {
  add(request: AdmissionRequest): Promise<void>;
  list(
    wanted: PageWanted & { readonly state?: AdmissionRequest['state'] | undefined },
  ): Promise<Page<AdmissionRequest>>;
  /** Locked against other writers until the transaction ends. */
  byId(id: string): Promise<AdmissionRequest | null>;
  settle(request: AdmissionRequest): Promise<void>;
  rulings(request: string): Promise<readonly Ruling[]>;
  addRuling(request: string, ruling: Ruling): Promise<void>;
  /** The envelope, as JSON. */
  decision(request: string): Promise<string | null>;
  addDecision(request: string, ruling: 'admitted' | 'denied', envelope: string, at: Date): Promise<void>;
  /** Named by kind and subject: asking twice makes one job. */
  queueJob(job: Pick<Job, 'id' | 'kind' | 'subject'>, at: Date): Promise<void>;
  /** False when the job is no longer this worker's: then nothing it did may count. */
  finishJob(job: Job, worker: string, failure: string | null): Promise<boolean>;
}

export interface Job {
  readonly organisation: string;
  readonly id: string;
  readonly kind: 'vet';
  readonly subject: string;
  /** This one included. */
  readonly tries: number;
}

/** Answers that were given under an idempotency key. */
export interface AnswerBook {
  /** Waits for whoever is answering the same key right now. Null: nobody did, and the key is this call's. */
  claim(
    key: AnswerKey,
    input: string,
    at: Date,
  ): Promise<{ readonly input: string; readonly operation: string; readonly output: unknown } | null>;
  keep(key: AnswerKey, output: unknown): Promise<void>;
}
export interface AnswerKey {
  readonly person: string;
  readonly key: string;
  readonly operation: string;
}

export interface AuditBook {
  /** Adds the next entry; one writer at a time, so that the log never forks. */
  append(entry: AuditEntry): Promise<void>;
  /** Entries as they were written, oldest first. */
  since(position: number, limit: number): Promise<readonly { readonly position: number; readonly entry: string }[]>;
}

/** One act, by whom, on what. `detail` holds no text of people about people. */
export interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | readonly string[] | null>>;
}
