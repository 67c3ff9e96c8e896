import type { YdfFacts } from './facts.ts';

export function claimsYdf(path: string, head: Uint8Array, size: number): boolean {
  return size > 0 && partOfName(path, head) !== null;
}

const NAMES: readonly (readonly [RegExp, YdfFacts['part']])[] = [
  [/(?:^|[/_])data_spec\.pb$/, 'columns'],
  [/(?:^|[/_])(?:random_forest|gradient_boosted_trees|isolation_forest)_header\.pb$/, 'trees'],
  [/(?:^|[/_])header\.pb$/, 'model'],
];

/** How all of these names end. */
const LIKELY = /(?:\.pb|-\d{5})$/;

const SHARD = /(?:^|[/_])nodes-\d{5}-of-\d{5}$/;

/** `BS`, and a version of 0 or 1. */
export const MAGIC = [0x42, 0x53];

export function partOfName(path: string, head: Uint8Array): YdfFacts['part'] | null {
  if (!LIKELY.test(path)) return null;
  if (SHARD.test(path)) return MAGIC.every((byte, at) => head.length === 0 || head[at] === byte) ? 'nodes' : null;
  return NAMES.find(([name]) => name.test(path))?.[1] ?? null;
}
