/** Whom a token names, after everything about it was checked. */
export interface TokenHolder {
  /** The issuer's own name for them, for good. */
  readonly subject: string;
  readonly groups: readonly string[];
  /** Milliseconds since 1970, with what clocks may differ by. */
  readonly expiresAt: number;
}

/** Who signs tokens. */
export interface TokenIssuer {
  /** Throws TokenRefused, or `sso-unreachable` when its keys cannot be had. */
  verify(token: string, now: Date): Promise<TokenHolder>;
}

/** In words for whoever showed the token. */
export class TokenRefused extends Error {}
