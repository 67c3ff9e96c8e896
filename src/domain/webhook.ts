/** Somebody's address that is told what was done, in the order of the audit log. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Acts, or beginnings of acts that end with a point: `request.`; empty for all that are told. */
  readonly kinds: readonly string[];
  readonly createdAt: string;
  /** The first entry of the audit log that was not looked at yet. */
  readonly position: number;
  /** Tries in a row that failed. */
  readonly failures: number;
  /** `stopped`: it failed too often, and waits to be resumed. */
  readonly state: 'active' | 'stopped' | 'ended';
  /** ISO 8601. */
  readonly nextAt: string;
}

/** One try. */
export interface Delivery {
  readonly position: number;
  readonly at: string;
  /** What the receiver answered; null when it did not. */
  readonly status: number | null;
  /** Why it does not count; null when it does. */
  readonly failure: string | null;
}

/** Acts that are told outside of the audit log: on models, never on people, sessions or tokens. */
export const TOLD = [
  'request.',
  'dossier.',
  'family.',
  'version.',
  'publication.',
  'subject.',
  'channel.',
  'release.',
  'decision.',
  'obligation.',
  'finding.',
  'duty.',
  'waiver.',
  'incident.',
] as const;

export function isTold(act: string, kinds: readonly string[] = []): boolean {
  const begins = (kind: string): boolean => (kind.endsWith('.') ? act.startsWith(kind) : act === kind);
  return TOLD.some(begins) && (kinds.length === 0 || kinds.some(begins));
}

/** Minutes to wait after each failure in a row (svix's and others' schedule, a day in all); then it is stopped. */
export const PATIENCE: readonly number[] = [0.1, 1, 5, 30, 120, 300, 600, 600];
