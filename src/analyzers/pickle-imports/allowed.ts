import type { PickleValue } from '../../formats/pickle/facts.ts';
import { ALLOWLIST } from './allowlist.ts';
import { classKind } from './classes/index.ts';
import { USES_OF_KIND } from './classes/uses.ts';
import { deniedBy } from './denied.ts';
import { isPlain } from './plain-names.ts';
import { SHAPES } from './shapes.ts';
import { type AllowRow, NO_USE, type Use } from './use.ts';

/** What is known of an allowed name. */
export interface Allowed {
  readonly uses: readonly Use[];
  /** Allowed as a callee only: handed to anything else it would call what the file chooses. */
  readonly neverHandedOn: boolean;
}

/** Classes of a TorchScript archive, which its own interpreter makes; Python has no such module. */
const SCRIPTED = /^__torch__(?:\.\w+)*$/;

/** The rows of each module. What they say of a name is put together when it is first asked for: most files need few of them. */
const ROWS: ReadonlyMap<string, readonly AllowRow[]> = rowsByModule();
const KNOWN = new Map<string, Map<string, Allowed>>();

function rowsByModule(): ReadonlyMap<string, readonly AllowRow[]> {
  const rows = new Map<string, AllowRow[]>();
  for (const row of ALLOWLIST) {
    for (const module of row.modules) {
      const known = rows.get(module);
      if (known === undefined) rows.set(module, [row]);
      else known.push(row);
    }
  }
  return rows;
}

function listed(module: string, name: string): Allowed | undefined {
  const known = KNOWN.get(module)?.get(name);
  if (known !== undefined) return known;
  const rows = ROWS.get(module)?.filter(({ names }) => names.includes(name)) ?? [];
  if (rows.length === 0) return undefined;
  const made = {
    uses: rows.flatMap(({ uses }) => uses),
    neverHandedOn: rows.some(({ neverHandedOn }) => neverHandedOn === true),
  };
  const names = KNOWN.get(module) ?? new Map<string, Allowed>();
  KNOWN.set(module, names.set(name, made));
  return made;
}

/** What an exact module and name may be used for; undefined when weights do not need it. */
export function allowed(module: string, name: string): Allowed | undefined {
  if (module.startsWith('__torch__') && SCRIPTED.test(module))
    return { uses: USES_OF_KIND.restored, neverHandedOn: false };
  const row = listed(module, name);
  const kind = classKind(module, name);
  if (kind === undefined) return row ?? memberOfEnum(module, name) ?? methodOfClass(module, name);
  return { uses: [...(row?.uses ?? []), ...USES_OF_KIND[kind]], neverHandedOn: row?.neverHandedOn === true };
}

/** `Class.MEMBER` of a listed enum: how Python 3.11.0 to 3.11.3 wrote them, by `getattr`. */
function memberOfEnum(module: string, name: string): Allowed | undefined {
  const member = /^([A-Za-z]\w*)\.[A-Z][A-Z0-9_]*$/.exec(name);
  if (member?.[1] === undefined || classKind(module, member[1]) !== 'enums') return undefined;
  return { uses: NO_USE, neverHandedOn: false };
}

/** `Class.method` of a listed class, held to be called when a model is used. What evaluates, reads or writes is not. */
function methodOfClass(module: string, name: string): Allowed | undefined {
  const dot = name.lastIndexOf('.');
  const method = name.slice(dot + 1);
  if (dot < 0 || !isPlain(method) || EVALUATES.test(method) || deniedBy(module, name) !== null) return undefined;
  const kind = classKind(module, name.slice(0, dot));
  return kind === undefined || kind === 'functions' ? undefined : { uses: NO_USE, neverHandedOn: false };
}

const EVALUATES =
  /^(?:query|apply|pipe|map|transform|agg|aggregate|call\w*|to_(?!(?:numpy|list|dict|frame|period|timestamp|series|flat_index|records)$)\w+|from_\w+|set_\w+)$/;

/** Whether one of the uses fits the form and the arguments. */
export function fits(uses: readonly Use[], form: string, values: readonly PickleValue[]): boolean {
  return uses.some((use) => use.forms.includes(form) && values.every((value, index) => takes(use, index, value)));
}

function takes(use: Use, index: number, value: PickleValue): boolean {
  const shape = use.takes[index] ?? use.rest;
  return shape !== undefined && SHAPES[shape](value);
}
