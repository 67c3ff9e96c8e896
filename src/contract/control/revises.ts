import type { OperationName } from './operations.ts';

/**
 * Operations that change something, each with the one whose answer holds the state of it: the ETag of that answer is what
 * `If-Match` names. Both name the thing alike in their paths; where the answer is a list, its first page is meant.
 */
export const REVISES = {
  'person.change': 'person.list',
  'person.erase': 'person.list',
  'team.change': 'team.list',
  'token.revoke': 'token.list',
  'request.rule': 'request.show',
  'decision.revoke': 'request.show',
  'evaluation.start': 'request.show',
  'policy.put': 'policy.list',
  'policy.withdraw': 'policy.show',
  'policy.confirm': 'policy.list',
  'channel.change': 'channel.show',
  'channel.confirm': 'channel.show',
  'channel.freeze': 'channel.show',
  'channel.thaw': 'channel.show',
  'release.promote': 'channel.show',
  'release.rollback': 'channel.show',
  'drill.start': 'channel.show',
  'obligation.assign': 'obligation.show',
  'obligation.close': 'obligation.show',
  'obligation.waive': 'obligation.show',
  'incident.note': 'incident.show',
  'incident.close': 'incident.show',
  'family.change': 'family.show',
  'version.add': 'family.show',
  'baseline.set': 'family.show',
  'contribution.accept': 'contribution.show',
  'publication.attach': 'publication.show',
  'publication.propose': 'publication.show',
  'publication.retract': 'publication.show',
  'publication.rule': 'publication.show',
  'publication.withdraw': 'publication.show',
  'subject.rule': 'subject.show',
  'subject.revoke': 'subject.show',
  'key.rotate': 'key.list',
  'key.revoke': 'key.list',
  'webhook.resume': 'webhook.list',
  'webhook.end': 'webhook.list',
  'witness.end': 'witness.list',
  'witnessed.end': 'witnessed.list',
} as const satisfies Partial<Record<OperationName, OperationName>>;

/** The operation whose answer holds what this one changes; null where nothing that stands is changed. */
export function revisedBy(name: OperationName): OperationName | null {
  return (REVISES as Partial<Record<OperationName, OperationName>>)[name] ?? null;
}
