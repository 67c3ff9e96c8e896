import type { Digest } from '../kernel/digest.ts';

/** Where worlds meet: what one part says so that another may hear, without either importing the other. */
export type DomainEvent =
  /** The process that starts a server hashed every file: discharges the duty `verify-bytes`. */
  | { readonly kind: 'bytes-verified'; readonly manifest: Digest; readonly at: string }
  /** The gateway counted what a duty is about: users of a month, callers' regions. */
  | {
      readonly kind: 'duty-counted';
      readonly decision: Digest;
      readonly duty: string;
      readonly count: number;
      readonly at: string;
    }
  /** New evidence about an artifact: makes a new dossier, and marks decisions on the old one stale. */
  | { readonly kind: 'evidence-added'; readonly artifact: Digest; readonly evidence: Digest; readonly at: string };
