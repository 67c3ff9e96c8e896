/** Who of ours is who at an identity provider. */
export interface IdentityBook {
  /** Whose it is; locks the identity until the transaction ends, so that two first sign-ins make one person. */
  personOf(issuer: string, subject: string): Promise<string | null>;
  /** False when it is somebody's already. */
  link(identity: LinkedIdentity): Promise<boolean>;
  of(person: string): Promise<readonly LinkedIdentity[]>;
  /** False when it is not theirs. */
  unlink(person: string, issuer: string, subject: string): Promise<boolean>;
  forget(person: string): Promise<void>;
}

export interface LinkedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly person: string;
  readonly linkedAt: string;
}
