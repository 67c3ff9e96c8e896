import type { Role } from '../../domain/people.ts';
import type { OperationName } from './operations.ts';

/** Who may: anybody at all, anybody who is signed in, or people in one of these roles. */
export type Permission = 'anyone' | 'signed-in' | readonly Role[];

/** The matrix. An operation without a row does not compile. */
export const PERMISSIONS: Readonly<Record<OperationName, Permission>> = {
  'session.open': 'anyone',
  'session.close': 'signed-in',
  'key.show': 'anyone',
  'me.show': 'signed-in',
  'person.list': 'signed-in',
  'person.add': ['admin'],
  'person.change': ['admin'],
  'token.list': 'signed-in',
  'token.add': 'signed-in',
  'token.revoke': 'signed-in',
  'request.open': ['requester'],
  'request.list': 'signed-in',
  'request.show': 'signed-in',
  'request.rule': ['reviewer', 'security', 'legal'],
  'decision.show': 'signed-in',
  'dossier.list': 'signed-in',
  'dossier.show': 'signed-in',
  'audit.list': ['auditor', 'admin'],
};

export function permits(permission: Permission, roles: readonly Role[]): boolean {
  return typeof permission === 'string' || permission.some((role) => roles.includes(role));
}
