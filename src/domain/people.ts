/** What people may be, each with what it stands for. */
export const ROLES = {
  requester: 'asks for models',
  reviewer: 'rules on requests',
  security: 'rules on requests, for security',
  legal: 'rules on requests, for licences and law',
  'release-manager': 'brings admitted models to channels',
  auditor: 'reads everything, changes nothing',
  admin: 'keeps people',
} as const;
export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[] as readonly [Role, ...Role[]];

/** Roles in whose name one may rule. */
export const RULING_ROLES = ['reviewer', 'security', 'legal'] as const;
export type RulingRole = (typeof RULING_ROLES)[number];

/** What a token may be used for; its owner's roles bound it further. */
export const SCOPES = ['read', 'request', 'rule', 'release', 'administer'] as const;
export type Scope = (typeof SCOPES)[number];

/** Somebody who may sign in. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  readonly disabledAt: string | null;
}

/** A secret that stands for its owner in scripts; only its hash is kept. */
export interface Token {
  readonly id: string;
  readonly person: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
}
