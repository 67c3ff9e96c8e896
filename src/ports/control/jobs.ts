/** Work for later, for any worker. */
export interface JobBook {
  /** Named by kind and subject: asking twice makes one job. */
  queue(job: Pick<Job, 'id' | 'kind' | 'subject'>, at: Date): Promise<void>;
  /** False when the job is no longer this worker's: then nothing it did may count. */
  finish(job: Job, worker: string, failure: string | null): Promise<boolean>;
}

export interface Job {
  readonly organisation: string;
  readonly id: string;
  readonly kind: 'vet';
  readonly subject: string;
  /** This one included. */
  readonly tries: number;
}
