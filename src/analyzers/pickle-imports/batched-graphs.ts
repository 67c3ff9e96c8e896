import type { PickleCall } from '../../formats/pickle/facts.ts';
import { SHAPES } from './shapes.ts';

const GRAPHS: ReadonlySet<string> = new Set(
  ['data.Data', 'hetero_data.HeteroData', 'temporal.TemporalData'].map((name) => `torch_geometric.data.${name}`),
);

const GETTER = 'torch_geometric.data.batch.DynamicInheritanceGetter';

/**
 * How graphs that were batched are restored: a getter makes a class of both that it is given, calls it with nothing, and what
 * comes of it keeps its state (torch_geometric/data/batch.py, data.py). With any other class it would call that, and is told.
 */
export function isBatchOfGraphs({ callee, form, arguments: values }: PickleCall): boolean {
  const [first, second] = values;
  if (callee === `result of result of ${GETTER}`)
    return form === 'BUILD' && values.length === 1 && first !== undefined && SHAPES['dict-state'](first);
  if (callee !== `result of ${GETTER}` || form !== 'REDUCE' || values.length !== 2) return false;
  const isBatch = first?.kind === 'global' && first.name === 'torch_geometric.data.batch.Batch';
  return isBatch && second?.kind === 'global' && GRAPHS.has(second.name);
}
