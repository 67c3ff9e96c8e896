import type { PickleValue } from '../../formats/pickle/facts.ts';
import { ALLOWLIST, type Use } from './allowlist.ts';
import { SHAPES } from './shapes.ts';

/** What is known of an allowed name. */
export interface Allowed {
  readonly uses: readonly Use[];
}

const INDEX: ReadonlyMap<string, Allowed> = new Map(
  ALLOWLIST.flatMap((row) =>
    row.modules.flatMap((module) => row.names.map((name): [string, Allowed] => [`${module}:${name}`, row])),
  ),
);

/** The row of an exact module and name; undefined when weights do not need it. */
export function allowed(module: string, name: string): Allowed | undefined {
  return INDEX.get(`${module}:${name}`);
}

/** Whether one of the uses fits the form and the arguments. */
export function fits(uses: readonly Use[], form: string, values: readonly PickleValue[]): boolean {
  return uses.some((use) => use.forms.includes(form) && values.every((value, index) => takes(use, index, value)));
}

function takes(use: Use, index: number, value: PickleValue): boolean {
  const shape = use.takes[index] ?? use.rest;
  return shape !== undefined && SHAPES[shape](value);
}
