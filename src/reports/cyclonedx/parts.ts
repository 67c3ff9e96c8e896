import { shown, spdxIdOf } from '../bom/names.ts';

export type CycloneObject = Readonly<Record<string, unknown>>;

/** Names of the parts that others point to. */
export const REFS = {
  model: 'model',
  tool: 'weighbridge',
  assessor: 'assessor',
  standard: 'policy',
} as const;

/** Our own properties; those without a value are left out. */
export function properties(rows: readonly (readonly [name: string, value: string | null])[]): readonly CycloneObject[] {
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name: `weighbridge:${name}`, value }]));
}

/** A licence by its SPDX id, or by its name where it has none. */
export function licence(name: string, acknowledgement: 'declared' | 'concluded'): CycloneObject {
  const id = spdxIdOf(name);
  return { license: { ...(id === null ? { name: shown(name, 200) } : { id }), acknowledgement } };
}
