import { member } from '../kernel/json.ts';
import type { Dossier } from './dossier.ts';

/** By what two models are told to be of one line, though no file of weights is the same. */
export const KINSHIPS = ['made-from', 'fork', 'same-values', 'conversion'] as const;
export type Kinship = (typeof KINSHIPS)[number];

/** Said of a forebear, after *what* or *which*. */
export const FOREBEAR: Readonly<Record<Kinship, string>> = {
  'made-from': 'it was made from',
  fork: 'it is a fork of',
  'same-values': 'holds the same values',
  conversion: 'it was converted from or to',
};

/** Registered bases that the weights are, value by value, in whatever container or precision. */
export function sameAsBasesIn(evidence: Dossier['evidence']): readonly string[] {
  const found = evidence.filter(({ kind }) => kind === 'lineage').flatMap(({ body }) => listIn(body, 'bases'));
  const same = found.filter((base) => ['identical', 'format-change'].some((one) => one === member(base, 'kinship')));
  return same.flatMap((base) => {
    const name = member(base, 'name');
    return typeof name === 'string' ? [name] : [];
  });
}

/** Whether safetensors in it were redone from its checkpoints, and came out the same. */
export function holdsConversion(evidence: Dossier['evidence']): boolean {
  const redone = evidence.filter(({ kind }) => kind === 'lineage').flatMap(({ body }) => listIn(body, 'conversions'));
  return (
    redone.length > 0 &&
    redone.every((one) => listIn(one, 'different').length === 0 && listIn(one, 'missing').length === 0)
  );
}

function listIn(body: unknown, name: string): readonly unknown[] {
  const list = member(body, name);
  return Array.isArray(list) ? list : [];
}
