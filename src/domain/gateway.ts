/** What a gateway serves, from where, to whom: as its operator wrote it down. Paths are of the operator's own files. */
export interface GatewayConfig {
  readonly name: string;
  readonly listen: { readonly host: string; readonly port: number };
  /** Public keys whose decisions count; empty: those that the user trusts. */
  readonly trust: readonly string[];
  /** Public keys of those who prove which bytes a server loaded. */
  readonly attesters: readonly string[];
  /** A signed list of what no longer counts, as `weighbridge key revocations` writes it; null: none. */
  readonly revocations: string | null;
  /** Where channels of a control plane are followed; null: nowhere. */
  readonly controlPlane: ControlPlane | null;
  /** A GuardPolicy for every channel that names none; null: what is built in. */
  readonly guard: string | null;
  /** Where the limits of several gateways meet; null: in each process. */
  readonly sharedLimits: { readonly urlFrom: string; readonly whenLost: 'local' | 'refuse' } | null;
  readonly regionHeader: string | null;
  /** Where metrics can be read, in Prometheus' format; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly teams: readonly { readonly name: string; readonly limits: GatewayLimits }[];
  readonly channels: readonly GatewayChannel[];
  readonly keys: readonly GatewayKey[];
  /** Whose tokens are as good as keys. */
  readonly issuers: readonly GatewayIssuer[];
}

/** How tokens may be signed: with a key that only the issuer has. */
export const TOKEN_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

/** An OpenID provider, or another that publishes its keys as one does. */
export interface GatewayIssuer {
  readonly name: string;
  /** As it writes itself, to the letter. */
  readonly issuer: string;
  /** For whom a token must be. */
  readonly audience: string;
  readonly algorithms: readonly (typeof TOKEN_ALGORITHMS)[number][];
  readonly groupsClaim: string;
  /** By how much its clock and ours may differ. */
  readonly skewSeconds: number;
  /** The first group that a caller is in says what they may do. */
  readonly callers: readonly GatewayGroup[];
}

/** Limits are of each member; those of all together are the team's. */
export interface GatewayGroup extends Pick<GatewayKey, 'team' | 'channels' | 'surfaces' | 'limits'> {
  readonly group: string;
}

/** A control plane, by its database. */
export interface ControlPlane {
  /** The environment variable with the database's address. */
  readonly databaseFrom: string;
  readonly organisation: string;
  /** The file in which what was last heard is kept, for a start without the database; null: in the data folder. */
  readonly keep: string | null;
}

export interface GatewayChannel {
  readonly name: string;
  /** Empty: every surface. */
  readonly surfaces: readonly string[];
  readonly media: 'pass' | 'refuse';
  readonly guard: string | null;
  readonly limits: GatewayLimits;
  /** Of each user of the channel; null: none. */
  readonly perUser: GatewayLimits | null;
  /** Different users in a month, as a licence may bound them; null: no bound. */
  readonly monthlyUsers: number | null;
  /** Countries from which it may be called, as `DE`; empty: all. */
  readonly regions: readonly string[];
  /** For a million tokens; for one picture, and for a minute of sound. */
  readonly price: {
    readonly input: number;
    readonly output: number;
    readonly picture: number;
    readonly minute: number;
  };
  /** By files; none where a channel of the control plane is followed. */
  readonly releases: readonly GatewayRelease[];
  /** Whether a caller may name one of its releases. */
  readonly pinning: 'allowed' | 'refused';
  /** A channel that gets copies of its calls, whose answers are only measured; null: none. */
  readonly shadow: { readonly to: string; readonly share: number } | null;
  /** Channels that are asked in turn when this one cannot answer. */
  readonly fallbacks: readonly string[];
  /** A channel of the control plane, whose current release is served; null: `releases` say what is. */
  readonly follows: string | null;
  /** Of a channel that follows: each release is served by those that hold its model. */
  readonly servers: readonly GatewayServer[];
}

export interface GatewayRelease {
  /** The file of a signed decision. */
  readonly decision: string;
  /** Percent of callers. */
  readonly share: number;
  readonly servers: readonly GatewayServer[];
}

export interface GatewayServer {
  readonly url: string;
  /** What the server calls the model; null: the channel's name. */
  readonly model: string | null;
  /** The environment variable with the server's own key; null: it wants none. */
  readonly keyFrom: string | null;
  /** Whose API it speaks. */
  readonly speaks: 'openai' | 'anthropic' | 'gemini' | 'azure';
  /** For Azure, whose addresses name the version of its API. */
  readonly apiVersion: string | null;
  /** Files in PEM: who vouches for the server, in place of those whom the system trusts, and what the gateway shows it; null: neither. */
  readonly tls: { readonly ca: string | null; readonly certificate: string | null; readonly key: string | null } | null;
  /** Why it may serve although nobody proves which bytes it loaded; null: somebody does. */
  readonly unattested: string | null;
  /** The file in which `weighbridge run` proves it; null: nobody does. */
  readonly attestation: string | null;
  /** The model that an unattested server of a followed channel holds: its name, or its manifest's digest. */
  readonly holds: string | null;
}

export interface GatewayKey {
  readonly name: string;
  /** SHA-256 of the key, in hexadecimal. */
  readonly sha256: string;
  /** The key before it, while callers change over; null: there is none. */
  readonly previous: { readonly sha256: string; readonly until: string } | null;
  readonly team: string | null;
  /** Empty: every one. */
  readonly channels: readonly string[];
  readonly surfaces: readonly string[];
  /** ISO 8601; null: never. */
  readonly expires: string | null;
  readonly limits: GatewayLimits;
}

/** Null: no bound. Tokens and money are of days and months of UTC. */
export interface GatewayLimits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
  readonly parallel: number | null;
  readonly tokensPerDay: number | null;
  readonly tokensPerMonth: number | null;
  readonly moneyPerDay: number | null;
  readonly moneyPerMonth: number | null;
}
