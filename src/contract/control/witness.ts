/** How a submission to a witness is answered, as the protocol's HTTP has it (c2sp.org/tlog-witness). */
export interface SubmissionAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Answers what a log sends to be cosigned by an organisation. */
export type AnswerSubmission = (organisation: string, body: string) => Promise<SubmissionAnswer>;

/** Below it, each organisation that cosigns has its submission prefix. */
export const WITNESS_PREFIX = '/witness';
