/** What one sign-in is bound to: only the browser that began it can show the secret they are made from. */
export interface SignInBinding {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
}

/** Whom the provider vouches for. `subject` is theirs for good; an address may go to somebody else one day. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Null: none was given, or the provider says that nobody has verified it. */
  readonly email: string | null;
  readonly name: string | null;
  readonly groups: readonly string[];
}

/** An OpenID provider, as one client of it sees it. */
export interface IdentityProvider {
  /** As people call it. */
  readonly name: string;
  readonly issuer: string;
  /** Where a browser goes to sign in. Throws `sso-unreachable`. */
  authorize(binding: SignInBinding): Promise<string>;
  /** What the browser came back with, redeemed and checked. Throws `sso-refused`, `sso-unreachable`. */
  identify(parameters: string, binding: SignInBinding): Promise<Identity>;
}
