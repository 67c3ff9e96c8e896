import type { AUDIT_OPERATIONS } from '../../contract/control/operations/audit.ts';
import type { UseCases } from './use-case.ts';

export const AUDIT: UseCases<typeof AUDIT_OPERATIONS> = {
  'audit.list': async ({ books }, { since, limit }) => ({ items: [...(await books.audit.since(since, limit))] }),
};
