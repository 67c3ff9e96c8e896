import type { AnswerBook } from './control/answers.ts';
import type { AuditBook } from './control/audit.ts';
import type { DrillBook } from './control/drills.ts';
import type { EvaluationBook } from './control/evaluations.ts';
import type { FactorBook } from './control/factors.ts';
import type { FamilyBook } from './control/families.ts';
import type { GatewayNodeBook } from './control/gateway-nodes.ts';
import type { HousePolicyBook } from './control/house-policies.ts';
import type { IdentityBook } from './control/identities.ts';
import type { IncidentBook } from './control/incidents.ts';
import type { Job, JobBook, JobProgress, Period } from './control/jobs.ts';
import type { MailBook } from './control/mails.ts';
import type { ObligationBook } from './control/obligations.ts';
import type { PeopleBook } from './control/people.ts';
import type { PublicationBook } from './control/publications.ts';
import type { RefusalBook } from './control/refusals.ts';
import type { ReleaseBook } from './control/releases.ts';
import type { RequestBook } from './control/requests.ts';
import type { SigningKeyBook } from './control/signing-keys.ts';
import type { SubjectBook } from './control/subjects.ts';
import type { TeamBook } from './control/teams.ts';
import type { DueWebhook, WebhookBook } from './control/webhooks.ts';
import type { WitnessBook } from './control/witnesses.ts';
import type { DossierStore } from './dossier-store.ts';

/** The control plane's memory. Everything in one `within` happens, or nothing does. */
export interface ControlStore {
  within<Answer>(organisation: string, work: (books: Books) => Promise<Answer>): Promise<Answer>;
  /**
   * The next job that waits, or whose worker let its lease run out; it is this worker's for so many milliseconds, by the
   * clock of the database: those of two machines differ. `has`: what the worker has of what jobs need.
   */
  takeJob(worker: string, lease: number, has?: readonly string[]): Promise<Job | null>;
  /** A sign of life, and how far it is. False when the job was cancelled, or has gone to another worker. */
  renewLease(job: Job, worker: string, lease: number, progress: JobProgress | null): Promise<boolean>;
  /** Has each kind queued for every organisation, once for each stretch of time by the database's clock, whoever asks. */
  queuePeriodic(periods: readonly Period[]): Promise<void>;
  /** The webhook that is due longest, for nobody else until `leasedUntil`; null when none is. */
  takeWebhook(now: Date, leasedUntil: Date): Promise<DueWebhook | null>;
}

/** What one organisation has written down. */
export interface Books {
  /** Makes the organisation; false when it is there already. */
  found(at: Date): Promise<boolean>;
  /** Nobody else who says the same name goes on until this transaction ends. */
  alone(name: string): Promise<void>;
  readonly people: PeopleBook;
  readonly requests: RequestBook;
  readonly releases: ReleaseBook;
  readonly obligations: ObligationBook;
  readonly incidents: IncidentBook;
  readonly mails: MailBook;
  readonly families: FamilyBook;
  readonly publications: PublicationBook;
  readonly subjects: SubjectBook;
  readonly housePolicies: HousePolicyBook;
  readonly drills: DrillBook;
  readonly evaluations: EvaluationBook;
  readonly gatewayNodes: GatewayNodeBook;
  readonly jobs: JobBook;
  readonly dossiers: DossierStore;
  readonly teams: TeamBook;
  readonly webhooks: WebhookBook;
  readonly factors: FactorBook;
  readonly identities: IdentityBook;
  readonly signingKeys: SigningKeyBook;
  readonly answers: AnswerBook;
  readonly refusals: RefusalBook;
  readonly audit: AuditBook;
  readonly witnesses: WitnessBook;
}
