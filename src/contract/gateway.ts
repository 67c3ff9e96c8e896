/** Starts a gateway in this process. */
export interface GatewayOptions {
  /** The operator's Gateway file. */
  readonly config: string;
  /** Null: as the file says. */
  readonly host: string | null;
  readonly port: number | null;
  /** The control plane's database; null, or not given: where the file says. */
  readonly databaseUrl?: string | null;
  /** By which the control plane tells gateways apart; the host's name and the port unless given. */
  readonly node?: string | null;
  /** Told each call once it is over: a record without any text of it. */
  readonly onCall: (call: GatewayCall) => void;
  /** Told what we did not expect; callers are not. */
  readonly onFault: (error: unknown) => void;
  /** Told what changed, and what could not be read and so changed nothing. */
  readonly onReload: (what: GatewayReload) => void;
}

/** What is written down of a call. Never a text of it, never a key. */
export interface GatewayCall {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly requestId: string;
  readonly key: string | null;
  readonly surface: string | null;
  readonly channel: string | null;
  /** The channel that was named, when another had to answer in its place. */
  readonly fallbackFrom: string | null;
  /** It is a copy that the gateway made of a call with this id; nobody got the answer. */
  readonly shadow?: boolean;
  readonly release: string | null;
  readonly status: number;
  /** Why it was refused or ended, as a code. */
  readonly code: string | null;
  readonly stream: boolean;
  readonly milliseconds: number;
  /** Until the server's first byte. */
  readonly firstByte: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** Types that the guard found, in the call and in the answer. */
  readonly found: readonly string[];
  /** What the headers of a recording said of those who are heard in it; null: it was none. */
  readonly consent: {
    readonly recording: 'given' | 'refused' | 'unknown';
    readonly optedOut: boolean;
    readonly by: readonly string[];
  } | null;
  /** The caller's W3C trace context. */
  readonly trace: string | null;
}

export type GatewayReload =
  | { readonly kind: 'loaded'; readonly channels: readonly ChannelState[] }
  /** The last good configuration goes on. */
  | { readonly kind: 'kept'; readonly error: unknown }
  /** The control plane's database was lost, and is found again. */
  | { readonly kind: 'found' };

export interface ChannelState {
  readonly name: string;
  readonly releases: readonly {
    readonly id: string;
    readonly share: number;
    /** ISO 8601; null when it is not served. */
    readonly until: string | null;
    /** Why it is not served. */
    readonly refused: string | null;
    readonly servers: number;
  }[];
}

export interface RunningGateway {
  readonly address: string;
  /** Where metrics can be read; null: nowhere. */
  readonly metrics: string | null;
  readonly channels: readonly ChannelState[];
  /** Lets calls under way end, for so many milliseconds. */
  stop(grace: number): Promise<void>;
}

/** A new key for a caller; the one before it counts until a day. */
export interface KeyRotation {
  readonly config: string;
  readonly name: string;
  readonly sha256: string;
  readonly until: Date;
}
