import type { z } from 'zod';
import type { Operation } from './operation.ts';
import { AUDIT_OPERATIONS } from './operations/audit.ts';
import { CHANNEL_OPERATIONS } from './operations/channels.ts';
import { CONTRIBUTION_OPERATIONS } from './operations/contributions.ts';
import { DOSSIER_OPERATIONS } from './operations/dossiers.ts';
import { DRILL_OPERATIONS } from './operations/drills.ts';
import { EVALUATION_OPERATIONS } from './operations/evaluations.ts';
import { FACTOR_OPERATIONS } from './operations/factors.ts';
import { FAMILY_OPERATIONS } from './operations/families.ts';
import { GATEWAY_NODE_OPERATIONS } from './operations/gateway-nodes.ts';
import { INCIDENT_OPERATIONS } from './operations/incidents.ts';
import { OBLIGATION_OPERATIONS } from './operations/obligations.ts';
import { PERSON_OPERATIONS } from './operations/people.ts';
import { POLICY_OPERATIONS } from './operations/policies.ts';
import { PUBLICATION_OPERATIONS } from './operations/publications.ts';
import { RELEASE_OPERATIONS } from './operations/releases.ts';
import { REQUEST_OPERATIONS } from './operations/requests.ts';
import { SESSION_OPERATIONS } from './operations/sessions.ts';
import { SIGNING_KEY_OPERATIONS } from './operations/signing-keys.ts';
import { SINGLE_SIGN_ON_OPERATIONS } from './operations/single-sign-on.ts';
import { SUBJECT_OPERATIONS } from './operations/subjects.ts';
import { TEAM_OPERATIONS } from './operations/teams.ts';
import { TOKEN_OPERATIONS } from './operations/tokens.ts';
import { WEBHOOK_OPERATIONS } from './operations/webhooks.ts';
import { WITNESS_OPERATIONS } from './operations/witnesses.ts';

/** Everything the control plane does: one file a topic. */
export const OPERATIONS = {
  ...SESSION_OPERATIONS,
  ...SINGLE_SIGN_ON_OPERATIONS,
  ...SIGNING_KEY_OPERATIONS,
  ...FACTOR_OPERATIONS,
  ...PERSON_OPERATIONS,
  ...TEAM_OPERATIONS,
  ...TOKEN_OPERATIONS,
  ...REQUEST_OPERATIONS,
  ...EVALUATION_OPERATIONS,
  ...DOSSIER_OPERATIONS,
  ...POLICY_OPERATIONS,
  ...CHANNEL_OPERATIONS,
  ...RELEASE_OPERATIONS,
  ...GATEWAY_NODE_OPERATIONS,
  ...OBLIGATION_OPERATIONS,
  ...INCIDENT_OPERATIONS,
  ...DRILL_OPERATIONS,
  ...FAMILY_OPERATIONS,
  ...CONTRIBUTION_OPERATIONS,
  ...PUBLICATION_OPERATIONS,
  ...SUBJECT_OPERATIONS,
  ...AUDIT_OPERATIONS,
  ...WITNESS_OPERATIONS,
  ...WEBHOOK_OPERATIONS,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];
export type InputOf<Name extends OperationName> = z.input<(typeof OPERATIONS)[Name]['input']>;
export type ParsedInputOf<Name extends OperationName> = z.output<(typeof OPERATIONS)[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<(typeof OPERATIONS)[Name]['output']>;

/**
 * The control plane, whether it runs in this process or answers over HTTP. `ifMatch` is the ETag of what was read: nothing is done
 * where the thing is no longer so, and `changed-meanwhile` is thrown.
 */
export type Control = <Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  how?: { readonly ifMatch?: string },
) => Promise<OutputOf<Name>>;
