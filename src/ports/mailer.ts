/** Sends mail. */
export interface Mailer {
  /** `id` names it, so that one that arrives twice is known. Throws `mail-failed`. */
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}
