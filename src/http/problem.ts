import { ERRORS, type ErrorCode, type ErrorKind, WeighbridgeError } from '../kernel/errors.ts';

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly remedy: string;
}

const OF_KIND: Readonly<Record<ErrorKind, number>> = {
  caller: 400,
  missing: 404,
  conflict: 409,
  forbidden: 403,
  world: 503,
  bug: 500,
};

const OF_CODE: Partial<Readonly<Record<ErrorCode, number>>> = {
  unauthenticated: 401,
  'sign-in-refused': 401,
  'code-wanted': 401,
  'sign-in-paused': 429,
  'input-too-large': 413,
  'changed-meanwhile': 412,
};

export function statusOf(code: ErrorCode): number {
  return OF_CODE[code] ?? OF_KIND[ERRORS[code].kind];
}

/** What we did not name ourselves is told to nobody. */
export function problemOf(error: unknown): Problem {
  const known = error instanceof WeighbridgeError ? error : fromFramework(error);
  const { code, detail, remedy } = known;
  // What the database says of itself is for the log.
  const shown = ERRORS[code].kind === 'world' || code === 'bug' ? '' : detail;
  const { title } = ERRORS[code];
  return { type: `urn:weighbridge:error:${code}`, title, status: statusOf(code), code, detail: shown, remedy };
}

function fromFramework(error: unknown): WeighbridgeError {
  const status = (error as { readonly statusCode?: unknown }).statusCode;
  if (status === 413) return new WeighbridgeError('input-too-large', 'the body', { cause: error });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new WeighbridgeError('input-invalid', (error as Error).message, { cause: error });
  return new WeighbridgeError('bug', '', { cause: error });
}
