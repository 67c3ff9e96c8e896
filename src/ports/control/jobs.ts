/** Work for later, for any worker. */
export interface JobBook {
  /** Named by kind and subject: asking twice makes one job. */
  queue(job: QueuedJob, at: Date): Promise<void>;
  /** False when the job is no longer this worker's: then nothing it did may count. */
  finish(job: Job, worker: string, failure: string | null): Promise<boolean>;
  /** Gives it back, to be tried again after so many milliseconds. False when it is no longer this worker's. */
  postpone(job: Job, worker: string, delay: number): Promise<boolean>;
  /** False when there is none, or it is over. A worker that is at it finds out with its next sign of life. */
  cancel(kind: Job['kind'], subject: string): Promise<boolean>;
  /** How far it is; null while it waits, and when it is over. */
  progress(kind: Job['kind'], subject: string): Promise<JobProgress | null>;
}

export interface QueuedJob extends Pick<Job, 'id' | 'kind' | 'subject'> {
  /** What a worker must have to take it; nothing, unless said. */
  readonly needs?: readonly string[];
}

/** `tend` looks after what admissions leave open; `revet` judges them by what is known today; `checkpoint` signs the log. */
export const JOB_KINDS = ['vet', 'mail', 'tend', 'revet', 'checkpoint', 'drill', 'evaluate'] as const;

/** A kind of job for every so many seconds. */
export interface Period {
  readonly kind: Job['kind'];
  readonly seconds: number;
}

export interface Job {
  readonly organisation: string;
  readonly id: string;
  readonly kind: (typeof JOB_KINDS)[number];
  readonly subject: string;
  /** This one included. */
  readonly tries: number;
}

/** How far a job is: a step, and of it so much of so many. */
export interface JobProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly unit: 'bytes' | 'files' | 'programs';
  /** Which of them. */
  readonly note?: string | undefined;
}
