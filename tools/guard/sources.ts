import type { LinearModel } from '../../src/text/learned/linear.ts';
import { pack } from '../../src/text/learned/packed.ts';

/** A learned model as TypeScript. */
export function linearSource({ weights, scale, bias }: LinearModel): string {
  const packed = pack(new Uint8Array(weights.buffer));
  return `{ scale: ${scale.toPrecision(6)}, bias: ${bias.toFixed(4)}, weights: '${packed}' }`;
}

/** Weights by name, in one text. */
export function weightsSource(names: readonly string[], weights: Float64Array): string {
  const rows = names.map((name, at) => `${name} ${(weights[at] ?? 0).toFixed(3)}`);
  return `'${rows.filter((row) => !/ -?0\.00\d$/.test(row)).join('|')}'`;
}

export const MADE_BY = '// biome-ignore-all format: made by a program\n';
