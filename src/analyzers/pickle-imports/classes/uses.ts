import { NO_USE, type Use } from '../use.ts';
import type { ClassKind } from './family.ts';

const MADE: Use = { forms: ['NEWOBJ', 'NEWOBJ_EX', 'INST', 'OBJ'], takes: [] };
const FILLED: Use = { forms: ['BUILD'], takes: ['dict-state'] };

/** What may be done with a class of each kind, and with what it makes. */
export const USES_OF_KIND: Readonly<Record<ClassKind, readonly Use[]>> = {
  objects: [MADE, FILLED],
  restored: [MADE, { forms: ['BUILD'], takes: ['state'] }],
  mappings: [MADE, FILLED, { forms: ['SETITEM', 'SETITEMS'], takes: [], rest: 'any' }],
  lists: [MADE, FILLED, { forms: ['APPEND', 'APPENDS'], takes: [], rest: 'any' }],
  metrics: [
    { forms: ['NEWOBJ'], takes: [], rest: 'plain' },
    { forms: ['BUILD'], takes: ['state'] },
  ],
  empty: [MADE],
  enums: [{ forms: ['REDUCE'], takes: ['member'] }],
  slotted: [MADE, { forms: ['BUILD'], takes: ['slot-state'] }],
  tuples: [{ forms: ['NEWOBJ', 'NEWOBJ_EX'], takes: [], rest: 'value' }],
  cython: [{ forms: ['REDUCE'], takes: ['class', 'constant', 'value'] }],
  functions: NO_USE,
  exceptions: [{ forms: ['REDUCE', 'NEWOBJ'], takes: [], rest: 'value' }, FILLED],
};
