import { createTokenIssuer } from '../adapters/identity/token-issuer.ts';
import type { SnapshotParts } from '../app/gateway/parts.ts';
import type { TokenIssuer } from '../ports/token-issuer.ts';
import { readConfig } from './config.ts';

/** The same reader for the same issuer: what a snapshot learned of its keys, the next one knows. */
export function issuersOf(env: Readonly<Record<string, string | undefined>>): SnapshotParts['issuer'] {
  const { trustedHosts } = readConfig(env).hub;
  const open = new Map<string, TokenIssuer>();
  return (issuer) => {
    // Another name, or other groups, leave its keys what they are.
    const how = JSON.stringify({ ...issuer, name: null, callers: null });
    const reader = open.get(how) ?? createTokenIssuer({ ...issuer, trustedHosts });
    open.set(how, reader);
    return reader;
  };
}
