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
