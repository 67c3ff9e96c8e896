import { sorted } from '../analyzers/outcomes.ts';
import { isMlmodel } from '../analyzers/shards/names.ts';
import type { Check, CheckOutcome } from '../domain/check.ts';
import type { Inventory } from '../intake/inventory.ts';

/** What was said of each file, once it is known what the manifests of the folder name: a vetting and a scan say the same. */
export async function onceNamed(inventory: Inventory, checks: readonly Check[]): Promise<readonly Check[]> {
  if (!inventory.items.some(({ file }) => isMlmodel(file.path))) return checks;
  const { sayNamed } = await import('../analyzers/named-code.ts');
  const named = sayNamed(inventory);
  return checks.map((check): Check => {
    const { outcome } = check;
    if (outcome.kind !== 'completed' && outcome.kind !== 'failed') return check;
    const told: CheckOutcome = { ...outcome, findings: sorted(named(outcome.findings)) };
    return { ...check, outcome: told };
  });
}
