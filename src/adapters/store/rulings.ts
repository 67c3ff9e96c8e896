import { z } from 'zod';
import { RULING_ROLES } from '../../domain/people.ts';
import type { Ruling } from '../../domain/request.ts';
import { moment } from './columns.ts';

/** A ruling as every book keeps it: on a request, a subject, an opening. */
export const rulingRow = z.object({
  person: z.string(),
  role: z.enum(RULING_ROLES),
  ruling: z.enum(['admitted', 'denied']),
  reason: z.string(),
  ruled_at: moment,
});

export function rulingIn({ person, role, ruling, reason, ruled_at }: z.output<typeof rulingRow>): Ruling {
  return { by: person, role, ruling, reason, at: ruled_at };
}
