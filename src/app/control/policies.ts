import type { POLICY_OPERATIONS } from '../../contract/control/operations/policies.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/control/operations.ts';
import { flipOf } from '../policy/what-if.ts';
import type { Desk } from './parts.ts';
import type { UseCases } from './use-case.ts';

export const POLICIES: UseCases<typeof POLICY_OPERATIONS> = { 'policy.what-if': whatIf };

async function whatIf(
  { parts, books }: Desk,
  { policy, from, limit }: ParsedInputOf<'policy.what-if'>,
): Promise<OutputOf<'policy.what-if'>> {
  const all = await books.dossiers.list();
  const page = all.slice(from, from + limit);
  const items: OutputOf<'policy.what-if'>['items'] = [];
  for (const { dossier } of page) {
    const vetting = await books.dossiers.newest(dossier);
    const { verdict } = await parts.judge({ policy, dossier: vetting.dossier, on: null });
    if (verdict.outcome === vetting.verdict.outcome) continue;
    const flip = flipOf(vetting, verdict);
    items.push({ ...flip, reasons: [...flip.reasons] });
  }
  const seen = from + page.length;
  return { items, looked: page.length, next: seen < all.length ? seen : null };
}
