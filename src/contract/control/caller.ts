import type { OperationName } from './operations.ts';

/** How a call proves who makes it: a session's cookie with its CSRF token, or a token. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'session'; readonly session: string; readonly csrf: string | null }
  | { readonly kind: 'token'; readonly token: string };

export interface Call {
  readonly name: OperationName;
  /** As it came: parsed after the caller was allowed. */
  readonly input: unknown;
  readonly credentials: Credentials;
  readonly idempotencyKey: string | null;
  /** ETags of which the changed thing must have one; missing where the caller does not say. */
  readonly ifMatch?: '*' | readonly string[];
  /** The address that it comes from; missing where it comes over no network. */
  readonly source?: string;
}

/** Answers one call, or throws WeighbridgeError. The one place where calls are checked lies behind it. */
export type AnswerCall = (call: Call) => Promise<unknown>;
