/** A database of SQLite, by its schema. */
export interface SqliteFacts {
  readonly format: 'sqlite';
  readonly tables: number;
  /** What its statements would have SQLite call or load when it is used: functions that reach out, unusual kinds of table. */
  readonly reaches: readonly string[];
}
