import type { AnswerBook } from './control/answers.ts';
import type { AuditBook } from './control/audit.ts';
import type { Job, JobBook } from './control/jobs.ts';
import type { PeopleBook } from './control/people.ts';
import type { RequestBook } from './control/requests.ts';
import type { TeamBook } from './control/teams.ts';
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
  readonly jobs: JobBook;
  readonly dossiers: DossierStore;
  readonly teams: TeamBook;
  readonly answers: AnswerBook;
  readonly audit: AuditBook;
}
