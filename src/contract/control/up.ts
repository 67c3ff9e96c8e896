/** The first sign-in of a new organisation: somebody who may do everything, with a password nobody chose. */
export interface FirstSignIn {
  readonly organisation: string;
  readonly email: string;
  readonly password: string;
}

export interface UpOptions {
  /** Null: below the user's data folder. */
  readonly data: string | null;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Null: a server of our own, in the data folder. */
  readonly databaseUrl: string | null;
  readonly models: string | null;
  readonly allowRoot: boolean;
  /** By which it is reached from outside, as `https://weighbridge.example`; null: as it listens. */
  readonly publicUrl: string | null;
}

export interface Running {
  readonly address: string;
  readonly folder: string;
  /** Null when the organisation was there already. */
  readonly first: FirstSignIn | null;
  readonly keyId: string;
  /** A database that was still running after a kill. */
  readonly takenOver: boolean;
  stop(): Promise<void>;
}
