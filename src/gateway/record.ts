/** What is written down of a call. Never a text of it, never a key. */
export interface CallRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly key: string | null;
  readonly surface: string | null;
  readonly channel: string | null;
  readonly release: string | null;
  readonly status: number;
  /** Why it was refused or ended, as a code. */
  readonly code: string | null;
  readonly stream: boolean;
  readonly milliseconds: number;
  /** Until the first byte went to the caller. */
  readonly firstByte: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Types that the guard found, in the call and in the answer. */
  readonly found: readonly string[];
}
