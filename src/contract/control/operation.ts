import type { z } from 'zod';
import type { Role, Scope } from '../../domain/people.ts';
import type { ErrorCode } from '../../kernel/errors.ts';

/** One thing the control plane does: the API, its description, the client and the checks are all made from it. */
export interface Operation {
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** `:name` is a member of the input. */
  readonly path: string;
  /** Its row in the matrix of permissions: an operation without one does not compile. */
  readonly who: Permission;
  /** What a token must be for. */
  readonly scope: Scope;
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  readonly errors: readonly ErrorCode[];
  /** Its input or answer holds a secret: it is never remembered for an Idempotency-Key. */
  readonly secret?: true;
  /** Bytes that a call may send; 64 KiB unless said. */
  readonly maxBody?: number;
}

/** Who may: anybody at all, anybody who is signed in, or people in one of these roles. */
export type Permission = 'anyone' | 'signed-in' | readonly Role[];

export function permits(permission: Permission, roles: readonly Role[]): boolean {
  return typeof permission === 'string' || permission.some((role) => roles.includes(role));
}
