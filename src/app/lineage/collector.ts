import { evidenceOf } from '../../domain/evidence.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { compareTo, worthReadingWhole } from '../../lineage/compare.ts';
import { type Fingerprint, fingerprintShape } from '../../lineage/fingerprint.ts';
import type { BaseRegistry } from '../../ports/base-registry.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Collector, CollectRequest } from '../../ports/collector.ts';

/**
 * Compares a model's weights with every registered base, and redoes a conversion that it claims. Without a base and without
 * a checkpoint beside safetensors there is nothing to compare, and nothing is read.
 */
export function createLineageCollector(bases: BaseRegistry, clock: Clock): Collector {
  return {
    id: 'lineage',
    brings: ['lineage'],
    collect: async ({ artifact, model, now, signal }) => {
      const registered = await registeredBases(bases);
      const { redoneConversions } = await import('./conversion.ts');
      const conversions = await redoneConversions(model, artifact.files, clock);
      if (registered.length === 0 && conversions.length === 0) return [];
      const compared = await comparedWith(registered, { artifact, model, clock, signal });
      return [evidenceOf('lineage', 'lineage', now, { bases: compared, conversions })];
    },
  };
}

async function comparedWith(
  registered: readonly Fingerprint[],
  { artifact, model, clock, signal }: Pick<CollectRequest, 'artifact' | 'model' | 'signal'> & { readonly clock: Clock },
): Promise<readonly Json[]> {
  if (registered.length === 0) return [];
  const { fingerprintModel, withWholes } = await import('./fingerprint-model.ts');
  const sampled = await fingerprintModel(model, artifact.files, { clock, signal, everyTensor: false });
  // What lies elsewhere is not fetched whole for this; what agrees nowhere needs no second look.
  const wanted = model.localPath === null ? [] : registered.flatMap((base) => worthReadingWhole(base, sampled.print));
  const print = wanted.length === 0 ? sampled.print : await withWholes(model, sampled, new Set(wanted), signal);
  return registered.map((base) => {
    const { name, revision, aliases } = base;
    return { name, revision, aliases, ...compareTo(base, print) };
  });
}

/** Throws `base-damaged` for a fingerprint of another shape: a base that is not compared would look like none. */
export async function registeredBases(bases: BaseRegistry): Promise<readonly Fingerprint[]> {
  return (await bases.list()).map((value) => {
    const parsed = fingerprintShape.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new WeighbridgeError('base-damaged', parsed.error.issues[0]?.message ?? 'not a fingerprint');
  });
}
