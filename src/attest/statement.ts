import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';

/** Media type of an in-toto statement in an envelope (in-toto attestation spec v1, envelope.md). */
export const STATEMENT_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** An in-toto statement, v1 (in-toto attestation spec, statement.md). */
export interface Statement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly StatementSubject[];
  readonly predicateType: string;
  readonly predicate: Json;
}

export interface StatementSubject {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

export function statementOf(subject: readonly StatementSubject[], predicateType: string, predicate: Json): Statement {
  return { _type: STATEMENT_TYPE, subject, predicateType, predicate };
}

/** The statement in these bytes, or null when they hold none. */
export function parseStatement(payload: Uint8Array): Statement | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    return null;
  }
  return isStatement(value) ? value : null;
}

function isStatement(value: unknown): value is Statement & JsonObject {
  if (!isJsonObject(value) || value._type !== STATEMENT_TYPE || typeof value.predicateType !== 'string') return false;
  return Array.isArray(value.subject) && value.subject.every(isSubject) && value.predicate !== undefined;
}

function isSubject(value: unknown): value is StatementSubject {
  return (
    isJsonObject(value) &&
    typeof value.name === 'string' &&
    isJsonObject(value.digest) &&
    typeof value.digest.sha256 === 'string'
  );
}
