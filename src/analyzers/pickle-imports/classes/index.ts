import type { Use } from '../use.ts';
import type { ClassFamily, ClassKind } from './family.ts';
import { NUMERIC } from './numeric.ts';
import { SKLEARN } from './sklearn.ts';
import { TORCH } from './torch.ts';
import { TRANSFORMERS } from './transformers.ts';
import { VISION } from './vision.ts';

const FAMILIES: readonly ClassFamily[] = [SKLEARN, NUMERIC, TORCH, TRANSFORMERS, VISION];

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };

/** What may be done with a class of each kind, and with what it makes. */
export const USES_OF_KIND: Readonly<Record<ClassKind, readonly Use[]>> = {
  objects: [MADE, FILLED],
  restored: [MADE, { forms: ['BUILD'], takes: ['state'] }],
  mappings: [MADE, FILLED, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
  lists: [MADE, FILLED, { forms: ['APPEND', 'APPENDS'], takes: [], rest: 'any' }],
  empty: [MADE],
  enums: [{ forms: ['REDUCE'], takes: ['constant'] }],
};

/** The kind of an exact module and name among the listed classes. */
export function classKind(module: string, name: string): ClassKind | undefined {
  return kindsIn(module)?.get(name);
}

const read = new Map<string, ReadonlyMap<string, ClassKind>>();

/** Names are split when a module is first asked for: most files need few of the thousands. */
function kindsIn(module: string): ReadonlyMap<string, ClassKind> | undefined {
  const known = read.get(module);
  if (known !== undefined) return known;
  const kinds = new Map<string, ClassKind>();
  for (const family of FAMILIES) {
    for (const kind of Object.keys(family) as ClassKind[]) {
      const names = Object.hasOwn(family[kind] ?? {}, module) ? family[kind]?.[module] : undefined;
      for (const name of names?.split(' ') ?? []) kinds.set(name, kind);
    }
  }
  if (kinds.size > 0) read.set(module, kinds);
  return kinds.size > 0 ? kinds : undefined;
}
