/** What is to be told by mail, until it has been. */
export interface MailBook {
  add(mail: QueuedMail, at: Date): Promise<void>;
  byId(id: string): Promise<QueuedMail | null>;
  remove(id: string): Promise<void>;
}

export interface QueuedMail {
  readonly id: string;
  readonly person: string;
  readonly subject: string;
  readonly body: string;
}
