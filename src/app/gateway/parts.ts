import type { KeyObject } from 'node:crypto';
import type { GatewayIssuer } from '../../domain/gateway.ts';
import type { Guard } from '../../guard/guard.ts';
import type { TokenIssuer } from '../../ports/token-issuer.ts';

/** What it takes to build a snapshot; every path is one that the operator wrote down. */
export interface SnapshotParts {
  readonly readText: (path: string) => Promise<string>;
  readonly trusted: (files: readonly string[]) => Promise<readonly KeyObject[]>;
  /** A guard by the policy in this file, or by what is built in. */
  readonly openGuard: (policy: string | null) => Promise<Guard>;
  /** Whose keys stay known from one snapshot to the next. */
  readonly issuer: (issuer: GatewayIssuer) => TokenIssuer;
  /** When the newest list of revocations was issued that an organisation's gateway has held since it began. */
  readonly newestLists: Map<string, string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** Reads each file once: what is built from these again needs no disk, and finds no file half written. */
export function remembered(parts: SnapshotParts): SnapshotParts {
  return {
    ...parts,
    readText: once(parts.readText, (path) => path),
    trusted: once(parts.trusted, (files) => files.join('\0')),
    openGuard: once(parts.openGuard, (policy) => policy ?? ''),
  };
}

function once<Asked, Answer>(ask: (asked: Asked) => Promise<Answer>, nameOf: (asked: Asked) => string) {
  const known = new Map<string, Promise<Answer>>();
  return (asked: Asked): Promise<Answer> => {
    const name = nameOf(asked);
    const answer = known.get(name) ?? ask(asked);
    known.set(name, answer);
    return answer;
  };
}
