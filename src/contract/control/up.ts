/** The first sign-in of a new organisation: somebody who may do everything, with a password nobody chose. */
export interface FirstSignIn {
  readonly organisation: string;
  readonly email: string;
  readonly password: string;
}

export interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** By which it is reached from outside, as `https://weighbridge.example`; null: as it listens. */
  readonly publicUrl: string | null;
  /** A file that says which identity provider signs people in; null: passwords alone. */
  readonly sso?: string | null;
  /** Addresses or blocks of proxies whose X-Forwarded-For counts; missing: none. */
  readonly trustedProxies?: readonly string[];
}

/** Below which requests may name models by their path. */
export interface ModelFolders {
  /** The first organisation's; null: none. */
  readonly models: string | null;
  /** Of others, by their names. */
  readonly modelsOf?: Readonly<Record<string, string>>;
}

export interface UpOptions extends ListenOptions, ModelFolders {
  /** Null: below the user's data folder. */
  readonly data: string | null;
  /** Null: a server of our own, in the data folder. */
  readonly databaseUrl: string | null;
  readonly allowRoot: boolean;
  /** Where the key that signs lies, if not in the data folder: `kms:…`, `pkcs11:…`, or a file. */
  readonly signingKey?: string | null;
  /** As for a worker. */
  readonly evaluators?: string | null;
}

/** What a server and its workers share, on however many machines they run. */
export interface SharedOptions extends ModelFolders {
  readonly databaseUrl: string;
  /** Holds the keys, the same everywhere, since whoever settles a request signs; and blobs, where no bucket does. */
  readonly data: string | null;
  /** As for `up`; the same everywhere. */
  readonly signingKey?: string | null;
}

export interface WorkerOptions extends SharedOptions {
  /** A file that names programs which it may run on models; null: none. */
  readonly evaluators?: string | null;
}

export type ServerOptions = SharedOptions & ListenOptions;

/** The API and the console, answering. */
export interface Serving {
  readonly address: string;
  /** Null when the organisation was there already. */
  readonly first: FirstSignIn | null;
  readonly keyId: string;
  stop(): Promise<void>;
}

export interface Running extends Serving {
  readonly folder: string;
  /** A database that was still running after a kill. */
  readonly takenOver: boolean;
  /** Why the database of our own is gone for good, once it is. */
  readonly databaseEnded: Promise<string>;
}

/** A worker of its own: it takes jobs until it is stopped. */
export interface Working {
  readonly keyId: string;
  stop(): Promise<void>;
}
