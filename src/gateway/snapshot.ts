import type { Guard } from '../guard/guard.ts';
import type { Dialect } from '../wire/surface.ts';
import type { Limits, Scope } from './limits/limiter.ts';
import type { UpstreamTls } from './upstream-http/open-socket.ts';

/** Everything a call is answered by, built and checked off the path and swapped whole. A call keeps the one it began with. */
export interface Snapshot {
  readonly version: number;
  readonly channels: ReadonlyMap<string, Channel>;
  /** By the SHA-256 of the key, in hexadecimal. */
  readonly grants: ReadonlyMap<string, Grant>;
  /** Who reads tokens of issuers; missing: there are none. */
  readonly tokens?: TokenDesk;
  /** The header in which the proxy before us says where a caller is; null: none does. */
  readonly regionHeader: string | null;
}

/** What callers name as their model. */
export interface Channel {
  readonly name: string;
  /** Ids of surfaces; a call on another is refused. */
  readonly surfaces: ReadonlySet<string>;
  /** Whether parts that no text is read from, as images, may pass. */
  readonly media: 'pass' | 'refuse';
  readonly guard: Guard;
  /** The channel's own limits. */
  readonly scopes: readonly Scope[];
  /** Limits of each user of it; null: none. */
  readonly perUser: Limits | null;
  readonly price: Price;
  /** Where callers may be; null: anywhere. */
  readonly regions: ReadonlySet<string> | null;
  /** One or more, in a fixed order; their shares are of a hundred. */
  readonly releases: readonly ServedRelease[];
  /** Those that a caller may name by a header; null: none. */
  readonly pinnable: readonly ServedRelease[] | null;
  /** Where copies of its calls go, and of how many in a hundred; null: nowhere. */
  readonly shadow: { readonly to: string; readonly share: number } | null;
  /** Names of channels that are asked in turn when this one cannot answer. */
  readonly fallbacks: readonly string[];
}

/** In one currency for all channels. */
export interface Price {
  /** For a million tokens. */
  readonly input: number;
  readonly output: number;
  readonly picture: number;
  /** Of sound. */
  readonly minute: number;
}

/** One model behind a channel. */
export interface ServedRelease {
  readonly id: string;
  /** Percent of the channel's callers. */
  readonly share: number;
  readonly admission: Admission;
  readonly replicas: readonly Replica[];
}

/** What a decision says of the release, found out when the snapshot was built. */
export type Admission =
  | { readonly kind: 'admitted'; readonly manifest: string; readonly expiresAt: number }
  | { readonly kind: 'refused'; readonly reason: string };

/** One model server. */
export interface Replica {
  /** `http://127.0.0.1:8000`: what stands before `/v1/…`. */
  readonly origin: string;
  /** Before the surface's own path; usually empty. */
  readonly prefix: string;
  /** What the server calls the model; null: as the caller does. */
  readonly model: string | null;
  /** What the server wants to see: a header's name and value. Never the caller's own key. */
  readonly authorization: readonly [string, string] | null;
  /** Until when somebody proved which bytes it loaded, in milliseconds since 1970; null: an operator answers for it. */
  readonly attestedUntil: number | null;
  /** Whose API it speaks. */
  readonly dialect: Dialect;
  /** Azure's: its paths name the deployment in place of the API's version, which stands at their end. */
  readonly azureVersion: string | null;
  /** Missing: as the system has it. */
  readonly tls?: UpstreamTls;
}

/** Reads what issuers sign, as good as a key. */
export interface TokenDesk {
  identify(token: string, now: Date): Promise<Identified>;
}

export type Identified =
  | { readonly kind: 'caller'; readonly grant: Grant }
  /** What is shown is no token of an issuer's, or no longer. */
  | { readonly kind: 'refused'; readonly why: string }
  /** It is, and its holder may do nothing here. */
  | { readonly kind: 'nobody'; readonly why: string }
  | { readonly kind: 'unreachable'; readonly why: string };

/** What a key may do. */
export interface Grant {
  /** The key's name, never the key. */
  readonly name: string;
  readonly team: string | null;
  /** Null: every one. */
  readonly channels: ReadonlySet<string> | null;
  readonly surfaces: ReadonlySet<string> | null;
  /** Milliseconds since 1970; null: never. */
  readonly expiresAt: number | null;
  /** The key's own limits, and its team's. */
  readonly scopes: readonly Scope[];
}

/** Which release a caller gets: the same on every node and in every call, as long as the shares stay. */
export function releaseFor({ releases }: Channel, caller: string): ServedRelease | undefined {
  if (releases.length < 2) return releases[0];
  let at = hashOf(caller) % 10_000;
  for (const release of releases) {
    at -= release.share * 100;
    if (at < 0) return release;
  }
  return releases.at(-1);
}

/** FNV-1a, 32 bits, with a last mixing (murmur3's finaliser): FNV alone spreads short names badly over its low bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
